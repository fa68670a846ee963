import type { Item, Line } from '@postlude/contract';
import type { VNode } from 'preact';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Link } from '../../kit/link.tsx';
import { Picture } from '../../kit/picture.tsx';
import type { Words } from '../../order-session/words.ts';
import type { ParcelOrder } from '../wording.ts';

/** How many are seen at once; more than one above that is put behind a disclosure. */
const seen = 4;

interface ItemsProps {
  readonly ui: Words;
  readonly order: ParcelOrder;
  readonly items: readonly Item[];
}

/** The things in a parcel, with their pictures and how many. */
export function Items({ ui, order, items }: ItemsProps): VNode | null {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const rows = items.flatMap(({ lineId, quantity }) => {
    const line = lines.get(lineId);
    return line ? [{ line, quantity }] : [];
  });
  if (rows.length === 0) return null;
  const first = rows.length > seen + 1 ? rows.slice(0, seen) : rows;
  const rest = rows.slice(first.length);
  const list = (shown: typeof rows): VNode => (
    <ul class="items" part="items">
      {shown.map(({ line, quantity }) => (
        <ItemRow key={line.id} ui={ui} line={line} quantity={quantity} />
      ))}
    </ul>
  );
  return (
    <>
      {list(first)}
      {rest.length > 0 ? (
        <Disclosure guard={ui.guard} label={ui.t('items.more', { n: rest.length })}>
          {() => list(rest)}
        </Disclosure>
      ) : null}
    </>
  );
}

function ItemRow({ ui, line, quantity }: { ui: Words; line: Line; quantity: number }): VNode {
  return (
    <li class="item" part="item">
      <Picture address={line.imageUrl} guard={ui.guard} />
      <span class="words">
        <span class="name">
          <Link href={line.productUrl}>
            <bdi>{line.title}</bdi>
          </Link>
        </span>
        {line.variant ? (
          <span class="quiet">
            <bdi>{line.variant}</bdi>
          </span>
        ) : null}
      </span>
      <span class="quiet">
        <span class="unseen">{ui.t('quantity', { n: quantity })}</span>
        <span aria-hidden="true">{`× ${ui.format.number(quantity)}`}</span>
      </span>
    </li>
  );
}

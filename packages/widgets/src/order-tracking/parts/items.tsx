import type { Item, Line, Order } from '@postlude/contract';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Icon } from '../../kit/icon.tsx';
import { Link, pictureAddress } from '../../kit/link.tsx';
import type { Ui } from '../ui.ts';

/** How many are seen at once; more than one above that is put behind a disclosure. */
const seen = 4;

interface ItemsProps {
  readonly ui: Ui;
  readonly order: Order;
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

function ItemRow({ ui, line, quantity }: { ui: Ui; line: Line; quantity: number }): VNode {
  return (
    <li class="item" part="item">
      <Picture address={pictureAddress(line.imageUrl)} guard={ui.guard} />
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

/** A picture, or a sign in its place where there is none or it does not come. */
function Picture({ address, guard }: { address: string | null; guard: Ui['guard'] }): VNode {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <span class="picture" part="picture">
      {address && address !== broken ? (
        <img
          src={address}
          alt=""
          width={56}
          height={56}
          loading="lazy"
          decoding="async"
          onError={guard(() => setBroken(address))}
        />
      ) : (
        <Icon name="box" />
      )}
    </span>
  );
}

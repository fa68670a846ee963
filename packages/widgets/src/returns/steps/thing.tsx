import type { ComponentChildren, VNode } from 'preact';
import { Picture } from '../../kit/picture.tsx';
import type { Ui } from '../ui.ts';

interface ThingProps {
  readonly ui: Ui;
  readonly item: {
    readonly title: string;
    readonly variant: string | null;
    readonly imageUrl: string | null;
  };
  readonly quantity: number;
  /** A heading where questions about it follow. */
  readonly isHeading?: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** A thing that goes back, in one line: what it is and how many. */
export function Thing({ ui, item, quantity, isHeading, children }: ThingProps): VNode {
  const title = <bdi>{item.title}</bdi>;
  return (
    <div class="item thing-line">
      <Picture address={item.imageUrl} guard={ui.guard} />
      <div class="words">
        {isHeading ? <h3 class="name">{title}</h3> : <span class="name">{title}</span>}
        <span class="dots quiet">
          {item.variant ? (
            <span>
              <bdi>{item.variant}</bdi>
            </span>
          ) : null}
          <span>{ui.t('quantity', { n: quantity })}</span>
        </span>
        {children}
      </div>
    </div>
  );
}

import type { VNode } from 'preact';
import { Picture } from '../../kit/picture.tsx';
import type { ClaimedItem } from '../seam.ts';
import type { ClaimsUi } from '../ui.ts';

interface ItemLineProps {
  readonly ui: ClaimsUi;
  /** The model's own item unless given. */
  readonly item?: Pick<ClaimedItem, 'title' | 'variant' | 'imageUrl' | 'serial'>;
}

/** The item it is all about. */
export function ItemLine({ ui, item = ui.model.item }: ItemLineProps): VNode {
  const { title, variant, imageUrl, serial } = item;
  return (
    <div class="item claim-item" part="item">
      <Picture address={imageUrl} guard={ui.guard} />
      <span class="words">
        <span class="name">
          <bdi>{title}</bdi>
        </span>
        {variant || serial ? (
          <span class="dots quiet">
            {variant ? (
              <span>
                <bdi>{variant}</bdi>
              </span>
            ) : null}
            {serial ? (
              <span>
                <bdi class="code" dir="ltr">
                  {serial}
                </bdi>
              </span>
            ) : null}
          </span>
        ) : null}
      </span>
    </div>
  );
}

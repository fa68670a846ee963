import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import type { View } from '../view.ts';
import { giftLink } from './gift-receipt.ts';

/** What a gift's link says. */
export interface GivenGift {
  readonly order: string | undefined;
  readonly code: string | undefined;
}

/** For guests: the widget asks for the order by itself. With a gift's code it opens the gift, without its prices. */
export function returnsPage(
  view: View,
  gift: GivenGift,
  example: DemoOrder | undefined,
  exampleGift: DemoOrder | undefined,
): Html {
  const { texts } = view;
  const isGift = gift.order !== undefined && gift.code !== undefined;
  const title = isGift ? texts.giftTitle : texts.returnsTitle;
  return page(
    view,
    title,
    html`<div class="track">
      <header><h1>${title}</h1><p class="lead">${isGift ? texts.giftText : texts.returnsText}</p></header>
      ${
        isGift
          ? html`<postlude-returns order="${gift.order}" gift="${gift.code}" withdrawal="/withdraw" theme="${view.theme}"></postlude-returns>`
          : html`<postlude-returns withdrawal="/withdraw" theme="${view.theme}"></postlude-returns>`
      }
      ${isGift ? '' : hints(view, example, exampleGift)}
    </div>`,
  );
}

function hints({ texts }: View, example: DemoOrder | undefined, gift: DemoOrder | undefined): Html | '' {
  if (!example) return '';
  const values = { number: example.number, contact: example.email };
  return html`<div class="hint">
    <p>${fill(texts.returnsHint, values)}</p>
    ${gift?.giftCode ? html`<p>${giftLink(texts, gift, gift.giftCode)}</p>` : ''}
  </div>`;
}

import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import type { Html } from '../layout.ts';
import { fill, type Texts } from '../texts.ts';
import type { View } from '../view.ts';

/** What the shop prints on the packing slip of a gift: a link that opens the order without prices. */
export function giftReceipt({ texts }: View, order: DemoOrder): Html | '' {
  if (!order.isGift || order.giftCode === null) return '';
  return html`<section class="receipt" aria-labelledby="gift-receipt">
    <h2 id="gift-receipt">${texts.giftReceipt}</h2>
    <p>${texts.giftText}</p>
    <p>${link(texts, order, order.giftCode)}</p>
  </section>`;
}

/** The link in a sentence, for the page where guests look something up. */
export function giftLink(texts: Texts, order: DemoOrder, code: string): Html {
  const [before = '', after = ''] = texts.giftHint.split('{link}');
  return html`${before}${link(texts, order, code)}${after}`;
}

const link = (texts: Texts, { number }: DemoOrder, code: string): Html =>
  html`<a href="/returns?order=${number}&gift=${encodeURIComponent(code)}">${fill(texts.giftOpen, { number, code })}</a>`;

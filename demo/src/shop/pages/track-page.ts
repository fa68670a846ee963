import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import type { View } from '../view.ts';

/** For guests: the card asks for the order number and the contact by itself when nobody tells it which order. */
export function trackPage(view: View, example: DemoOrder | undefined): Html {
  const { texts } = view;
  return page(
    view,
    texts.trackTitle,
    html`<div class="track">
      <header><h1>${texts.trackTitle}</h1><p class="lead">${texts.trackText}</p></header>
      <postlude-order-tracking theme="${view.theme}"></postlude-order-tracking>
      ${
        example
          ? html`<p class="hint">${fill(texts.trackHint, { number: example.number, contact: example.email })}</p>`
          : ''
      }
    </div>`,
  );
}

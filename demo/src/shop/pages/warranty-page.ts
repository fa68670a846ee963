import { html } from 'hono/html';
import { gtinOf } from '../../catalogue.ts';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import type { View } from '../view.ts';

/** For guests and for what was bought elsewhere: the widget asks what it needs. */
export function warrantyPage(view: View, example: DemoOrder | undefined): Html {
  const { texts } = view;
  return page(
    view,
    texts.warrantyTitle,
    html`<div class="track">
      <header><h1>${texts.warrantyTitle}</h1><p class="lead">${texts.warrantyText}</p></header>
      <postlude-warranty-registration returns="/returns" withdrawal="/withdraw" theme="${view.theme}"></postlude-warranty-registration>
      ${example ? hint(view, example) : ''}
    </div>`,
  );
}

const hint = ({ texts }: View, { number, email }: DemoOrder): Html =>
  html`<div class="hint"><p>${fill(texts.warrantyHint, { number, contact: email, gtin: gtinOf('mushroom/amber') })}</p></div>`;

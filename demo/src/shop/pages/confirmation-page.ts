import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { places } from '../../orders/places.ts';
import { type Html, page } from '../layout.ts';
import { panel } from '../panel.ts';
import { stateText } from '../state-texts.ts';
import { fill } from '../texts.ts';
import { day, money, type View } from '../view.ts';

/** The page a shopper sees after buying, and opens again from the confirmation e-mail. */
export function confirmationPage(view: View, order: DemoOrder): Html {
  const { texts, language } = view;
  const [firstName = ''] = order.destination.name.split(' ');
  const title = fill(texts.order, { number: order.number });
  return page(
    view,
    title,
    html`<div class="confirmation">
      <header>
        <p class="eyebrow">${stateText(order.story, language)}</p>
        <h1>${fill(texts.thanks, { name: firstName })}</h1>
        <p class="lead">${title} · ${fill(texts.placedOn, { date: day(order.placedAt, language) })}</p>
      </header>
      ${trackingCard(view, order)}
      ${summary(view, order)}
    </div>`,
    panel(order),
  );
}

/** The embed, as a storefront writes it: the order number, and the proof the server rendered beside it. */
export function trackingCard(view: View, order: DemoOrder): Html {
  return html`<postlude-order-tracking order="${order.number}" proof="${view.proofOf(order)}" theme="${view.theme}"></postlude-order-tracking>`;
}

function summary({ texts, language }: View, order: DemoOrder): Html {
  const total = order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const { name, street, postcode, city } = order.destination;
  return html`<section class="summary" aria-labelledby="summary">
    <h2 id="summary">${texts.summary}</h2>
    <ul>${order.lines.map(
      (line) => html`<li>
        <img src="/products/${line.productId}.svg" width="64" height="64" alt="">
        <span><strong>${line.title}</strong>${line.variant ? html`<small>${line.variant}</small>` : ''}</span>
        <span class="quantity">× ${line.quantity}</span>
        <span class="price">${money(line.price * line.quantity, order.currency, language)}</span>
      </li>`,
    )}</ul>
    <p class="total"><span>${texts.total}</span> <strong>${money(total, order.currency, language)}</strong></p>
    <p class="address"><span>${texts.shipTo}</span> <bdi>${name}, ${street}, ${postcode} ${city}, ${places[city].country}</bdi></p>
  </section>`;
}

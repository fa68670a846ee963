import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { places } from '../../orders/places.ts';
import { sumsOf } from '../../orders/sums.ts';
import { type Html, page } from '../layout.ts';
import { panel } from '../panel.ts';
import { stateText } from '../state-texts.ts';
import { fill } from '../texts.ts';
import { day, money, picture, type View } from '../view.ts';
import { giftReceipt } from './gift-receipt.ts';

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
      ${giftReceipt(view, order)}
      <section id="review" aria-label="${texts.reviews}">${reviewPrompt(view, order)}</section>
      <section id="returns" aria-label="${texts.returns}">${returnsCard(view, order)}</section>
      <section id="warranty" aria-label="${texts.warranty}">${warrantyCard(view, order)}</section>
      <section id="referral" aria-label="${texts.referral}">${referralCard(view, order)}</section>
      ${summary(view, order)}
    </div>`,
    { panel: panel(order), order: order.number },
  );
}

/** The embed, as a storefront writes it: the order number, and the proof the server rendered beside it. */
export function trackingCard(view: View, order: DemoOrder): Html {
  return html`<postlude-order-tracking order="${order.number}" proof="${view.proofOf(order)}" theme="${view.theme}"></postlude-order-tracking>`;
}

/** The same for sending back: both share one session. */
export function returnsCard(view: View, order: DemoOrder): Html {
  return html`<postlude-returns order="${order.number}" proof="${view.proofOf(order)}" withdrawal="/withdraw?order=${order.number}" theme="${view.theme}"></postlude-returns>`;
}

/** And for standing behind it. */
export function warrantyCard(view: View, order: DemoOrder): Html {
  return html`<postlude-warranty-registration order="${order.number}" proof="${view.proofOf(order)}" returns="#returns" withdrawal="/withdraw?order=${order.number}" theme="${view.theme}"></postlude-warranty-registration>`;
}

/** And for asking at the right moment; while it is too early there is nothing to see. */
export function reviewPrompt(view: View, order: DemoOrder): Html {
  return html`<postlude-review-prompt order="${order.number}" proof="${view.proofOf(order)}" returns="#returns" theme="${view.theme}"></postlude-review-prompt>`;
}

/** And for recommending the shop. */
export function referralCard(view: View, order: DemoOrder): Html {
  return html`<postlude-referral order="${order.number}" proof="${view.proofOf(order)}" theme="${view.theme}"></postlude-referral>`;
}

function summary(view: View, order: DemoOrder): Html {
  const { texts, language } = view;
  const { name, street, postcode, city } = order.destination;
  return html`<section class="summary" aria-labelledby="summary">
    <h2 id="summary">${texts.summary}</h2>
    <ul>${order.lines.map(
      (line) => html`<li>
        <img src="${picture(line)}" width="64" height="64" alt="">
        <span><strong>${line.title}</strong>${line.variant ? html`<small>${line.variant}</small>` : ''}</span>
        <span class="quantity">× ${line.quantity}</span>
        <span class="price">${money(line.price * line.quantity, order.currency, language)}</span>
      </li>`,
    )}</ul>
    ${sumRows(view, order)}
    <p class="address"><span>${texts.shipTo}</span> <bdi>${name}, ${street}, ${postcode} ${city}, ${places[city].country}</bdi></p>
  </section>`;
}

function sumRows({ texts, language }: View, order: DemoOrder): Html {
  const sums = sumsOf(order);
  const sum = (amount: number) => money(amount, order.currency, language);
  const code = order.discount?.code ?? '';
  const rows = [
    sums.discount > 0 ? [texts.subtotal, sum(sums.listed)] : null,
    sums.discount > 0 ? [fill(texts.discount, { code }), sum(-sums.discount)] : null,
    [texts.shipping, sums.shipping > 0 ? sum(sums.shipping) : texts.free],
    sums.tax > 0 && !order.tax.included ? [texts.taxOnTop, sum(sums.tax)] : null,
  ];
  return html`<dl class="sums">
    ${rows.map((row) => (row ? html`<div><dt>${row[0]}</dt><dd>${row[1]}</dd></div>` : ''))}
    <div class="total"><dt>${texts.total}</dt><dd><strong>${sum(sums.total)}</strong></dd></div>
    ${
      sums.tax > 0 && order.tax.included
        ? html`<div><dt>${texts.taxIncluded}</dt><dd>${sum(sums.tax)}</dd></div>`
        : ''
    }
  </dl>`;
}

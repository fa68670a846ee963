import { html, raw } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { sumsOf } from '../../orders/sums.ts';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import { day, money, picture, type View } from '../view.ts';
import { trackingCard } from './confirmation-page.ts';

/** A shopper's orders, newest first. A card in a closed row costs nothing: its code and data are loaded when it is opened. */
export function accountPage(view: View, orders: readonly DemoOrder[]): Html {
  const { texts } = view;
  return page(
    view,
    texts.accountTitle,
    html`<div class="account">
      <header><h1>${texts.accountTitle}</h1><p class="lead">${texts.accountText}</p></header>
      <ul class="rows">${orders.map((order, index) => row(view, order, index === 0))}</ul>
    </div>`,
  );
}

function row(view: View, order: DemoOrder, open: boolean): Html {
  const { texts, language } = view;
  const { total } = sumsOf(order);
  return html`<li><details${raw(open ? ' open' : '')}>
    <summary>
      <span class="thumbs" aria-hidden="true">${order.lines
        .slice(0, 3)
        .map((line) => html`<img src="${picture(line)}" width="56" height="56" alt="">`)}</span>
      <span class="what"><strong>${fill(texts.order, { number: order.number })}</strong>
      <small>${day(order.placedAt, language)} · ${money(total, order.currency, language)}</small></span>
      <span class="follow">${texts.follow}</span>
    </summary>
    ${trackingCard(view, order)}
    <p class="row-links"><a href="/orders/${order.number}#returns">${texts.sendBack}<span class="hidden"> ${fill(texts.order, { number: order.number })}</span></a></p>
  </details></li>`;
}

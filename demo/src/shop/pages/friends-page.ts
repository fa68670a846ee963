import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import type { View } from '../view.ts';

/** What was typed at the till, when it did not work. */
export interface TillTry {
  readonly name: string;
  readonly email: string;
  readonly code: string;
}

/** Where links of recommendations lead, with a till beside the offer, so that it can be used at once. */
export function friendsPage(view: View, example: DemoOrder | undefined, refused?: TillTry): Html {
  const { texts, theme } = view;
  return page(
    view,
    texts.friendsTitle,
    html`<div class="track">
      <header><h1>${texts.friendsTitle}</h1><p class="lead">${texts.friendsText}</p></header>
      <postlude-referral-offer shop="#till" theme="${theme}"></postlude-referral-offer>
      ${till(view, refused)}
      ${example ? html`<div class="hint"><p>${fill(texts.friendsHint, { number: example.number })}</p></div>` : ''}
    </div>`,
  );
}

function till({ texts }: View, refused: TillTry | undefined): Html {
  return html`<form id="till" class="till" method="post" action="/friends/orders">
    <h2>${texts.till}</h2>
    <p>${texts.tillText}</p>
    ${refused ? html`<p class="till-refused" role="alert">${texts.tillUnknown}</p>` : ''}
    <label>${texts.tillName}<input name="name" autocomplete="name" required maxlength="80" value="${refused?.name ?? ''}"></label>
    <label>${texts.tillEmail}<input name="email" type="email" autocomplete="email" required maxlength="254" value="${refused?.email ?? ''}"></label>
    <label>${texts.tillCode}<input name="code" autocomplete="off" maxlength="64" value="${refused?.code ?? ''}"></label>
    <button class="primary">${texts.tillBuy}</button>
  </form>`;
}

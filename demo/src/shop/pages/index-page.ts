import { html } from 'hono/html';
import type { DemoOrder } from '../../orders/demo-order.ts';
import { type Html, page } from '../layout.ts';
import { hintOf } from '../return-texts.ts';
import { type Group, groupOf, groups, groupTexts, stateText } from '../state-texts.ts';
import { fill } from '../texts.ts';
import { picture, type View } from '../view.ts';

/** Groups whose tiles say what to try. */
const wide: ReadonlySet<Group> = new Set(['returns', 'warranty', 'reviews', 'referrals']);

/** Every state by link. */
export function indexPage(view: View, orders: readonly DemoOrder[]): Html {
  const { texts, language } = view;
  return page(
    view,
    texts.tagline,
    html`<section class="hero">
      <div>
        <p class="eyebrow">${texts.tagline}</p>
        <h1>${texts.heroTitle}</h1>
        <p class="lead">${texts.heroText}</p>
        <form method="post" action="/orders"><button class="primary">${texts.placeOrder}</button> <span>${texts.placeOrderHint}</span></form>
      </div>
      <div class="shelf" aria-hidden="true">${['dome', 'mushroom', 'pendant'].map(
        (id) => html`<img src="/products/${id}.svg" width="400" height="400" alt="">`,
      )}</div>
    </section>
    ${groups.map((group) => {
      const members = orders.filter((order) => groupOf(order.story) === group);
      return html`<section class="group" aria-labelledby="group-${group}">
        <h2 id="group-${group}">${groupTexts[language][group]}</h2>
        <ul class="orders${wide.has(group) ? ' wide' : ''}">${members.map((order) => tile(view, order))}</ul>
      </section>`;
    })}`,
  );
}

function tile({ texts, language }: View, order: DemoOrder): Html {
  const first = order.lines[0];
  const hint = hintOf(order.story, language);
  return html`<li><a class="tile" href="/orders/${order.number}${hint ? `#${anchorOf(order.story)}` : ''}">
    <img src="${first ? picture(first) : '/products/bulb.svg'}" width="400" height="400" alt="" loading="lazy">
    <strong>${stateText(order.story, language)}</strong>
    ${hint ? html`<span class="try">${hint}</span>` : ''}
    <small>${fill(texts.order, { number: order.number })}</small>
  </a></li>`;
}

/** Where on its page an order’s group begins. */
function anchorOf(story: string): string {
  const group = groupOf(story);
  if (group === 'reviews') return 'review';
  return group === 'referrals' ? 'referral' : group;
}

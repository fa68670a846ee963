import { html, raw } from 'hono/html';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import type { View } from '../view.ts';

/** The withdrawal function, linked from the foot of every page; and the backend's plain page, which needs no JavaScript. */
export function withdrawPage(view: View, order: string | undefined): Html {
  const { texts } = view;
  return page(
    view,
    texts.withdraw,
    html`<div class="track">
      <header><h1>${texts.withdraw}</h1><p class="lead">${texts.withdrawText}</p></header>
      <postlude-withdrawal${order ? html` order="${order}"` : ''} theme="${view.theme}"></postlude-withdrawal>
      <div class="hint">
        <p><a href="${plainPage(view, order)}">${texts.withdrawPlain}</a></p>
        <p>${fill(texts.withdrawHint, { number: order ?? view.withdrawable })}</p>
      </div>
      <noscript><p><a class="primary-link" href="${plainPage(view, order)}">${texts.withdrawPlain}</a></p></noscript>
    </div>`,
  );
}

/** The plain page in the language of this one. */
function plainPage({ backend, publishableKey, language }: View, order: string | undefined): Html {
  const query = new URLSearchParams({ lang: language, ...(order && { order }) });
  return html`${raw(`${backend}/withdraw/${publishableKey}?${query}`.replaceAll('&', '&amp;'))}`;
}

import { html } from 'hono/html';
import { type Product, pictureOf, platformIds, products } from '../../catalogue.ts';
import { type Html, page } from '../layout.ts';
import { fill } from '../texts.ts';
import { money, type View } from '../view.ts';

/** Everything the shop sells. */
export function lampsPage(view: View): Html {
  const { texts } = view;
  return page(
    view,
    texts.lampsTitle,
    html`<section class="group">
      <header><h1>${texts.lampsTitle}</h1><p class="lead">${texts.lampsText}</p></header>
      <ul class="orders">${products.map(
        (product) => html`<li><a class="tile" href="/lamps/${product.id}">
          <img src="/products/${product.id}.svg" width="400" height="400" alt="" loading="lazy">
          <strong>${product.title}</strong>
          <small>${priceOf(view, product)}</small>
        </a></li>`,
      )}</ul>
    </section>
    <section class="group" aria-label="${texts.shopReviews}">
      <postlude-reviews subject="store" theme="${view.theme}"></postlude-reviews>
    </section>`,
  );
}

/** One lamp, with what customers say of it. */
export function lampPage(view: View, product: Product): Html {
  const { texts } = view;
  const [first] = product.variants;
  return page(
    view,
    product.title,
    html`<div class="lamp">
      <img class="lamp-picture" src="${pictureOf(product, first)}" width="640" height="640" alt="">
      <div class="lamp-about">
        <p class="eyebrow">${product.type}</p>
        <h1>${product.title}</h1>
        <p class="lead">${priceOf(view, product)}</p>
        <p><a class="lamp-write" href="/review">${texts.writeReview}</a></p>
      </div>
    </div>
    <section id="reviews" aria-label="${texts.reviews}">
      <postlude-reviews product="${platformIds('shopify', product.id).product}" theme="${view.theme}"></postlude-reviews>
    </section>`,
  );
}

/** The plain form behind a link: it works whether anybody was asked or not. */
export function reviewPage(view: View): Html {
  const { texts } = view;
  return page(
    view,
    texts.writeTitle,
    html`<div class="track">
      <header><h1>${texts.writeTitle}</h1><p class="lead">${texts.writeText}</p></header>
      <postlude-review-prompt mode="always" theme="${view.theme}"></postlude-review-prompt>
    </div>`,
  );
}

function priceOf({ texts, language }: View, { variants }: Product): string {
  const prices = variants.map(({ price }) => price);
  const least = Math.min(...prices);
  const text = money(least, 'EUR', language);
  return least < Math.max(...prices) ? fill(texts.from, { price: text }) : text;
}

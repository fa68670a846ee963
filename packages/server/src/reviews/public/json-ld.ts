import type { PublicReview } from '@postlude/contract';

type Node = Record<string, unknown>;

/** Longer names search engines take for a mistake. */
const longestName = 99;

/**
 * A product with its rating and newest reviews as schema.org JSON-LD, for search engines. Only of a product: a shop that rates itself
 * on its own pages is not shown by them (Google, *self-serving reviews*). Who wants to be anonymous is left out of the reviews,
 * since an author needs a name, and counts in the rating.
 */
export function productJsonLd(
  product: { readonly id: string; readonly title: string },
  { count, average }: { readonly count: number; readonly average: number },
  reviews: readonly PublicReview[],
): Node {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    productID: product.id,
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: average,
      reviewCount: count,
      bestRating: 5,
      worstRating: 1,
    },
    review: reviews.filter(({ name }) => name !== null).map(reviewOf),
  };
}

function reviewOf({ stars, name, title, text, language, createdAt, pros, cons }: PublicReview): Node {
  return known({
    '@type': 'Review',
    author: { '@type': 'Person', name: name?.slice(0, longestName) },
    datePublished: createdAt.slice(0, 10),
    name: title,
    reviewBody: text,
    inLanguage: language,
    reviewRating: { '@type': 'Rating', ratingValue: stars, bestRating: 5, worstRating: 1 },
    positiveNotes: notes(pros),
    negativeNotes: notes(cons),
  });
}

const notes = (points: readonly string[]): Node | null =>
  points.length === 0
    ? null
    : {
        '@type': 'ItemList',
        itemListElement: points.map((name, place) => ({ '@type': 'ListItem', position: place + 1, name })),
      };

const known = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null));

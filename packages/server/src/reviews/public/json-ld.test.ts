import type { PublicReview } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { productJsonLd } from './json-ld.ts';

const review: PublicReview = {
  id: 'rev_01920000000070008000000000000001',
  product: { id: 'lamp', title: 'Lamp', variant: 'White' },
  stars: 4,
  title: 'Bright',
  text: 'It <b>shines</b>.</script>',
  language: 'en',
  translation: null,
  pros: ['bright', 'calm'],
  cons: ['heavy'],
  recommend: true,
  scales: [],
  name: 'Mara O.',
  media: [],
  verification: 'verified',
  incentivised: true,
  imported: false,
  featured: false,
  reply: null,
  helpful: 3,
  createdAt: '2026-11-23T10:00:00.000Z',
  editedAt: null,
};
const of = (reviews: readonly PublicReview[]) =>
  productJsonLd({ id: 'lamp', title: 'Lamp' }, { count: 2, average: 4.5 }, reviews);

describe('the reviews of a product as JSON-LD', () => {
  it('are a rating of all of them and the newest in words', () => {
    expect(of([review])).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: 'Lamp',
      productID: 'lamp',
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: 4.5,
        reviewCount: 2,
        bestRating: 5,
        worstRating: 1,
      },
      review: [
        {
          '@type': 'Review',
          author: { '@type': 'Person', name: 'Mara O.' },
          datePublished: '2026-11-23',
          name: 'Bright',
          reviewBody: 'It <b>shines</b>.</script>',
          inLanguage: 'en',
          reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5, worstRating: 1 },
          positiveNotes: {
            '@type': 'ItemList',
            itemListElement: [
              { '@type': 'ListItem', position: 1, name: 'bright' },
              { '@type': 'ListItem', position: 2, name: 'calm' },
            ],
          },
          negativeNotes: {
            '@type': 'ItemList',
            itemListElement: [{ '@type': 'ListItem', position: 1, name: 'heavy' }],
          },
        },
      ],
    });
  });

  it('leave out what was not said and who is anonymous', () => {
    const bare = { ...review, title: null, text: null, language: null, pros: [], cons: [] };
    const { review: told } = of([bare, { ...review, name: null }]);
    expect(told).toEqual([
      {
        '@type': 'Review',
        author: { '@type': 'Person', name: 'Mara O.' },
        datePublished: '2026-11-23',
        reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5, worstRating: 1 },
      },
    ]);
  });

  it('name an author in less than a hundred characters', () => {
    const { review: told } = of([{ ...review, name: 'n'.repeat(200) }]);
    expect(told).toMatchObject([{ author: { name: 'n'.repeat(99) } }]);
  });

  it('use names of schema.org only, each on a type that has it', () => {
    const used = new Map<string, Set<string>>();
    const look = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(look);
      else if (typeof node === 'object' && node !== null) {
        const { '@type': type, ...rest } = node as Record<string, unknown>;
        const names = used.get(String(type)) ?? new Set();
        used.set(String(type), names);
        for (const [name, value] of Object.entries(rest)) {
          if (!name.startsWith('@')) names.add(name);
          look(value);
        }
      }
    };
    look(of([review]));
    const found = Object.fromEntries([...used].map(([type, names]) => [type, [...names].sort()]));
    // Not one more, and not one fewer: a name nobody uses has no place in the table.
    expect(found).toEqual(vocabulary);
  });
});

/** The properties of schema.org, those of supertypes included, that are said, by type. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  Product: ['aggregateRating', 'name', 'productID', 'review'],
  AggregateRating: ['bestRating', 'ratingValue', 'reviewCount', 'worstRating'],
  Review: [
    'author',
    'datePublished',
    'inLanguage',
    'name',
    'negativeNotes',
    'positiveNotes',
    'reviewBody',
    'reviewRating',
  ],
  Person: ['name'],
  Rating: ['bestRating', 'ratingValue', 'worstRating'],
  ItemList: ['itemListElement'],
  ListItem: ['name', 'position'],
};

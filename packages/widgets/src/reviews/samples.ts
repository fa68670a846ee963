import type { PublicReview, ReviewMedia, ReviewSummary } from '@postlude/contract';
import { sampleLines } from '../order-tracking/samples.ts';
import { allReviews } from './reviews.model.ts';
import type { ReadyState, ReviewsState } from './state.ts';

const { lamp } = sampleLines;
const idOf = <Kind extends string>(kind: Kind, n: string): `${Kind}_${string}` => `${kind}_${n.repeat(32)}`;

const photo = (n: string): ReviewMedia => ({
  ...{ id: idOf('upl', n), kind: 'photo', width: 1600, height: 1200 },
  url: lamp.imageUrl ?? '',
});

/** A good review by a verified buyer unless told otherwise. */
export const sampleReview = (facts: Partial<PublicReview> = {}): PublicReview => ({
  id: idOf('rev', '1'),
  product: { id: '8200000000001', title: lamp.title, variant: 'Oak' },
  stars: 5,
  title: 'Warm light, quiet switch',
  text: 'It stands on my desk since two weeks. The light is warm and even, and the switch makes no sound.',
  language: 'en',
  translation: null,
  pros: ['Warm light', 'Stands firm'],
  cons: ['Short cable'],
  recommend: true,
  scales: [],
  name: 'Mara O.',
  media: [],
  verification: 'verified',
  incentivised: false,
  imported: false,
  featured: false,
  reply: null,
  helpful: 12,
  createdAt: '2026-11-20T10:00:00.000Z',
  editedAt: null,
  ...facts,
});

/** Reviews as different as they can be. */
export const sampleReviews: readonly PublicReview[] = [
  sampleReview({ media: [photo('1'), photo('2')], featured: true }),
  sampleReview({
    ...{ id: idOf('rev', '2'), stars: 2, name: null, helpful: 0, recommend: false, pros: [], cons: [] },
    title: 'Flickers after a week',
    text: 'It began to flicker after a week. The shop answered at once and a new one is on its way.',
    reply: {
      text: 'We are sorry, Mara. The new one left today.\nYour team at Nordlicht',
      at: '2026-11-19T09:00:00.000Z',
    },
    createdAt: '2026-11-18T10:00:00.000Z',
    incentivised: true,
  }),
  sampleReview({
    ...{ id: idOf('rev', '3'), stars: 4, name: 'نور', title: 'ممتاز', language: 'ar', pros: [], cons: [] },
    text: 'الضوء دافئ ومريح للعين.',
    translation: { title: 'Excellent', text: 'The light is warm and easy on the eyes.' },
    createdAt: '2026-11-10T10:00:00.000Z',
    editedAt: '2026-11-12T10:00:00.000Z',
    recommend: null,
    helpful: 1,
  }),
  sampleReview({
    ...{ id: idOf('rev', '4'), stars: 3, name: 'A<b>n</b>a', title: null, imported: true },
    ...{ verification: 'unverified', pros: [], cons: [], recommend: null, helpful: 0 },
    text: `${'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(4)}${'It is a lamp that does what a lamp does. '.repeat(20)}`,
    createdAt: '2025-03-02T10:00:00.000Z',
  }),
];

/** The summary of 128 reviews unless told otherwise. */
export const sampleSummary = (facts: Partial<ReviewSummary> = {}): ReviewSummary => ({
  count: 128,
  average: 4.32,
  buckets: [6, 5, 11, 26, 80],
  verified: 112,
  incentivised: 14,
  imported: 16,
  withMedia: 23,
  recommend: { yes: 98, of: 109 },
  scales: [
    {
      ...{ id: 'light', label: 'How bright it is', low: 'Too dim', middle: 'Just right', high: 'Too bright' },
      ...{ value: 3.2, count: 84 },
    },
    {
      id: 'made',
      label: 'How well it is made',
      low: 'Poorly',
      middle: null,
      high: 'Very well',
      value: 4.6,
      count: 80,
    },
  ],
  media: [
    { reviewId: idOf('rev', '1'), media: photo('1') },
    { reviewId: idOf('rev', '1'), media: photo('2') },
    { reviewId: idOf('rev', '5'), media: { ...photo('3'), kind: 'video' } },
  ],
  checks: [
    'Reviews marked as verified were written with the order they are about; the others could not be connected with one.',
    'All reviews are shown, whatever they say. Some are rejected, for reasons that have nothing to do with the stars.',
    'Who writes a review may get a reward. It is the same whatever the review says, and the review is marked.',
  ],
  jsonLd: null,
  ...facts,
});

const ready = (facts: Partial<ReadyState> = {}): ReadyState => ({
  kind: 'ready',
  summary: sampleSummary(),
  query: allReviews,
  sort: 'newest',
  items: sampleReviews,
  next: 'more',
  phase: 'idle',
  votes: {},
  voting: null,
  ...facts,
});

/** Every state there is something to see of. */
export const sampleStates: Readonly<Record<string, ReviewsState>> = {
  loading: { kind: 'loading' },
  failed: {
    kind: 'failed',
    problem: { code: 'unreachable', retryable: true, requestId: null, retryAt: null },
  },
  none: ready({
    summary: sampleSummary({
      ...{ count: 0, average: null, buckets: [0, 0, 0, 0, 0], verified: 0, incentivised: 0, imported: 0 },
      ...{ withMedia: 0, recommend: null, scales: [], media: [] },
    }),
    items: [],
    next: null,
  }),
  list: ready(),
  narrowed: ready({
    query: { ...allReviews, stars: 2, media: true },
    items: sampleReviews.slice(1, 2),
    next: null,
  }),
  'none-found': ready({ query: { ...allReviews, words: 'cable' }, items: [], next: null }),
  voted: ready({ votes: { [idOf('rev', '1')]: { helpful: 13, mine: true } } }),
  more: ready({ phase: 'more' }),
  'more-failed': ready({ phase: 'failed' }),
  plain: ready({
    summary: sampleSummary({ scales: [], media: [], withMedia: 0, recommend: null, incentivised: 0 }),
    items: sampleReviews.slice(1, 2),
    next: null,
  }),
};

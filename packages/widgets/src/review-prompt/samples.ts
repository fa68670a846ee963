import type { AskOffer, OwnReview, ReviewForm, ReviewSubject } from '@postlude/contract';
import { sampleLines } from '../order-tracking/samples.ts';
import type { ReadyState } from './state.ts';
import { keyOf, sittingOf } from './subjects.ts';

type Line = (typeof sampleLines)[keyof typeof sampleLines];

let made = 0;
const hex = (): string => (++made).toString(16).padStart(32, '0');

/** Something to review: everything is asked, nothing has to be said, unless told. */
export const subject = (line: Line, facts: Partial<ReviewSubject> = {}): ReviewSubject => ({
  lineId: line.id,
  title: line.title,
  variant: line.variant,
  imageUrl: line.imageUrl,
  productUrl: line.productUrl,
  closed: null,
  fields: {
    title: 'optional',
    text: 'optional',
    photos: 'optional',
    videos: 'optional',
    prosAndCons: 'optional',
    recommend: 'optional',
  },
  prompts: ['How does it feel in the hand?', 'Who would you give it to?'],
  scales: [
    { id: 'size', label: 'Size', low: 'Too small', middle: 'Just right', high: 'Too large', required: false },
    { id: 'quality', label: 'Quality', low: 'Poor', middle: null, high: 'Excellent', required: false },
  ],
  reward: null,
  review: null,
  ...facts,
});

/** The shop itself. */
export const shopSubject = (facts: Partial<ReviewSubject> = {}): ReviewSubject => ({
  ...subject(sampleLines.mug),
  lineId: null,
  title: 'Nordlicht',
  variant: null,
  imageUrl: null,
  productUrl: null,
  fields: {
    title: 'optional',
    text: 'optional',
    photos: 'off',
    videos: 'off',
    prosAndCons: 'off',
    recommend: 'off',
  },
  prompts: [],
  scales: [],
  ...facts,
});

/** A review that is public. */
export const ownReview = (line: Line, facts: Partial<OwnReview> = {}): OwnReview => ({
  id: `rev_${hex()}`,
  lineId: line.id,
  content: {
    stars: 4,
    title: 'Holds its warmth',
    text: 'I use it every morning.\nThe glaze is a little darker than in the picture.',
    scales: { size: 3, quality: 5 },
    pros: ['Heavy in a good way', 'Fits the dishwasher'],
    cons: ['Darker than pictured'],
    recommend: true,
    uploads: [],
    name: 'Mara O.',
  },
  uploads: [],
  moderation: 'approved',
  rejected: null,
  visibility: 'shown',
  verification: 'verified',
  incentivised: false,
  reward: null,
  reply: null,
  createdAt: '2026-11-23T10:00:00.000Z',
  editedAt: null,
  publishedAt: '2026-11-23T10:00:00.000Z',
  ...facts,
});

/** The form of an order with these subjects. */
export const reviewForm = (
  subjects: readonly ReviewSubject[],
  facts: Partial<ReviewForm> = {},
): ReviewForm => ({
  orderId: `ord_${'1'.repeat(32)}`,
  orderNumber: '1001',
  subjects: [...subjects],
  drafts: {},
  names: ['Mara Okafor', 'Mara O.'],
  terms: null,
  checkedFirst: true,
  checks: [
    'Only people who bought the product here can review it. Their reviews are marked as verified.',
    'All reviews are read before they are public. Good and bad ones are treated alike.',
  ],
  policyVersion: 1,
  uploads: { perReview: 5, bytes: 10 * 1024 * 1024, videoBytes: 50 * 1024 * 1024, videoSeconds: 30 },
  store: {
    name: 'Nordlicht',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    contact: { email: 'help@shop.example', phone: null, url: null },
  },
  ...facts,
});

/** An ask for everything that is open in a form. */
export const offerOf = (form: ReviewForm, kind: AskOffer['kind'] = 'review'): AskOffer => ({
  kind,
  asks: form.subjects.flatMap(({ lineId, review }) =>
    lineId && (kind === 'media') === (review !== null)
      ? [{ id: `ask_${hex()}`, lineId, reviewId: review?.id ?? null } as AskOffer['asks'][number]]
      : [],
  ),
});

/** A form on screen after an ask for what is open, unless told. */
export const readyState = (form: ReviewForm, facts: Partial<ReadyState> = {}): ReadyState => {
  const offer = offerOf(form);
  const sitting = sittingOf(form, offer);
  const first = form.subjects[0];
  return {
    kind: 'ready',
    form,
    foundBy: 'proof',
    offer,
    sitting,
    screen: 'overview',
    at: facts.screen && first ? keyOf(first) : null,
    step: 'words',
    editing: false,
    drafts: {},
    skipped: [],
    sent: [],
    termsAgreed: false,
    mistakes: {},
    doing: null,
    troubles: {},
    further: null,
    asOf: '2026-11-24T15:00:00.000Z',
    offline: false,
    ...facts,
  };
};

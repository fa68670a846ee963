import { lookupForm } from '../order-session/lookup-form.ts';
import { sampleLines } from '../order-tracking/samples.ts';
import { keptPhoto } from '../returns/photos/photo.ts';
import { emptyDraft } from './draft.ts';
import { offerOf, ownReview, readyState, reviewForm, shopSubject, subject } from './samples.ts';
import type { Draft, ReadyState, ReviewPromptState } from './state.ts';
import { keyOf } from './subjects.ts';

const { mug, towel, lamp, poster, long } = sampleLines;
const problem = (code: string, requestId: string | null = null) => ({
  code,
  retryable: true,
  requestId,
  retryAt: null,
});

const one = reviewForm([subject(mug)]);
const key = mug.id;
const with_ = (facts: Partial<Draft>): ReadyState['drafts'] => ({ [key]: { ...emptyDraft, ...facts } });
const reward = { label: '10 % off your next order' };
const written: Partial<Draft> = {
  stars: 4,
  title: 'Holds its warmth',
  text: 'I use it every morning. The glaze is a little darker than in the picture.',
  scales: { size: 3, quality: 4 },
  pros: ['Heavy in a good way', 'Fits the dishwasher'],
  cons: ['Darker than pictured'],
  recommend: true,
};
const upload = { ...keptPhoto('upl_1'), id: 'p1' };
const order = reviewForm([
  subject(mug, { review: ownReview(mug, { moderation: 'pending', publishedAt: null }) }),
  subject(towel),
  subject(lamp),
  subject(long),
]);
const ofOrder = {
  sitting: order.subjects.map(keyOf),
  sent: [mug.id],
};
const reviewed = (facts: Parameters<typeof ownReview>[1]): ReadyState => {
  const form = reviewForm([subject(mug, { review: ownReview(mug, facts) })]);
  return readyState(form, { screen: 'own', offer: null, sitting: [key] });
};
const write = (facts: Partial<ReadyState>): ReadyState => readyState(one, { screen: 'write', ...facts });

/** Every state of the review prompt worth looking at, by its name. */
export const sampleStates: Readonly<Record<string, ReviewPromptState>> = {
  one: readyState(one),
  'one-kept': readyState(one, { drafts: with_({ stars: 4 }) }),
  'one-low': readyState(one, { drafts: with_({ stars: 2 }) }),
  'one-reward': readyState(reviewForm([subject(mug, { reward })])),
  'one-sending': readyState(one, { drafts: with_({ stars: 5 }), doing: { action: 'send', key } }),
  'one-failed': readyState(one, {
    drafts: with_({ stars: 5 }),
    troubles: { [key]: { action: 'send', problem: problem('unreachable') } },
  }),
  several: readyState(order, {
    ...ofOrder,
    drafts: { [lamp.id]: { ...emptyDraft, stars: 5 } },
    skipped: [towel.id],
  }),
  always: readyState(
    reviewForm([
      subject(towel),
      subject(mug, { review: ownReview(mug) }),
      subject(poster, { closed: 'order_cancelled' }),
      shopSubject(),
    ]),
    { offer: null },
  ),
  empty: readyState(reviewForm([]), { offer: null, sitting: [] }),
  offline: readyState(one, { drafts: with_({ stars: 3 }), offline: true }),
  words: write({ drafts: with_({ stars: 4 }) }),
  'words-low': write({ drafts: with_({ stars: 1 }) }),
  'words-missing': readyState(
    reviewForm([
      subject(mug, {
        fields: {
          title: 'required',
          text: 'required',
          photos: 'off',
          videos: 'off',
          prosAndCons: 'off',
          recommend: 'off',
        },
      }),
    ]),
    { screen: 'write', drafts: with_({ stars: 4 }), mistakes: { title: 'missing', text: 'missing' } },
  ),
  points: write({ step: 'points', drafts: with_(written) }),
  media: write({
    step: 'media',
    drafts: with_({
      ...written,
      photos: [
        upload,
        { ...upload, id: 'p2', state: 'sending', progress: 0.4, uploadId: null },
        { ...upload, id: 'p3', state: 'failed', problem: 'video_too_long', uploadId: null },
      ],
    }),
    mistakes: { photos: 'sending' },
  }),
  check: write({ step: 'check', drafts: with_({ ...written, photos: [upload] }) }),
  'check-terms': readyState(
    reviewForm([subject(mug, { reward })], {
      terms: { text: 'Reviews may be shown with the product.', url: 'https://shop.example/terms' },
    }),
    {
      screen: 'write',
      step: 'check',
      drafts: with_({ ...written, name: '' }),
      mistakes: { name: 'missing', terms: 'missing' },
    },
  ),
  'check-failed': write({
    step: 'check',
    drafts: with_({ stars: 5 }),
    troubles: { [key]: { action: 'send', problem: problem('internal', 'req_01JD3Z8Q') } },
  }),
  done: readyState(
    reviewForm([
      subject(mug, {
        review: ownReview(mug, {
          moderation: 'pending',
          publishedAt: null,
          incentivised: true,
          reward: { label: reward.label, code: 'THANKS-10' },
        }),
      }),
      subject(towel),
    ]),
    { screen: 'done', at: null, sitting: [key, towel.id], sent: [key], skipped: [towel.id] },
  ),
  'done-further': readyState(
    reviewForm([subject(mug, { review: ownReview(mug) })], { checkedFirst: false }),
    {
      screen: 'done',
      at: null,
      sent: [key],
      further: offerOf(reviewForm([subject(mug, { review: ownReview(mug) })]), 'media'),
    },
  ),
  own: reviewed({
    incentivised: true,
    reply: {
      text: 'Thank you! The next batch is photographed in daylight.',
      at: '2026-11-24T09:00:00.000Z',
    },
  }),
  'own-pending': reviewed({ moderation: 'pending', publishedAt: null }),
  'own-rejected': reviewed({
    moderation: 'rejected',
    publishedAt: null,
    rejected: { reason: 'personal_data', note: 'Please leave out the phone number.' },
  }),
  'own-hidden': reviewed({ visibility: 'hidden', rejected: { reason: 'not_about_product', note: null } }),
  'own-withdrawn': reviewed({ visibility: 'withdrawn', publishedAt: null }),
  'own-conflict': {
    ...reviewed({}),
    troubles: { [key]: { action: 'send', problem: problem('conflict') } },
  },
  loading: { kind: 'loading' },
  lookup: lookupForm({}),
  failed: { kind: 'failed', problem: problem('internal', 'req_01JD3Z8Q') },
};

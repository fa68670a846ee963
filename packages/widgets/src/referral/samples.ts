import type {
  AdvocateReferral,
  ReferralCard,
  ReferralInvitation,
  ShopperReward,
  ReferralState as Standing,
} from '@postlude/contract';
import { lookupForm } from '../order-session/lookup-form.ts';
import type { TrackingProblem } from '../order-session/state.ts';
import type { ReadyState, ReferralState } from './state.ts';

const id = (prefix: string, count: number): string => `${prefix}_${String(count).padStart(32, '0')}`;
const at = '2026-11-20T10:00:00.000Z';

/** A square of 29 modules that looks like a code and is none. */
const qrPath = Array.from({ length: 21 * 21 }, (_, index) => [index % 21, Math.floor(index / 21)] as const)
  .filter(([x, y]) => (x * x + y * 3 + x * y) % 5 < 2)
  .map(([x, y]) => `M${x + 4} ${y + 4}h1v1h-1z`)
  .join('');

/** What Ada shares. */
export const sampleInvitation = (facts: Partial<ReferralInvitation> = {}): ReferralInvitation => ({
  code: 'ADA-7K3M',
  link: 'https://shop.example/friends?ref=ADA-7K3M',
  name: 'Ada',
  message:
    'I shop at Kontor Nord and like it. With my code ADA-7K3M you get €20 off your first order: https://shop.example/friends?ref=ADA-7K3M',
  qr: { path: qrPath, size: 29 },
  ...facts,
});

/** A reward that can be used. */
export const sampleReward = (count = 1, facts: Partial<ShopperReward> = {}): ShopperReward => ({
  id: id('rwd', count) as ShopperReward['id'],
  ...{ state: 'sent', label: '€10 off', code: 'THANKS-7K3M9X', at },
  words: 'Ready: use this code with your next order.',
  ...facts,
});

/** One recommendation. */
export const sampleReferral = (
  count: number,
  state: Standing,
  words: string,
  facts: Partial<AdvocateReferral> = {},
): AdvocateReferral => ({
  id: id('rfr', count) as AdvocateReferral['id'],
  ...{ state, words, reason: null, until: null, reward: null, createdAt: at, changedAt: at },
  ...facts,
});

const none: ReferralCard['totals'] = {
  ...{ visits: 0, claimed: 0, waiting: 0, qualified: 0, ended: 0 },
  ...{ earned: [], pending: [] },
};

/** What can be shared, before anything came of it, unless told otherwise. */
export const sampleCard = (facts: Partial<ReferralCard> = {}): ReferralCard => ({
  programme: {
    id: id('rpg', 1) as NonNullable<ReferralCard['programme']>['id'],
    version: 1,
    offer: 'Your friend gets €20 off the first order, and you get €10 off',
    advocateReward: '€10 off',
    friendReward: '€20 off',
    terms: [
      'Your friend has to order for €50 at least.',
      'Your reward comes when your friend can no longer return the order.',
      'Each friend counts once, and nobody can invite themselves.',
    ],
    endsAt: null,
  },
  closed: null,
  invitation: sampleInvitation(),
  suggestedName: 'Ada',
  totals: none,
  referrals: [],
  next: null,
  rewards: [],
  refreshAfter: null,
  ...facts,
});

/** A recommendation in every state. */
export const sampleReferrals: readonly AdvocateReferral[] = [
  sampleReferral(1, 'claimed', 'Your friend took the offer and has not ordered yet.'),
  sampleReferral(2, 'ordered', 'Your friend ordered. We wait for the payment.'),
  sampleReferral(3, 'held', 'Waiting until 12 December: your friend can still return the order.', {
    ...{ reason: 'returns_open', until: '2026-12-12' },
  }),
  sampleReferral(4, 'flagged', 'The store is looking at this one. You will know by 27 November.', {
    reason: 'looks_wrong',
  }),
  sampleReferral(5, 'qualified', 'It counts. Your reward is there.', { reward: sampleReward() }),
  sampleReferral(6, 'refused', 'Your friend has been a customer before, so this one does not count.', {
    reason: 'existing_customer',
  }),
  sampleReferral(7, 'voided', 'Your friend sent everything back, so this one does not count.', {
    reason: 'order_refunded',
  }),
];

const rewards: ReferralCard['rewards'] = [
  { side: 'advocate', reward: sampleReward(1) },
  {
    side: 'advocate',
    reward: sampleReward(2, { state: 'earned', code: null, words: 'Your code is being made.' }),
  },
  { side: 'friend', reward: sampleReward(3, { state: 'redeemed', words: 'Used on 14 November.' }) },
  {
    side: 'advocate',
    reward: sampleReward(4, { state: 'revoked', words: 'Taken back: the order was returned.' }),
  },
];

const lively = sampleCard({
  ...{ referrals: [...sampleReferrals], rewards, next: 'c2' },
  totals: {
    ...{ visits: 23, claimed: 9, waiting: 4, qualified: 3, ended: 2 },
    earned: [{ amount: 3000, currency: 'EUR' }],
    pending: [{ amount: 4000, currency: 'EUR' }],
  },
});

/** A card on screen. */
export const readyState = (card: ReferralCard, facts: Partial<ReadyState> = {}): ReadyState => ({
  ...{ kind: 'ready', card, referrals: card.referrals, next: card.next, foundBy: 'proof', offer: null },
  ...{ name: card.invitation?.name ?? card.suggestedName ?? '', isNaming: false },
  ...{ message: null, isWriting: false, doing: null, trouble: null, stale: false },
  ...facts,
});

const unreachable: TrackingProblem = {
  ...{ code: 'unreachable', retryable: true, requestId: null, retryAt: null },
};
const notJoined = sampleCard({ invitation: null });
const closed = (code: NonNullable<ReferralCard['closed']>, facts: Partial<ReferralCard> = {}): ReadyState =>
  readyState(sampleCard({ programme: null, closed: code, invitation: null, ...facts }));
const longName = 'Maximilian-Alexander von Hohenlohe-Schillingsfürst';
const longLink = `https://donaudampfschifffahrtsgesellschaft.example/freunde-werben?aktion=${'x'.repeat(60)}&ref=MAXIMILIAN-7K3M`;

/** Every state there can be. */
export const sampleStates: Readonly<Record<string, ReferralState>> = {
  loading: { kind: 'loading' },
  lookup: lookupForm({}),
  waiting: { kind: 'waiting', order: '1001', tries: 1 },
  failed: { kind: 'failed', problem: unreachable },
  join: readyState(notJoined),
  'join-busy': readyState(notJoined, { doing: 'join' }),
  'join-failed': readyState(notJoined, { trouble: { doing: 'join', problem: unreachable } }),
  'join-one-sided': readyState(
    sampleCard({
      invitation: null,
      programme: {
        ...(notJoined.programme as NonNullable<ReferralCard['programme']>),
        ...{ offer: 'Your friend gets €20 off the first order', advocateReward: null },
        endsAt: '2026-12-31T23:00:00.000Z',
      },
    }),
  ),
  share: readyState(sampleCard()),
  'share-nameless': readyState(sampleCard({ invitation: sampleInvitation({ name: null }) })),
  'share-asked': readyState(sampleCard(), {
    offer: {
      kind: 'referral',
      asks: [{ id: id('ask', 1) as never, lineId: id('lin', 1) as never, reviewId: null }],
    },
  }),
  'share-writing': readyState(sampleCard(), { isWriting: true, message: 'You have to see this shop!' }),
  'share-naming': readyState(sampleCard(), { isNaming: true, name: 'Ada L.' }),
  'share-long': readyState(
    sampleCard({ invitation: sampleInvitation({ name: longName, link: longLink, code: 'MAXIMILIAN-7K3M' }) }),
  ),
  lively: readyState(lively),
  'more-busy': readyState(lively, { doing: 'more' }),
  'more-failed': readyState(lively, { trouble: { doing: 'more', problem: unreachable } }),
  stale: readyState(sampleCard(), { stale: true }),
  'closed-none': closed('no_programme'),
  'closed-over': closed('no_programme', {
    ...{ referrals: [...sampleReferrals.slice(4)], rewards, totals: lively.totals },
  }),
  'closed-early': closed('not_yet'),
  'closed-blocked': closed('blocked'),
  'closed-nobody': closed('no_email'),
  'closed-gift': closed('not_offered'),
};

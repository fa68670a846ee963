import type { OfferClosed, ReferralClaim, ReferralOffer } from '@postlude/contract';
import type { TrackingProblem } from '../order-session/state.ts';
import type { AskState, ClaimedState, ClosedState, OfferState, ReferralOfferState } from './state.ts';

const terms = [
  'The friend gets €20 off the first order.',
  'The friend has to order for €50 at least.',
  'The friend has to order within 30 days of taking the offer.',
  'Each friend counts once, and nobody can invite themselves.',
];

/** Twenty euro of Ada's, unless told otherwise. */
export const sampleOffer = (facts: Partial<ReferralOffer> = {}): ReferralOffer => ({
  closed: null,
  words: 'Ada gives you €20 off your first order',
  code: 'ADA-7K3M',
  advocate: 'Ada',
  reward: '€20 off',
  terms,
  needsEmail: false,
  endsAt: null,
  referralId: `rfr_${'1'.repeat(32)}`,
  ...facts,
});

/** A claim with its code, unless told otherwise. */
export const sampleClaim = (facts: Partial<ReferralClaim> = {}): ReferralClaim => ({
  closed: null,
  words: 'It is yours. Use this code when you order.',
  token: `rct_${'a'.repeat(43)}`,
  reward: { state: 'sent', label: '€20 off', code: 'HELLO-7K3M9X' },
  mention: null,
  until: '2026-12-26T10:00:00.000Z',
  terms,
  refreshAfter: null,
  ...facts,
});

const unreachable: TrackingProblem = {
  ...{ code: 'unreachable', retryable: true, requestId: null, retryAt: null },
};

const ask = (facts: Partial<AskState> = {}): AskState => ({
  ...{ kind: 'ask', code: '', error: null, said: null, busy: false, problem: null },
  ...facts,
});
const offer = (facts: Partial<OfferState> = {}): OfferState => ({
  ...{ kind: 'offer', offer: sampleOffer(), email: '', error: null, busy: false, problem: null },
  ...facts,
});
const claimed = (facts: Partial<ReferralClaim> = {}): ClaimedState => ({
  kind: 'claimed',
  claim: sampleClaim(facts),
});
const closed = (code: OfferClosed, words: string): ClosedState => ({ kind: 'closed', closed: code, words });

const long = 'Maximilian-Alexander von Hohenlohe-Schillingsfürst';

/** Every state an offer can be in. */
export const sampleStates: Readonly<Record<string, ReferralOfferState>> = {
  loading: { kind: 'loading' },
  ask: ask(),
  'ask-missing': ask({ error: 'missing' }),
  'ask-unknown': ask({
    code: 'ADA-7K3N',
    said: 'We do not know this code. Please check it with who gave it to you, or open their link again.',
  }),
  'ask-busy': ask({ code: 'ADA-7K3M', busy: true }),
  'ask-failed': ask({ code: 'ADA-7K3M', problem: unreachable }),
  offer: offer(),
  'offer-email': offer({
    offer: sampleOffer({ needsEmail: true, endsAt: '2026-12-31T23:00:00.000Z' }),
    email: 'bea',
    error: 'email',
  }),
  'offer-long': offer({
    offer: sampleOffer({ words: `${long} gives you KWD 1,250.500 off your first order`, advocate: long }),
  }),
  'offer-busy': offer({ busy: true }),
  'offer-failed': offer({ problem: unreachable }),
  claimed: claimed(),
  'claimed-waiting': claimed({
    ...{ words: 'Your code is being made. It will be here in a moment.', refreshAfter: 5 },
    reward: { state: 'earned', label: '€20 off', code: null },
  }),
  'claimed-mention': claimed({
    words: 'Use this code when you order, so that your friend gets something too.',
    ...{ reward: null, mention: 'ADA-7K3M' },
  }),
  'claimed-long': claimed({
    reward: { state: 'sent', label: '€20 off', code: 'WELCOME-TO-THE-SHOP-2026-ABCDEFGHJKMNPQRST' },
  }),
  'closed-customer': closed(
    'existing_customer',
    'How nice, you are a customer already. This offer is for the first order; you can invite friends yourself.',
  ),
  'closed-own': closed('own_link', 'This is your own invitation. Pass it on: it works for your friends.'),
  'closed-ended': closed(
    'programme_ended',
    'This offer has ended. You are welcome in the shop all the same.',
  ),
  failed: { kind: 'failed', problem: unreachable },
};

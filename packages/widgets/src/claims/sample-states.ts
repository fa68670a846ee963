import { headline, scan, shipment } from '../order-tracking/samples.ts';
import { emptyChoice, fitting } from './choice.ts';
import {
  claim,
  claimOptions,
  coverAfterRepair,
  door,
  sampleDoors,
  samplePlaces,
  sampleQuote,
} from './samples.ts';
import type { ClaimChoice, ClaimState, ClaimStep, ClaimsState, FilingState } from './state.ts';

const begun: ClaimChoice = {
  ...emptyChoice('DE'),
  route: 'legal_guarantee',
  symptom: 'dead',
  description: 'Since the storm it stays dark.\nThe bulb works in another lamp.',
  since: '2026-11-08',
  resolution: 'repair',
  placeId: 'post',
};

/** Something being filed, with whatever is different. */
export const filingState = (
  step: ClaimStep,
  facts: Partial<Omit<FilingState, 'choice'>> & { readonly choice?: Partial<ClaimChoice> } = {},
): FilingState => {
  const { choice, ...rest } = facts;
  const options = rest.options ?? claimOptions();
  return {
    kind: 'filing',
    options,
    step,
    choice: fitting(options, { ...begun, ...choice }),
    solved: false,
    files: [],
    mistakes: {},
    phase: 'idle',
    trouble: null,
    offline: false,
    ...rest,
  };
};

/** A claim on screen, with whatever is different. */
export const claimState = (of = claim(), facts: Partial<ClaimState> = {}): ClaimState => ({
  kind: 'claim',
  claim: of,
  fresh: false,
  asOf: '2026-11-24T14:42:00.000Z',
  stale: false,
  offline: false,
  refreshing: false,
  doing: null,
  trouble: null,
  files: [],
  ...facts,
});

const problem = (code: string) => ({ code, retryable: true, requestId: null, retryAt: null });
const file = { preview: null, file: null, problem: null, uploadId: null, progress: null };
const parcel = shipment({ headline: headline('arrives_on', { date: '2026-11-26', tone: 'progress' }) });

/** Every screen of claims, by name. */
export const claimStates: Readonly<Record<string, ClaimsState>> = {
  loading: { kind: 'loading' },
  failed: { kind: 'failed', problem: { ...problem('internal'), requestId: 'req_01JD3Z8Q' } },
  doors: filingState('doors', { choice: { route: null } }),
  'doors-returns': filingState('doors', {
    choice: { route: null },
    options: claimOptions({
      doors: [
        door('withdraw', {
          state: 'open',
          because: null,
          quantity: 1,
          lastDay: '2026-12-01',
          best: true,
          whyBest: 'full_refund',
        }),
        door('return', { state: 'open', because: null, quantity: 1, lastDay: '2026-12-08' }),
        ...sampleDoors
          .filter(({ route }) => route !== 'withdraw' && route !== 'return')
          .map((one) => ({
            ...one,
            best: false,
            whyBest: null,
          })),
      ],
    }),
  }),
  'doors-claim-open': filingState('doors', {
    choice: { route: null },
    options: claimOptions({
      claims: [claim('in_repair')],
      doors: sampleDoors.map((one) => door(one.route, { because: 'claim_open' })),
    }),
  }),
  symptom: filingState('symptom', { choice: { symptom: null } }),
  'symptom-missing': filingState('symptom', {
    choice: { symptom: null },
    mistakes: { symptom: 'missing' },
  }),
  help: filingState('help'),
  solved: filingState('help', { solved: true }),
  details: filingState('details', {
    files: [
      { ...file, id: '1', state: 'kept', uploadId: `upl_${'1'.repeat(32)}`, progress: 1 },
      { ...file, id: '2', state: 'sending', progress: 0.4 },
      { ...file, id: '3', state: 'failed', problem: 'unreachable' },
    ],
  }),
  'details-wrong': filingState('details', {
    choice: { symptom: 'broken', description: '', since: '2027-01-01' },
    mistakes: { description: 'missing', since: 'impossible', files: 'missing' },
  }),
  solution: filingState('solution', { choice: { placeId: 'berlin' } }),
  'solution-warranty': filingState('solution', { choice: { route: 'warranty', resolution: null } }),
  address: filingState('address'),
  'address-other': filingState('address', {
    choice: { addressKind: 'other' },
    mistakes: { name: 'missing', city: 'missing' },
  }),
  check: filingState('check'),
  'check-failed': filingState('check', { phase: 'failed', trouble: problem('unreachable') }),
  received: claimState(claim('received'), { fresh: true }),
  waiting: claimState(
    claim('waiting', {
      question: 'Which bulb do you use? A photo of its socket would help.',
      messages: [
        {
          id: `cmg_${'1'.repeat(32)}`,
          at: '2026-11-12T10:00:00.000Z',
          from: 'shopper',
          text: 'I forgot to say that it hummed before.',
          uploads: [],
        },
      ],
    }),
  ),
  approved: claimState(
    claim('approved', {
      documents: [
        { kind: 'label', url: 'https://post.example/v1/documents/label' },
        { kind: 'packing_slip', url: 'https://post.example/v1/documents/slip' },
      ],
      canTellParcel: true,
    }),
  ),
  'approved-partner': claimState(claim('approved', { place: samplePlaces[1] ?? null })),
  'device-on-its-way': claimState(
    claim('approved', {
      inbound: shipment({
        headline: headline('in_transit', { tone: 'progress' }),
        events: [scan('2026-11-24T09:42:00', 'in_transit', 'accepted', 'Berlin')],
      }),
    }),
  ),
  quoted: claimState(claim('quoted', { route: 'repair', quote: sampleQuote() })),
  'quote-free': claimState(
    claim('quoted', {
      quote: sampleQuote({
        price: { amount: 0, currency: 'EUR' },
        priceKind: 'fixed',
        services: [],
        temporary: null,
        total: { amount: 0, currency: 'EUR' },
        calculation: null,
        note: null,
      }),
    }),
  ),
  'quote-expired': claimState(claim('quoted', { route: 'repair', quote: sampleQuote({ state: 'expired' }) })),
  'in-repair': claimState(
    claim('in_repair', {
      route: 'repair',
      expectedOn: '2026-12-04',
      quote: sampleQuote({ state: 'accepted', answeredAt: '2026-11-24T10:00:00.000Z' }),
    }),
  ),
  'on-its-way-back': claimState(claim('on_its_way_back', { outbound: parcel })),
  done: claimState(claim('done', { covers: [coverAfterRepair] })),
  declined: claimState(
    claim('declined', {
      declined: {
        code: 'misuse',
        note: 'The lamp stood in water. We are happy to repair it for a price.',
        stillOpen: [
          door('repair', { state: 'open', because: null, quantity: 1, best: true, whyBest: 'only_one' }),
        ],
      },
    }),
  ),
  cancelled: claimState(claim('cancelled')),
  stale: claimState(claim('in_repair'), { stale: true }),
};

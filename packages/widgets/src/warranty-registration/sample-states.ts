import { lookupForm } from '../order-session/lookup-form.ts';
import { sampleLines } from '../order-tracking/samples.ts';
import { elsewhereForm, takeOverForm } from './first-forms.ts';
import {
  entry,
  guarantee,
  passport,
  passportList,
  readyState,
  registered,
  registration,
  serialAsked,
  warranty,
} from './samples.ts';
import type { ReadyState, RegistrationState } from './state.ts';

const { mug, towel, lamp, poster, long } = sampleLines;
const problem = (code: string, requestId: string | null = null) => ({
  code,
  retryable: true,
  requestId,
  retryAt: null,
});

const lampOpen = entry(passport(lamp), { serial: serialAsked });
const towelOpen = entry(passport(towel));
const mugs = [1, 2].map((unit) => entry(passport(mug, { unit, units: 2 }), { serial: serialAsked }));
const [firstMug, secondMug] = mugs.map((item) => item.passport.id);
const claimed = registered(lamp, {
  claims: [
    {
      id: `clm_${'1'.repeat(32)}`,
      number: 'C-1001-2',
      status: 'quoted',
      symptom: 'A part broke off',
      createdAt: '2026-11-23T15:00:00.000Z',
      doneOn: null,
    },
    {
      id: `clm_${'2'.repeat(32)}`,
      number: 'C-1001-1',
      status: 'done',
      symptom: null,
      createdAt: '2026-11-20T15:00:00.000Z',
      doneOn: '2026-11-22',
    },
  ],
});
const done = registered(lamp, { serial: 'SN-1234-AB' });
const other = registered(towel, {
  covers: [guarantee(), warranty({ lifetime: true, until: null, sum: null, benefits: [] })],
});
const rejected = entry(
  passport(poster, {
    origin: 'elsewhere',
    registration: registration({
      status: 'rejected',
      rejected: { code: 'proof_unreadable', note: 'The date cannot be seen.' },
    }),
    covers: [warranty({ state: 'not_registered', until: null, from: null, sum: null })],
  }),
  { canRegister: true, because: null },
);
const pending = entry(
  passport(lamp, { origin: 'elsewhere', registration: registration({ status: 'pending' }) }),
  { because: 'pending' },
);
const gone = entry(passport(long, { state: 'transferred', covers: [] }), { because: 'transferred' });
const ended = registered(poster, {
  covers: [
    guarantee({ state: 'ended', from: '2024-11-01', until: '2026-11-01', burdenUntil: '2025-11-01' }),
    warranty({
      state: 'unknown',
      from: null,
      until: null,
      sum: null,
      covers: [],
      excludes: [],
      benefits: [],
    }),
  ],
});
const outside = entry(
  passport(lamp, { origin: 'elsewhere', boughtAt: 'Lamp market', covers: [warranty({ sum: null })] }),
  { serial: serialAsked },
);
const shown = (item: typeof done, facts: Partial<ReadyState> = {}): ReadyState =>
  readyState(passportList([item, towelOpen]), { screen: 'item', shown: [item.passport.id], ...facts });
const file = (id: string, facts: object) => ({
  id,
  state: 'kept' as const,
  progress: 1,
  uploadId: 'upl_1',
  preview: null,
  problem: null,
  file: null,
  ...facts,
});
const lampFound = {
  productId: 'p1',
  variantId: null,
  title: 'Oak desk lamp',
  variant: 'Small',
  imageUrl: lamp.imageUrl,
  gtin: '04006381333931',
};

/** States the widget can be looked at in. */
export const sampleStates: Readonly<Record<string, RegistrationState>> = {
  start: { kind: 'start' },
  lookup: lookupForm({}),
  loading: { kind: 'loading' },
  one: readyState(passportList([towelOpen])),
  items: readyState(passportList([towelOpen, lampOpen, registered(poster), gone])),
  mistakes: readyState(passportList([lampOpen, towelOpen]), {
    mistakes: { [lampOpen.passport.id]: 'missing' },
  }),
  claimed: readyState(passportList([claimed, towelOpen])),
  'claimed-item': shown(claimed),
  units: readyState(passportList(mugs), {
    serials: { [firstMug ?? '']: 'sn l234 ab', [secondMug ?? '']: 'SN-12X4' },
    consents: { safety: true, marketing: false },
  }),
  taken: readyState(passportList([lampOpen]), {
    serials: { [lampOpen.passport.id]: 'SN-1234-AB' },
    mistakes: { [lampOpen.passport.id]: 'taken' },
  }),
  trouble: readyState(passportList([towelOpen]), {
    trouble: { action: 'register', ids: [towelOpen.passport.id], problem: problem('internal', 'req_01') },
  }),
  registering: readyState(passportList([towelOpen]), {
    doing: { action: 'register', ids: [towelOpen.passport.id] },
  }),
  offline: readyState(passportList([towelOpen]), { offline: true }),
  states: readyState(passportList([rejected, pending, gone, ended]), { origin: 'elsewhere' }),
  empty: readyState(passportList([])),
  outside: readyState(passportList([outside]), {
    origin: 'elsewhere',
    proof: [
      file('one', {}),
      file('two', { state: 'sending', progress: 0.4, uploadId: null }),
      file('three', { state: 'failed', problem: 'not_a_photo', uploadId: null }),
    ],
  }),
  'outside-empty': readyState(passportList([outside]), {
    origin: 'elsewhere',
    mistakes: { [outside.passport.id]: 'missing', proof: 'missing' },
  }),
  done: readyState(passportList([done, towelOpen]), { screen: 'done', shown: [done.passport.id] }),
  'done-two': readyState(passportList([done, other]), {
    screen: 'done',
    shown: [done.passport.id, other.passport.id],
  }),
  'done-pending': readyState(passportList([pending]), {
    screen: 'done',
    origin: 'elsewhere',
    shown: [pending.passport.id],
  }),
  item: shown(done),
  'item-ended': shown(ended),
  'item-transfer': shown(
    registered(lamp, { transfer: { code: 'ABCD-EFGH-JKLM', expiresAt: '2026-12-08T15:00:00.000Z' } }),
  ),
  'item-gone': shown(gone),
  product: elsewhereForm,
  'product-found': {
    ...elsewhereForm,
    query: 'lamp',
    search: {
      state: 'found',
      items: [lampFound, { ...lampFound, productId: 'p2', title: 'Brass floor lamp', variant: null }],
    },
    product: lampFound,
  },
  'product-none': { ...elsewhereForm, query: '4006381333932', search: { state: 'found', items: [] } },
  purchase: { ...elsewhereForm, step: 'purchase', product: lampFound },
  'purchase-mistakes': {
    ...elsewhereForm,
    step: 'purchase',
    product: lampFound,
    about: true,
    mistakes: { purchasedOn: 'missing', where: 'missing', email: 'missing' },
    phase: 'failed',
  },
  takeover: takeOverForm,
  'takeover-refused': {
    ...takeOverForm,
    values: { code: 'ABCD', email: 'mia@example.com', name: '' },
    phase: 'failed',
    trouble: problem('transfer_code_invalid'),
  },
  failed: { kind: 'failed', problem: problem('internal', 'req_01JD3Z8Q') },
};

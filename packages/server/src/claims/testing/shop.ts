import type { Claim, ClaimFiling, StaffClaim, WarrantyPolicyInput } from '@postlude/contract';
import { ensurePassports } from '../../passports/read.ts';
import { openReturnShop, type ReturnShop } from '../../returns/testing/shop.ts';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { defaultWarrantyPolicy } from '../../warranty-policy/defaults.ts';
import { writeWarrantyPolicy } from '../../warranty-policy/store.ts';

/** A policy with something of everything. */
export const testWarrantyPolicy: WarrantyPolicyInput = {
  ...defaultWarrantyPolicy,
  plans: [
    {
      id: 'care',
      name: { en: 'Care' },
      months: 36,
      from: 'delivery',
      registrationNeeded: false,
      extraForRegistering: 0,
      registerWithinDays: null,
      covers: [{ en: 'Everything' }],
      excludes: [],
      benefits: [{ kind: 'repair', total: 2 }],
      transferable: true,
    },
  ],
  claims: {
    symptoms: [
      {
        id: 'broken',
        label: { en: 'It is broken', de: 'Defekt' },
        help: { steps: [{ en: 'Switch it off and on.' }], videoUrl: null },
        photos: 'optional',
      },
      { id: 'scratched', label: { en: 'It is scratched' }, photos: 'required' },
    ],
    resolutions: ['repair', 'kit', 'replacement', 'refund'],
    places: [
      { id: 'post', kind: 'send_in', name: 'Workshop', address: ['Deich 2', '20095 Hamburg'] },
      { id: 'counter', kind: 'in_store', name: 'Kontor Nord', address: ['Deich 1', 'Hamburg'] },
      { id: 'bern', kind: 'partner', name: 'Bern', address: ['Gasse 1'], countries: ['CH'] },
    ],
    paidRepairs: true,
  },
};

/** Where the shopper of the tests lives. */
export const home = { name: 'Ada', lines: ['Deich 7'], city: 'Hamburg', postcode: '20095', country: 'DE' };

/** The shop of the returns with units to claim about. */
export interface ClaimShop extends Omit<ReturnShop, 'act' | 'get' | 'file' | 'filing'> {
  /** The units, in the order of the order: two mugs, a tray, a lamp. */
  readonly passports: readonly string[];
  /** The first mug. */
  readonly mug: string;
  filing(changes?: Partial<ClaimFiling>): ClaimFiling;
  file(filing: object, passportId?: string): Promise<Answer>;
  /** Files a claim that fits, and answers with its id. */
  filed(changes?: Partial<ClaimFiling>): Promise<string>;
  act(id: string, action: string, json?: object): Promise<{ answer: Answer; staff: StaffClaim }>;
  shopper(id: string, action: string, json?: object, token?: string): Promise<Answer>;
  get(id: string): Promise<Claim>;
  look(id: string): Promise<StaffClaim>;
}

/** Opens the shop. */
export async function openClaimShop(
  backend: TestBackend,
  policy: WarrantyPolicyInput = testWarrantyPolicy,
): Promise<ClaimShop> {
  // Another test of the file may have moved it.
  backend.clock.set('2026-11-24T10:00:00Z');
  const shop = await openReturnShop(backend);
  const { context, clock } = backend;
  const storeId = shop.shop.store.id;
  const passports = await context.db.withStore(storeId, async (tx) => {
    await writeWarrantyPolicy(tx, storeId, policy, clock.now());
    await ensurePassports(tx, { storeId, orderId: shop.orderId as `ord_${string}` }, clock.now());
    const rows = await tx
      .selectFrom('passports')
      .innerJoin('order_lines', (join) =>
        join
          .onRef('order_lines.store_id', '=', 'passports.store_id')
          .onRef('order_lines.line_id', '=', 'passports.line_id'),
      )
      .select('passport_id')
      .where('passports.store_id', '=', storeId)
      .orderBy('order_lines.position')
      .orderBy('passports.unit')
      .execute();
    return rows.map(({ passport_id }) => passport_id);
  });
  const [mug = ''] = passports;
  const filing: ClaimShop['filing'] = (changes = {}) => ({
    route: 'legal_guarantee',
    symptom: 'broken',
    description: 'It does not turn on.',
    since: '2026-11-22',
    resolution: 'repair',
    placeId: 'post',
    address: home,
    ...changes,
  });
  const file: ClaimShop['file'] = (json, passportId = mug) =>
    shop.send('POST', `/v1/passports/${passportId}/claims`, { key: shop.token, json });
  return {
    ...shop,
    passports,
    mug,
    filing,
    file,
    filed: async (changes) => (await file(filing(changes))).json.id,
    act: async (id, action, json = {}) => {
      const answer = await shop.staff('POST', `/v1/staff/claims/${id}/${action}`, json);
      return { answer, staff: answer.json };
    },
    shopper: (id, action, json, token = shop.token) =>
      shop.send('POST', `/v1/claims/${id}/${action}`, { key: token, ...(json ? { json } : {}) }),
    get: async (id) => (await shop.send('GET', `/v1/claims/${id}`, { key: shop.token })).json,
    look: async (id) => (await shop.staff('GET', `/v1/staff/claims/${id}`)).json,
  };
}

/** A quote that fits. */
export const repairQuote = {
  repairer: { name: 'Workshop', address: 'Deich 2, Hamburg', phone: null, email: 'repair@example.com' },
  defect: 'The fuse is gone.',
  work: 'A new fuse.',
  price: { amount: 1500, currency: 'EUR' },
  priceKind: 'fixed',
  days: 5,
  temporary: { text: 'Another mug', price: { amount: 200, currency: 'EUR' } },
  handOver: 'By parcel',
  services: [
    { text: 'Parcel both ways', price: { amount: 490, currency: 'EUR' } },
    { text: 'Safety test', price: { amount: 0, currency: 'EUR' } },
  ],
};

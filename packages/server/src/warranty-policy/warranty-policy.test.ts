import { WarrantyPolicy, WarrantyPolicyInput } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { apiOf, expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { warrantyContradictions } from './contradictions.ts';
import { defaultWarrantyPolicy } from './defaults.ts';
import { warrantyPolicyOfVersion } from './store.ts';
import { warrantyWords } from './words.ts';

const rich: WarrantyPolicyInput = {
  registerOnDelivery: true,
  boughtElsewhere: 'review',
  proof: 'required',
  askMarketing: true,
  plans: [
    {
      id: 'lamp',
      name: { de: 'Lampengarantie', en: 'Lamp warranty', ar: 'ضمان المصباح' },
      match: { productTypes: ['Lamps'] },
      months: 24,
      from: 'delivery',
      registrationNeeded: true,
      extraForRegistering: 12,
      registerWithinDays: 30,
      covers: [],
      excludes: [],
      countries: ['DE', 'AT'],
      benefits: [{ kind: 'repair', total: 2 }],
      transferable: false,
    },
    {
      id: 'rest',
      months: null,
      from: 'purchase',
      registrationNeeded: false,
      extraForRegistering: 0,
      registerWithinDays: null,
      covers: [],
      excludes: [],
      benefits: [],
      transferable: true,
    },
  ],
  serials: [
    {
      id: 'lamp',
      match: { productTypes: ['Lamps'] },
      asked: 'required',
      masks: ['LM-####'],
      check: null,
      example: 'LM-1234',
      imageUrl: null,
      listed: true,
      once: true,
    },
  ],
  claims: {
    symptoms: [{ id: 'flickers', label: { en: 'It flickers' }, photos: 'optional' }],
    resolutions: ['repair', 'kit', 'refund'],
    places: [{ id: 'desk', kind: 'in_store', name: 'Shop', address: ['Elbweg 1'] }],
    paidRepairs: true,
  },
};
const first = <One>(all: readonly One[]): One => {
  const [one] = all;
  if (one === undefined) throw new Error('The policy of this test has one.');
  return one;
};

describe('a warranty policy', () => {
  it('has nothing to contradict in what a store starts with, nor in a rich one', () => {
    expect(warrantyContradictions(WarrantyPolicyInput.parse(defaultWarrantyPolicy))).toEqual({});
    expect(warrantyContradictions(WarrantyPolicyInput.parse(rich))).toEqual({});
  });

  const lamp = first(rich.plans);
  const serial = first(rich.serials);
  it.each<[string, Partial<WarrantyPolicyInput>]>([
    ['plans.1.id', { plans: [lamp, lamp] }],
    ['plans.0.registrationNeeded', { plans: [{ ...lamp, from: 'registration', registrationNeeded: false }] }],
    ['plans.0.extraForRegistering', { plans: [{ ...lamp, months: null }] }],
    ['plans.0.registerWithinDays', { plans: [{ ...lamp, extraForRegistering: 0 }] }],
    [
      'plans.0.benefits.1.kind',
      {
        plans: [
          {
            ...lamp,
            benefits: [
              { kind: 'repair', total: 1 },
              { kind: 'repair', total: 2 },
            ],
          },
        ],
      },
    ],
    ['plans.1.match', { plans: rich.plans.toReversed() }],
    ['serials.0.asked', { serials: [{ ...serial, asked: 'no' }] }],
    ['serials.0.example', { serials: [{ ...serial, example: 'LM-12' }] }],
    ['proof', { boughtElsewhere: 'off' }],
    ['claims.resolutions.1', { claims: { ...rich.claims, resolutions: ['repair', 'repair'] } }],
    [
      'claims.places.0.address',
      { claims: { ...rich.claims, places: [{ id: 'a', kind: 'send_in', name: 'A', address: [] }] } },
    ],
    [
      'claims.symptoms.0.help',
      {
        claims: {
          ...rich.claims,
          symptoms: [{ id: 's', label: { en: 'S' }, photos: 'off', help: { steps: [] } }],
        },
      },
    ],
  ])('that is wrong in %s is told there', (path, changes) => {
    expect(Object.keys(warrantyContradictions({ ...rich, ...changes }))).toEqual([path]);
  });

  it('is read back in sentences, in the reader’s language', () => {
    const words = (locale: string) => warrantyWords(rich, { locale, store: { locale: 'de-DE' } });
    expect(words('en-GB')).toEqual([
      'The legal guarantee always applies, whether or not an item is registered.',
      'Lamp warranty: 24 months from delivery.',
      'Lamp warranty covers registered items only.',
      'Registering within 30 days makes Lamp warranty longer by 12 months.',
      'Lamp warranty holds in Germany and Austria.',
      'Lamp warranty ends when the item is handed over to somebody else.',
      'Warranty: for a lifetime.',
      'Items bought here are registered by themselves when they are delivered, from the day this was switched on; what came before is not.',
      'Items bought elsewhere can be registered once we have looked at them.',
      'For items bought elsewhere a proof of purchase is needed.',
      'For some items the serial number is needed.',
      'For some items the serial number has to be one of ours.',
      'Who registers is asked whether they want offers; the answer changes nothing else.',
      'When something is wrong we offer, in this order: repair, a part to fit oneself, refund.',
      'What nothing covers is repaired for a quote.',
    ]);
    expect(words('de')).toHaveLength(words('en').length);
    expect(words('de')[1]).toBe('Lampengarantie: 24 Monate ab Lieferung.');
    expect(words('ar')).toHaveLength(words('en').length);
    expect(words('ar')[1]).toContain('ضمان المصباح');
    expect(words('nn')[0]).toBe(words('en')[0]);
  });
});

describeOnBothDatabases('the warranty policy over HTTP', (open) => {
  const path = '/v1/staff/warranty-policy';

  it('begins as version 0, gets one more with each change, and refuses what contradicts itself', async () => {
    const { context, newStore } = await open();
    const { store, secretKey } = await newStore();
    const send = apiOf(context);
    const start = await send('GET', path, { key: secretKey });
    expect(start.status).toBe(200);
    expectExactly(WarrantyPolicy, start.json);
    expect(start.json).toMatchObject({ version: 0, policy: defaultWarrantyPolicy });
    expect((await send('PUT', path, { key: secretKey, json: rich })).json.version).toBe(1);
    expect((await send('PUT', path, { key: secretKey, json: rich })).json.version).toBe(1);
    const refused = await send('PUT', path, { key: secretKey, json: { ...rich, boughtElsewhere: 'off' } });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({
      code: 'policy_contradiction',
      fields: { proof: expect.any(String) },
    });
    const list = await send('GET', '/v1/staff/warranty-policies?locale=en', { key: secretKey });
    expect(list.json.items.map((item: { version: number }) => item.version)).toEqual([1, 0]);
    const kept = await context.db.withStore(store.id, (tx) => warrantyPolicyOfVersion(tx, store.id, 1));
    expect(kept?.policy).toEqual(rich);
  });

  it('is each store’s own', async () => {
    const { context, newStore } = await open();
    const [one, other] = [await newStore(), await newStore()];
    const send = apiOf(context);
    await send('PUT', path, { key: one.secretKey, json: rich });
    expect((await send('GET', path, { key: other.secretKey })).json.version).toBe(0);
  });
});

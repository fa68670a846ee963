import type { ReturnPolicyInput } from '@postlude/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStaffClient, type StaffClient } from '../staff.ts';
import { type Answer, type FaultServer, json, startFaultServer } from '../testing/fault-server.ts';

let server: FaultServer;
let answer: Answer;
let staff: StaffClient;

beforeEach(async () => {
  server = await startFaultServer((response, request) => answer(response, request));
  staff = createStaffClient({ secretKey: 'sk_1', baseUrl: server.url });
});
afterEach(() => server.close());

const policy: ReturnPolicyInput = {
  window: { days: 14, shippedBufferDays: 7, severalParcels: 'each', extendToWorkingDay: true },
  resolutions: { refund: true, storeCredit: null, exchange: null },
  fees: [],
  originalShipping: 'never',
  methods: [{ id: 'own_carrier', kind: 'own_carrier', price: 0 }],
  reasons: [{ code: 'other' }],
  addresses: [],
  autoApprovals: [],
  keepItemUpTo: null,
  sendWithinDays: 14,
  cancel: true,
  deliveryProblems: { lostAfterDays: 7, missingAfterDays: 2, tellWithinDays: 30 },
  withdrawal: { offered: 'eu', days: 14, extendToWorkingDay: true },
};
const stored = {
  id: `pol_${'1'.repeat(32)}`,
  version: 1,
  validFrom: '2026-11-24T09:00:00.000Z',
  policy,
  words: ['You can send items back within 14 days.'],
};

describe('the return policy for staff', () => {
  it('is read in the language asked for', async () => {
    answer = json(stored);
    expect(await staff.returnPolicy.get({ locale: 'de' })).toEqual(stored);
    expect(server.received[0]).toMatchObject({ method: 'GET', url: '/v1/staff/return-policy?locale=de' });
  });

  it('is written as it is, and needs no key to be sent again', async () => {
    answer = json(stored);
    expect(await staff.returnPolicy.put(policy)).toEqual(stored);
    expect(server.received[0]).toMatchObject({ method: 'PUT', url: '/v1/staff/return-policy' });
    expect(server.received[0]?.headers['idempotency-key']).toBeUndefined();
    expect(JSON.parse(server.received[0]?.body.toString() ?? '')).toEqual(policy);
  });

  it('is listed with all its versions', async () => {
    answer = json({ items: [stored] });
    expect(await staff.returnPolicy.versions()).toEqual({ items: [stored] });
    expect(server.received[0]?.url).toBe('/v1/staff/return-policies');
  });
});

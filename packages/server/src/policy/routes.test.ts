import { ReturnPolicy, ReturnPolicyInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { apiOf, expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { defaultPolicy } from './defaults.ts';
import { policyInForce, policyOfVersion } from './store.ts';

const path = '/v1/staff/return-policy';
const longer = (days: number): ReturnPolicyInput => ({
  ...defaultPolicy,
  window: { ...defaultPolicy.window, days },
});

describeOnBothDatabases('the return policy', (open) => {
  it('is that of a new store, as version 0, until the store says something', async () => {
    const { context, clock, newStore } = await open();
    const { store, secretKey } = await newStore();
    const answer = await apiOf(context)('GET', path, { key: secretKey });
    expect(answer.status).toBe(200);
    expectExactly(ReturnPolicy, answer.json);
    expect(answer.json).toMatchObject({ version: 0, policy: defaultPolicy });
    expect(Date.parse(answer.json.validFrom)).toBeLessThanOrEqual(clock.now().getTime());
    expect(answer.json.words[0]).toContain('14 Tagen');
    expect((await apiOf(context)('GET', path, { key: secretKey })).json).toEqual(answer.json);
    expect((await context.db.withStore(store.id, (tx) => policyOfVersion(tx, store.id, 0)))?.id).toBe(
      answer.json.id,
    );
  });

  it('gets a new version with each change and none when the same is said again', async () => {
    const { context, newStore } = await open();
    const { store, secretKey } = await newStore();
    const send = apiOf(context);
    const put = (json: unknown) => send('PUT', path, { key: secretKey, json });
    expect((await put(defaultPolicy)).json.version).toBe(0);
    const first = await put(longer(30));
    expect(first.json).toMatchObject({ version: 1, policy: { window: { days: 30 } } });
    expect((await put(Object.fromEntries(Object.entries(longer(30)).toReversed()))).json).toEqual(first.json);
    expect((await put(longer(60))).json.version).toBe(2);
    const list = await send('GET', '/v1/staff/return-policies?locale=en', { key: secretKey });
    expect(list.json.items.map((item: { version: number }) => item.version)).toEqual([2, 1, 0]);
    expect(list.json.items[1].words[0]).toContain('30 days');
    const kept = await context.db.withStore(store.id, (tx) => policyOfVersion(tx, store.id, 1));
    expect(kept).toMatchObject({ id: first.json.id, policy: longer(30) });
    expect(await context.db.withStore(store.id, (tx) => policyOfVersion(tx, store.id, 9))).toBeNull();
  });

  it('numbers what is written at the same time one after the other', async () => {
    const { context, newStore } = await open();
    const { store, secretKey } = await newStore();
    const send = apiOf(context);
    const answers = await Promise.all(
      [20, 21, 22, 23, 24, 25].map((days) => send('PUT', path, { key: secretKey, json: longer(days) })),
    );
    expect(answers.map(({ json }) => json.version).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const last = answers.find(({ json }) => json.version === 6);
    const now = await context.db.withStore(store.id, (tx) => policyInForce(tx, store.id));
    expect(now.policy).toEqual(last?.json.policy);
  });

  it('is refused with the fields that contradict each other, and nothing is written', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const send = apiOf(context);
    const json = {
      ...defaultPolicy,
      resolutions: { refund: false, storeCredit: null, exchange: null },
      fees: [{ id: 'f', kind: 'flat', value: 100, methods: ['post'] }],
    };
    const answer = await send('PUT', path, { key: secretKey, json });
    expect([answer.status, answer.json.code]).toEqual([422, 'policy_contradiction']);
    expect(Object.keys(answer.json.fields)).toEqual(['resolutions', 'fees.0.methods']);
    expect((await send('GET', path, { key: secretKey })).json.version).toBe(0);
    const wrong = await send('PUT', path, { key: secretKey, json: { ...defaultPolicy, sendWithinDays: 0 } });
    expect(wrong.json).toMatchObject({
      code: 'invalid_input',
      fields: { sendWithinDays: expect.any(String) },
    });
  });

  it('of another store is not seen, changed or numbered on', async () => {
    const { context, newStore } = await open();
    const [mine, theirs] = [await newStore(), await newStore()];
    const send = apiOf(context);
    await send('PUT', path, { key: theirs.secretKey, json: longer(99) });
    expect((await send('GET', path, { key: mine.secretKey })).json).toMatchObject({
      version: 0,
      policy: defaultPolicy,
    });
    expect((await send('PUT', path, { key: mine.secretKey, json: longer(7) })).json.version).toBe(1);
    const foreign = await context.db.withStore(mine.store.id, (tx) =>
      policyOfVersion(tx, theirs.store.id, 1),
    );
    expect(foreign).toBeNull();
    expect((await send('GET', path, { key: theirs.store.publishableKey })).status).toBe(401);
  });

  it('cannot be changed or removed once it was written', async () => {
    const { context, newStore } = await open();
    const { store, secretKey } = await newStore();
    await apiOf(context)('PUT', path, { key: secretKey, json: longer(30) });
    await expect(
      context.db.withStore(store.id, (tx) => tx.updateTable('return_policies').set({ version: 5 }).execute()),
    ).rejects.toThrow(/permission denied/);
    await expect(
      context.db.withStore(store.id, (tx) => tx.deleteFrom('return_policies').execute()),
    ).rejects.toThrow(/permission denied/);
  });

  it('that every store starts with is valid and does not contradict itself', () => {
    expect(ReturnPolicyInput.parse(defaultPolicy)).toEqual(defaultPolicy);
  });
});

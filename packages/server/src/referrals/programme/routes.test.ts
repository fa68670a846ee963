import { ReferralProgramme } from '@postlude/contract';
import { expect, it } from 'vitest';
import { newId } from '../../secrets/ids.ts';
import { apiOf, expectExactly } from '../../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../../testing/backend.ts';
import { programmeToBegin } from './defaults.ts';
import { runningProgrammes } from './running.ts';
import { programmeOfVersion } from './store.ts';

const begin = programmeToBegin('EUR', 'https://shop.example.com/friends');
const path = '/v1/staff/referral-programmes';
const day = 86_400_000;

async function openShop(backend: TestBackend) {
  const { store, secretKey } = await backend.newStore();
  const send = apiOf(backend.context);
  const ask = (method: string, to = '', json?: object) =>
    send(method, `${path}${to}`, { key: secretKey, ...(json ? { json } : {}) });
  return { store, secretKey, send, ask };
}

describeOnBothDatabases('the referral programmes of a store', (open) => {
  it('begin, change version by version, and are read back with their terms', async () => {
    const { ask } = await openShop(await open());
    const first = await ask('POST', '?locale=en', begin);
    expect(first.status).toBe(201);
    expectExactly(ReferralProgramme, first.json);
    expect(first.json).toMatchObject({ version: 1, state: 'running', programme: begin });
    expect(first.json.terms).toContain('The friend gets €10 off the first order.');
    const { id } = first.json;
    const same = await ask('PUT', `/${id}`, begin);
    expect(same.json).toMatchObject({ id, version: 1 });
    expect(same.json.terms).toContain(
      'Wer eingeladen wird, erhält 10\u00a0€ Rabatt auf die erste Bestellung.',
    );
    const other = { ...begin, friend: { kind: 'percent', percent: 5, by: 'pool' } };
    expect((await ask('PUT', `/${id}`, other)).json).toMatchObject({ id, version: 2, programme: other });
    const versions = await ask('GET', `/${id}/versions`);
    expect(versions.json.items.map((one: { version: number }) => one.version)).toEqual([2, 1]);
    const younger = await ask('POST', '', { ...begin, name: 'Another' });
    const { items } = (await ask('GET')).json;
    expect(items.map((one: { id: string; version: number }) => [one.id, one.version])).toEqual([
      [younger.json.id, 1],
      [id, 2],
    ]);
  });

  it('are refused with the fields that do not go together, and then are as they were', async () => {
    const { ask } = await openShop(await open());
    const wrong = { ...begin, advocate: null, friend: null, message: { en: 'Hi' } };
    const refused = await ask('POST', '', wrong);
    expect([refused.status, refused.json.code]).toEqual([422, 'policy_contradiction']);
    expect(Object.keys(refused.json.fields).sort()).toEqual(['advocate', 'message.en']);
    expect((await ask('GET')).json.items).toEqual([]);
    const { id } = (await ask('POST', '', begin)).json;
    expect((await ask('PUT', `/${id}`, wrong)).json.code).toBe('policy_contradiction');
    expect((await ask('GET', `/${id}/versions`)).json.items).toHaveLength(1);
  });

  it('are their store’s own', async () => {
    const backend = await open();
    const [mine, theirs] = [await openShop(backend), await openShop(backend)];
    const { id } = (await mine.ask('POST', '', begin)).json;
    expect((await theirs.ask('GET')).json.items).toEqual([]);
    for (const at of [id, newId('referralProgramme')]) {
      expect((await theirs.ask('PUT', `/${at}`, begin)).status).toBe(404);
      expect((await theirs.ask('GET', `/${at}/versions`)).status).toBe(404);
    }
  });

  it('begin once however often the same request comes', async () => {
    const { send, secretKey, ask } = await openShop(await open());
    const post = () =>
      send('POST', path, { key: secretKey, json: begin, headers: { 'Idempotency-Key': 'start-1' } });
    const [first, second] = [await post(), await post()];
    expect(second.json).toEqual(first.json);
    expect((await ask('GET')).json.items).toHaveLength(1);
  });

  it('run between their dates, the one that began last first, and not while they are paused', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const { ask, store } = await openShop(backend);
    const now = clock.now().getTime();
    const at = (days: number) => new Date(now + days * day).toISOString();
    const add = async (changes: object) => (await ask('POST', '', { ...begin, ...changes })).json;
    const old = await add({ startsAt: at(-5) });
    const always = await add({});
    const planned = await add({ startsAt: at(2) });
    const ends = await add({ startsAt: at(-1), endsAt: at(2) });
    const paused = await add({ paused: true });
    expect([old, always, planned, ends, paused].map(({ state }) => state)).toEqual([
      'running',
      'running',
      'planned',
      'running',
      'paused',
    ]);
    const running = (moment: string) =>
      context.db.withStore(store.id, async (tx) =>
        (await runningProgrammes(tx, store.id, new Date(moment))).map(({ id }) => id),
      );
    expect(await running(at(0))).toEqual([always.id, ends.id, old.id]);
    expect(await running(at(2))).toEqual([planned.id, always.id, old.id]);
  });

  it('tell staff of codes that are not there, of nobody who makes a reward, and of a page elsewhere', async () => {
    const { ask } = await openShop(await open());
    const friend = { kind: 'free_shipping', by: 'webhook' };
    const { json } = await ask('POST', '', { ...begin, friend, landingUrl: 'https://elsewhere.example/x' });
    expect(json.warnings).toEqual([
      'There are no codes for advocates: import some, or their rewards wait.',
      'Nobody is told of reward.issue, so nobody makes the rewards of friends: add a webhook.',
      'The landing page is on https://elsewhere.example, which is not among the origins of the store.',
    ]);
  });

  it('keep every version for what was claimed under it', async () => {
    const { context } = await open();
    const { ask, store } = await openShop(await open());
    const { id } = (await ask('POST', '', begin)).json;
    await ask('PUT', `/${id}`, { ...begin, attributionDays: 3 });
    const daysOf = (version: number) =>
      context.db.withStore(store.id, async (tx) => {
        const found = await programmeOfVersion(tx, store.id, id, version);
        return found?.programme.attributionDays ?? null;
      });
    expect([await daysOf(1), await daysOf(2), await daysOf(3)]).toEqual([30, 3, null]);
  });
});

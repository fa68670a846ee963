import { createHmac } from 'node:crypto';
import { type ProblemCode, problemCodes, problems } from '@postlude/contract/problems';
import { expect, it } from 'vitest';
import { claimProblemWays } from '../claims/testing/problem-ways.ts';
import type { Context } from '../context.ts';
import { recallProblemWays } from '../recalls/testing/problem-ways.ts';
import { referralProblemWays } from '../referrals/testing/problem-ways.ts';
import { registrationProblemWays } from '../registrations/testing/problem-ways.ts';
import { returnProblemWays } from '../returns/testing/problem-ways.ts';
import { reviewProblemWays } from '../reviews/testing/problem-ways.ts';
import { newId } from '../secrets/ids.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { addWebhook } from '../stores/webhooks.ts';
import { type Answer, apiOf, newWebhook, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { pdf } from '../testing/pictures.ts';
import { bytesPerOrder } from '../uploads/limits.ts';
import { ApiProblem } from './api-problem.ts';

interface Kit {
  readonly backend: TestBackend;
  readonly context: Context;
  readonly send: Send;
  readonly shop: CreatedStore;
}

const openPath = ({ shop }: Kit) => `/v1/sessions?store=${shop.store.publishableKey}`;
const orderPath = '/v1/staff/orders/by-external-id/x';
const lookup = { by: 'lookup', order: '1', contact: 'a@example.com' };

async function addEvents(kit: Kit, message: string, key: string): Promise<Answer> {
  const { order } = await putOrder(kit.send, kit.shop);
  const shipment = await kit.send('PUT', `/v1/staff/orders/${order.id}/shipments/by-external-id/s`, {
    key: kit.shop.secretKey,
    json: { items: [] },
  });
  return kit.send(
    'POST',
    `/v1/staff/orders/${order.id}/shipments/${shipment.json.order.shipments[0].id}/tracking`,
    {
      key: kit.shop.secretKey,
      json: { events: [{ at: '2026-11-22T10:00:00Z', status: 'in_transit', message }] },
      headers: { 'Idempotency-Key': key },
    },
  );
}

async function uploadPath(kit: Kit): Promise<string> {
  const { order } = await putOrder(kit.send, kit.shop);
  return `/v1/staff/uploads?order=${order.id}&purpose=inspection`;
}

async function sendFile(kit: Kit, bytes: Uint8Array): Promise<Answer> {
  return kit.send('POST', await uploadPath(kit), { key: kit.shop.secretKey, body: new Uint8Array(bytes) });
}

/** A context whose database fails with an error. */
const broken = (kit: Kit, error: Error): Context => ({
  ...kit.context,
  db: { ...kit.context.db, withStore: () => Promise.reject(error), withSystem: () => Promise.reject(error) },
});

/** How each problem comes about. A code without a way is a type error. */
const ways: Record<ProblemCode, (kit: Kit) => Promise<Answer>> = {
  ...returnProblemWays,
  ...claimProblemWays,
  ...registrationProblemWays,
  ...recallProblemWays,
  ...reviewProblemWays,
  ...referralProblemWays,
  async policy_contradiction({ send, shop }) {
    const path = '/v1/staff/return-policy';
    const { policy } = (await send('GET', path, { key: shop.secretKey })).json;
    const resolutions = { refund: false, storeCredit: null, exchange: null };
    return send('PUT', path, { key: shop.secretKey, json: { ...policy, resolutions } });
  },
  invalid_input: ({ send, shop }) => send('PUT', orderPath, { key: shop.secretKey, json: { number: '' } }),
  invalid_json: ({ send, shop }) =>
    send('PUT', orderPath, {
      key: shop.secretKey,
      body: '{"number":',
      headers: { 'Content-Type': 'application/json' },
    }),
  too_large: ({ send, shop }) =>
    send('PUT', orderPath, { key: shop.secretKey, json: { number: 'x'.repeat(300_000) } }),
  unsupported_media_type: ({ send, shop }) =>
    send('PUT', orderPath, {
      key: shop.secretKey,
      body: 'number=1',
      headers: { 'Content-Type': 'text/plain' },
    }),
  not_found: ({ send }) => send('GET', '/v1/nothing'),
  method_not_allowed: ({ send }) => send('DELETE', '/v1/staff/store'),
  unknown_store: ({ send }) => send('GET', `/v1/store?store=pk_${'0'.repeat(32)}`),
  origin_not_allowed: ({ send, shop }) =>
    send('GET', `/v1/store?store=${shop.store.publishableKey}`, {
      headers: { Origin: 'https://evil.example' },
    }),
  session_invalid: ({ send }) => send('GET', `/v1/orders/${newId('order')}`, { key: 'st_x.y' }),
  key_invalid: ({ send }) => send('GET', '/v1/staff/store', { key: `sk_${'0'.repeat(64)}` }),
  proof_invalid: (kit) =>
    kit.send('POST', openPath(kit), { json: { by: 'proof', order: '1', proof: '0'.repeat(64) } }),
  lookup_failed: (kit) => kit.send('POST', openPath(kit), { json: lookup }),
  async lookup_locked(kit) {
    for (let attempt = 0; attempt < 5; attempt += 1) await kit.send('POST', openPath(kit), { json: lookup });
    return kit.send('POST', openPath(kit), { json: lookup });
  },
  async rate_limited(kit) {
    const send = apiOf(kit.context, { sessionRate: { requests: 1, window: 60_000 } });
    await send('POST', openPath(kit), { json: lookup });
    return send('POST', openPath(kit), { json: lookup });
  },
  async idempotency_conflict(kit) {
    await addEvents(kit, 'one', 'same');
    return addEvents(kit, 'another', 'same');
  },
  // That it comes about is shown in idempotency.test.ts; PGlite has one connection and waits instead.
  idempotency_in_progress: (kit) =>
    apiOf(broken(kit, new ApiProblem('idempotency_in_progress')))('GET', '/v1/staff/orders', {
      key: kit.shop.secretKey,
    }),
  async conflict({ send, shop }) {
    const path = (id: string) => `/v1/staff/orders/${id}/shipments/by-external-id/same`;
    const [one, two] = [
      await putOrder(send, shop, { number: '1' }),
      await putOrder(send, shop, { number: '2' }),
    ];
    await send('PUT', path(one.order.id), { key: shop.secretKey, json: { items: [] } });
    return send('PUT', path(two.order.id), { key: shop.secretKey, json: { items: [] } });
  },
  async webhook_unconfigured({ context, send, shop }) {
    const { id } = await addWebhook(context, shop.store.id, 'shopify', null);
    return send('POST', `/v1/webhooks/shopify/${id}`, { body: '{}' });
  },
  async signature_missing({ context, send, shop }) {
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    return send('POST', webhook.path, { body: '{}' });
  },
  async signature_invalid({ context, send, shop }) {
    const webhook = await newWebhook(context, shop.store.id, 'shopify');
    return send('POST', webhook.path, { body: '{"a":1}', headers: webhook.sign('{"a":2}') });
  },
  async signature_expired({ context, send, shop, backend }) {
    const { id } = await addWebhook(context, shop.store.id, 'shippo', 'secret');
    const seconds = Math.floor(backend.clock.now().getTime() / 1000) - 3600;
    const signature = createHmac('sha256', 'secret').update(`${seconds}.{}`).digest('hex');
    return send('POST', `/v1/webhooks/shippo/${id}`, {
      body: '{}',
      headers: { 'Shippo-Auth-Signature': `t=${seconds},v1=${signature}` },
    });
  },
  upload_type: (kit) => sendFile(kit, Buffer.from('a text')),
  upload_damaged: (kit) => sendFile(kit, pdf.subarray(0, 40)),
  async upload_limit(kit) {
    const path = await uploadPath(kit);
    await kit.send('POST', path, { key: kit.shop.secretKey, body: new Uint8Array(pdf) });
    await kit.context.db.withStore(kit.shop.store.id, (tx) =>
      tx.updateTable('uploads').set({ bytes: bytesPerOrder }).execute(),
    );
    const body = Buffer.concat([pdf, Buffer.from('\n')]);
    return kit.send('POST', path, { key: kit.shop.secretKey, body: new Uint8Array(body) });
  },
  // That it comes about is shown in uploads.test.ts, for whoever attaches files.
  upload_unknown: (kit) =>
    apiOf(broken(kit, new ApiProblem('upload_unknown')))('GET', '/v1/staff/orders', {
      key: kit.shop.secretKey,
    }),
  unavailable: (kit) =>
    apiOf(broken(kit, Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })))(
      'GET',
      '/v1/staff/orders',
      {
        key: kit.shop.secretKey,
      },
    ),
  internal: (kit) =>
    apiOf(broken(kit, new TypeError('the secret is xyzzy')))('GET', '/v1/staff/orders', {
      key: kit.shop.secretKey,
    }),
};

describeOnBothDatabases('a problem', (open) => {
  it.each(problemCodes)('%s is told as problem+json with its status and the request’s id', async (code) => {
    const backend = await open();
    const kit = {
      backend,
      context: backend.context,
      send: apiOf(backend.context),
      shop: await backend.newStore(),
    };
    // Known before the database breaks, so that the problem is not the one of the key.
    await backend.context.stores.bySecretKey(kit.shop.secretKey);
    await backend.context.stores.embedSecrets(kit.shop.store.id);
    const answer = await ways[code](kit);
    expect(answer.json).toMatchObject({ ...problems[code], code, type: 'about:blank' });
    expect(answer.status).toBe(problems[code].status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-request-id')).toBe(answer.json.requestId);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('of ours tells nothing of what happened, and the log tells all of it', async () => {
    const backend = await open();
    const kit = {
      backend,
      context: backend.context,
      send: apiOf(backend.context),
      shop: await backend.newStore(),
    };
    await backend.context.stores.bySecretKey(kit.shop.secretKey);
    await backend.context.stores.embedSecrets(kit.shop.store.id);
    const answer = await ways.internal(kit);
    expect(answer.text).not.toContain('xyzzy');
    const line = backend.logged.find((each) => each.requestId === answer.json.requestId && 'err' in each);
    expect(line).toMatchObject({
      err: { message: 'the secret is xyzzy', stack: expect.stringContaining('problems.test') },
    });
  });

  it('names each field that is wrong, with a sentence', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const answer = await apiOf(context)('PUT', orderPath, {
      key: secretKey,
      json: {
        number: '',
        placedAt: 'yesterday',
        currency: 'EUR',
        colour: 'red',
        email: 'nobody',
        lines: [
          { externalId: 'a', title: 'Mug', quantity: -1, unitPrice: { amount: 1.5, currency: 'EUR' } },
          {},
        ],
      },
    });
    expect(answer.json.fields).toEqual({
      number: 'This must be at least 1 character long.',
      placedAt: 'This must be a moment like 2026-11-26T09:30:00Z.',
      email: 'This does not have the right form.',
      colour: 'This field is not known.',
      'lines.0.quantity': 'This must be at least 0.',
      'lines.0.unitPrice.amount': 'This must be a whole number.',
      'lines.1.externalId': 'This is missing.',
      'lines.1.title': 'This is missing.',
      'lines.1.quantity': 'This is missing.',
    });
  });

  it('of a session request speaks of the way that was chosen', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const send = apiOf(context);
    const path = `/v1/sessions?store=${store.publishableKey}`;
    const neither = await send('POST', path, { json: { by: 'guess' } });
    expect(neither.json.fields).toEqual({ by: 'This must be one of: proof, lookup, gift.' });
    const half = await send('POST', path, { json: { by: 'lookup', order: '1' } });
    expect(half.json.fields).toEqual({ contact: 'This is missing.' });
  });
});

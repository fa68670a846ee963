import { serialKey } from '@postlude/contract/serials';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { newId } from '../secrets/ids.ts';
import { apiOf, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { findLaterOwners, mailRecalls } from './mail-recalls.ts';
import { concernedUnits } from './matching.ts';
import { playingDown } from './playing-down.ts';
import { recallInput } from './testing/recall.ts';

const mailing = (context: Context): Context => ({
  ...context,
  config: { ...context.config, mail: { url: 'smtp://127.0.0.1:1', from: 'shop@example.com' } },
});

describeOnBothDatabases('a recall', (open, kind) => {
  async function shop() {
    const backend = await open();
    const created = await backend.newStore();
    const send = apiOf(backend.context);
    const staff = (method: string, path: string, json?: unknown) =>
      send(method, `/v1/staff${path}`, { key: created.secretKey, ...(json === undefined ? {} : { json }) });
    const order = async (number: string, changes: object = {}) => {
      const lines = [{ externalId: 'l1', title: 'Lamp', quantity: 2, productId: 'lamp' }];
      const { order: placed, proof } = await putOrder(send, created, {
        number,
        email: `${number}@example.com`,
        lines,
        ...changes,
      });
      return {
        id: placed.id,
        token: await tokenOf(send, created.store.publishableKey, number, proof),
      };
    };
    const units = (input: ReturnType<typeof recallInput>) =>
      backend.context.db.withStore(created.store.id, async (tx) => {
        const matching = { storeId: created.store.id, timeZone: created.store.timeZone };
        const { rows } = await sql<{
          passport_id: string | null;
        }>`${concernedUnits(matching, input.scope, 'all')}`.execute(tx);
        return rows.map((row) => row.passport_id);
      });
    return { ...backend, created, storeId: created.store.id, send, staff, order, units };
  }

  const recallsOf = async (send: Send, { id, token }: { id: string; token: string }) =>
    (await send('GET', `/v1/orders/${id}/recalls?locale=de`, { key: token })).json.items;

  it('shows itself to whom it concerns, in their language, and to nobody else', async () => {
    const { send, staff, order } = await shop();
    const lamps = await order('1001');
    const mugs = await order('1002', {
      lines: [{ externalId: 'm', title: 'Mug', quantity: 1, productId: 'mug' }],
    });
    const published = await staff('POST', '/recalls', recallInput());
    expect(published.status).toBe(201);
    expect(published.json.reach).toMatchObject({ items: 2, owners: 1, reachable: 1, acknowledged: 0 });
    const [notice, ...more] = await recallsOf(send, lamps);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      hazard: 'Das Kabel kann überhitzen und Haut verbrennen.',
      acknowledged: null,
    });
    expect(notice.passportIds).toHaveLength(2);
    expect(await recallsOf(send, mugs)).toEqual([]);
    const asOther = await send('GET', `/v1/orders/${lamps.id}/recalls`, { key: mugs.token });
    expect(asOther.json.code).toBe('not_found');
    const otherAnswers = await send('POST', `/v1/orders/${mugs.id}/recalls/${notice.id}/answer`, {
      key: mugs.token,
      json: {},
    });
    expect(otherAnswers.json.code).toBe('not_found');
    const elsewhere = await (await open()).newStore();
    const asStranger = await send('GET', `/v1/staff/recalls/${notice.id}`, { key: elsewhere.secretKey });
    expect(asStranger.json.code).toBe('not_found');
    const listed = await send('GET', `/v1/orders/${lamps.id}/passports`, { key: lamps.token });
    expect(listed.json.items[0].passport.recalls).toHaveLength(1);
    const card = await send('GET', `/v1/orders/${lamps.id}`, { key: lamps.token });
    expect(card.json.recalls).toBe(1);
    const calm = await send('GET', `/v1/orders/${mugs.id}`, { key: mugs.token });
    expect(calm.json.recalls).toBeUndefined();
  });

  it('shows itself to whoever buys or is told of it later, until it ends', async () => {
    const { send, staff, order } = await shop();
    const { json } = await staff('POST', '/recalls', recallInput());
    const later = await order('2001');
    expect(await recallsOf(send, later)).toHaveLength(1);
    expect((await staff('POST', `/recalls/${json.id}/end`)).json.state).toBe('ended');
    expect((await staff('POST', `/recalls/${json.id}/end`)).json.state).toBe('ended');
    expect(await recallsOf(send, later)).toEqual([]);
    expect((await staff('POST', `/recalls/${newId('recall')}/end`)).json.code).toBe('not_found');
  });

  it('is published once for each reference', async () => {
    const { staff, context, storeId } = await shop();
    const first = await staff('POST', '/recalls', recallInput());
    const again = await staff('POST', '/recalls', recallInput({ imageUrl: null }));
    expect(again.json.id).toBe(first.json.id);
    const other = await staff('POST', '/recalls', recallInput({ scope: { productIds: ['kettle'] } }));
    expect([other.status, other.json.code]).toEqual([409, 'conflict']);
    const events = await context.db.withStore(storeId, (tx) =>
      tx.selectFrom('outbox_events').select('type').where('store_id', '=', storeId).execute(),
    );
    expect(events.filter(({ type }) => type === 'recall.published')).toHaveLength(1);
    expect((await staff('GET', '/recalls')).json.items).toHaveLength(1);
  });

  it('previews without writing anything', async () => {
    const { staff, order } = await shop();
    await order('1001');
    const preview = await staff('POST', '/recall-previews', recallInput());
    expect(preview.json).toMatchObject({ items: 2, owners: 1, reachable: 1, mailed: 0 });
    expect((await staff('GET', '/recalls')).json.items).toEqual([]);
  });

  it('is acknowledged once, and takes a remedy later', async () => {
    const { send, staff, order } = await shop();
    const lamps = await order('1001');
    const { json } = await staff('POST', '/recalls', recallInput());
    const answer = (body: object) =>
      send('POST', `/v1/orders/${lamps.id}/recalls/${json.id}/answer`, { key: lamps.token, json: body });
    const first = await answer({});
    expect(first.json.items[0].acknowledged).toMatchObject({ remedy: null });
    const second = await answer({ remedy: 'refund' });
    expect(second.json.items[0].acknowledged).toEqual({
      at: first.json.items[0].acknowledged.at,
      remedy: 'refund',
    });
    await answer({});
    const { reach } = (await staff('GET', `/recalls/${json.id}`)).json;
    expect(reach).toMatchObject({ acknowledged: 1, remedies: { repair: 0, replacement: 0, refund: 1 } });
    expect((await answer({ remedy: 'repair' })).json.fields).toHaveProperty('remedy');
  });

  it('is counted on the order until it ends, read or not', async () => {
    const { send, staff, order } = await shop();
    const lamps = await order('1001');
    const counted = async () =>
      (await send('GET', `/v1/orders/${lamps.id}`, { key: lamps.token })).json.recalls;
    const { json } = await staff('POST', '/recalls', recallInput());
    const other = await staff('POST', '/recalls', recallInput({ reference: 'another' }));
    expect(await counted()).toBe(2);
    const path = `/v1/orders/${lamps.id}/recalls/${json.id}/answer`;
    await send('POST', path, { key: lamps.token, json: {} });
    expect(await counted()).toBe(2);
    const read = await recallsOf(send, lamps);
    expect(read.map(({ acknowledged }: { acknowledged: unknown }) => acknowledged !== null)).toEqual([
      false,
      true,
    ]);
    await staff('POST', `/recalls/${json.id}/end`);
    expect(await counted()).toBe(1);
    await staff('POST', `/recalls/${other.json.id}/end`);
    expect(await counted()).toBeUndefined();
  });

  it('warns the receiver of a gift, who answers for nobody and chooses nothing', async () => {
    const { send, staff, created } = await shop();
    const lines = [{ externalId: 'l1', title: 'Lamp', quantity: 2, productId: 'lamp' }];
    const { order, proof, giftCode } = await putOrder(send, created, { number: '1001', lines });
    const key = created.store.publishableKey;
    const giver = { id: order.id, token: await tokenOf(send, key, '1001', proof) };
    const opened = await send('POST', `/v1/sessions?store=${key}`, {
      json: { by: 'gift', order: '1001', code: giftCode },
    });
    const given = { id: order.id, token: opened.json.token };
    const { json } = await staff('POST', '/recalls', recallInput());
    const answer = (token: string, body: object) =>
      send('POST', `/v1/orders/${order.id}/recalls/${json.id}/answer`, { key: token, json: body });
    await answer(giver.token, { remedy: 'refund' });
    const [notice] = await recallsOf(send, given);
    expect(notice).toMatchObject({ hazard: expect.any(String), remedies: [], acknowledged: null });
    expect((await answer(given.token, { remedy: 'refund' })).json.fields).toHaveProperty('remedy');
    expect((await answer(given.token, {})).json.items[0].acknowledged).toMatchObject({ remedy: null });
    expect((await recallsOf(send, given))[0].acknowledged).toBeNull();
    expect((await recallsOf(send, giver))[0].acknowledged).toMatchObject({ remedy: 'refund' });
    const card = await send('GET', `/v1/orders/${order.id}`, { key: given.token });
    expect(card.json.recalls).toBe(1);
    const none = await send('POST', `/v1/orders/${order.id}/recalls/${newId('recall')}/answer`, {
      key: given.token,
      json: {},
    });
    expect(none.json.code).toBe('not_found');
  });

  it('refuses words that play the danger down, and ranges that mean nobody', async () => {
    const { staff } = await shop();
    const soft = recallInput({
      hazard: { en: 'In rare situations it burns.', de: 'Ein freiwilliger Rückruf.' },
    });
    const refused = await staff('POST', '/recalls', soft);
    expect([refused.status, refused.json.code]).toEqual([422, 'recall_text']);
    expect(Object.keys(refused.json.fields).sort()).toEqual(['hazard.de', 'hazard.en']);
    expect((await staff('POST', '/recall-previews', soft)).json.code).toBe('recall_text');
    for (const range of [
      { from: 'A9', to: 'A10' },
      { from: 'A9', to: 'A1' },
    ]) {
      const input = recallInput({ scope: { productIds: ['lamp'], serials: [range] } });
      expect((await staff('POST', '/recalls', input)).json.fields).toHaveProperty(['scope.serials.0.to']);
    }
  });

  it('looks at days of sale in the store’s time zone', async () => {
    const { order, units } = await shop();
    await order('1001', { placedAt: '2026-10-31T23:30:00Z' });
    const sold = (soldFrom: string | null, soldUntil: string | null) =>
      units(recallInput({ scope: { productIds: ['lamp'], soldFrom, soldUntil } }));
    expect(await sold('2026-11-01', '2026-11-01')).toHaveLength(2);
    expect(await sold(null, '2026-10-31')).toEqual([]);
    expect(await sold('2026-11-02', null)).toEqual([]);
  });

  it('matches exactly the serial numbers of a range, and what is unknown unless told', async () => {
    const { context, storeId, send, order, units } = await shop();
    const lamps = await order('1001', {
      lines: [{ externalId: 'l1', title: 'Lamp', quantity: 1, productId: 'lamp' }],
    });
    await send('GET', `/v1/orders/${lamps.id}/passports`, { key: lamps.token });
    const sign = fc.constantFrom(...'0189AZ');
    const serial = fc.string({ unit: sign, minLength: 1, maxLength: 3 });
    const put = (text: string | null) =>
      context.db.withStore(storeId, (tx) =>
        tx
          .updateTable('passports')
          .set({ serial: text, serial_key: text && serialKey(text) })
          .where('store_id', '=', storeId)
          .execute(),
      );
    await fc.assert(
      fc.asyncProperty(serial, serial, serial, async (own, one, other) => {
        const [from = '', to = ''] = [one, other].toSorted();
        await put(own);
        const found = await units(recallInput({ scope: { productIds: ['lamp'], serials: [{ from, to }] } }));
        // Told without a database: the numbers between two of the same length, sign by sign.
        const isBetween = own.length === from.length && own.length === to.length && own >= from && own <= to;
        expect(found.length).toBe(isBetween ? 1 : 0);
      }),
      { numRuns: kind === 'pglite' ? 60 : 100 },
    );
    await put(null);
    const range = { productIds: ['lamp'], serials: [{ from: 'A1', to: 'A9' }] };
    expect(await units(recallInput({ scope: range }))).toHaveLength(1);
    expect(await units(recallInput({ scope: { ...range, unknownSerials: false } }))).toEqual([]);
  });

  it('matches batches of the list', async () => {
    const { context, storeId, send, order, units } = await shop();
    const lamps = await order('1001', {
      lines: [{ externalId: 'l1', title: 'Lamp', quantity: 1, productId: 'lamp' }],
    });
    await send('GET', `/v1/orders/${lamps.id}/passports`, { key: lamps.token });
    await context.db.withStore(storeId, async (tx) => {
      await tx
        .updateTable('passports')
        .set({ serial: 'L-1', serial_key: 'L1' })
        .where('store_id', '=', storeId)
        .execute();
      await tx
        .insertInto('listed_serials')
        .values({
          store_id: storeId,
          product_id: 'lamp',
          serial_key: 'L1',
          serial: 'L-1',
          batch: 'b1',
          import_id: 'i',
        })
        .execute();
    });
    const of = (batches: string[], unknownSerials = true) =>
      units(recallInput({ scope: { productIds: ['lamp'], batches, unknownSerials } }));
    expect(await of(['b1'], false)).toHaveLength(1);
    expect(await of(['b2'])).toEqual([]);
  });

  it('is mailed to every mailbox once, however often a process is killed', async () => {
    const { context, storeId, staff, order } = await shop();
    await order('1001', { email: 'Ada@example.com', locale: 'de-DE' });
    await order('1002', { email: 'ada@example.com', locale: 'de-DE' });
    await order('1003', { email: 'mia@example.com', locale: 'ar' });
    await order('1004', { email: null });
    const { json } = await staff('POST', '/recalls', recallInput());
    expect(json.reach).toMatchObject({ items: 8, owners: 3, reachable: 2 });
    const withMail = mailing(context);
    const dying: Context = {
      ...withMail,
      db: {
        ...context.db,
        withStore: (id, work) =>
          context.db.withStore(id, async (tx) => {
            await work(tx);
            throw new Error('killed');
          }),
      },
    };
    await expect(mailRecalls(dying)).rejects.toThrow('killed');
    expect(await mailRecalls(withMail)).toBeGreaterThanOrEqual(2);
    expect(await mailRecalls(withMail)).toBe(0);
    const mails = async () => {
      const rows = await context.db.withStore(storeId, (tx) =>
        tx.selectFrom('mails').select('content').where('store_id', '=', storeId).execute(),
      );
      return rows.map(({ content }) => content);
    };
    const sent = await mails();
    expect(sent.map(({ to }) => to.toLowerCase()).sort()).toEqual(['ada@example.com', 'mia@example.com']);
    const german = sent.find(({ to }) => to.toLowerCase() === 'ada@example.com');
    expect(german?.subject).toMatch(/^Produktsicherheitsrückruf: /);
    expect(german?.text).toContain('Das Kabel kann überhitzen');
    await order('1005', { email: 'eve@example.com', locale: 'fr' });
    expect(await findLaterOwners(context)).toBeGreaterThanOrEqual(1);
    await mailRecalls(withMail);
    const all = await mails();
    expect(all).toHaveLength(3);
    // Nobody wrote French: the store's language follows.
    expect(all.find(({ to }) => to === 'eve@example.com')?.subject).toMatch(/^Produktsicherheitsrückruf: /);
  });

  it.each([
    ['en', 'This is a voluntary recall.'],
    ['en', 'As a precaution, stop using it.'],
    ['en', 'at our discretion'],
    ['en', 'There have been no reported accidents.'],
    ['fr', 'voluntary'],
    ['de', 'Wir rufen vorsorglich zurück.'],
    ['de', 'In seltenen Fällen kann es brennen.'],
    ['de', 'Es sind keine Unfälle bekannt.'],
    ['ar', 'استدعاء طوعي'],
    ['ar', 'إجراء احترازي'],
    ['ar', 'في حالات نادرة'],
    ['ar', 'لم تقع أي حوادث'],
  ])('hears in %s that “%s” plays the danger down', (language, text) => {
    expect(Object.keys(playingDown(recallInput({ hazard: { [language]: text } })))).toEqual([
      `hazard.${language}`,
    ]);
  });

  it('lets plain words pass', () => {
    expect(playingDown(recallInput())).toEqual({});
  });
});

async function tokenOf(send: Send, publishableKey: string, order: string, proof: string): Promise<string> {
  const answer = await send('POST', `/v1/sessions?store=${publishableKey}`, {
    json: { by: 'proof', order, proof },
  });
  return answer.json.token;
}

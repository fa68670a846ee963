import type { StaffClaim } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openClaimShop, repairQuote, testWarrantyPolicy } from './testing/shop.ts';

const statuses = ({ audit }: StaffClaim) => audit.map(({ action, after }) => `${action}: ${after}`);

describeOnBothDatabases('a claim', (open) => {
  it('is one of its unit at a time: of two that are filed at once one wins, and the other is told why', async () => {
    const shop = await openClaimShop(await open());
    const answers = await Promise.all([
      shop.file(shop.filing()),
      shop.file(shop.filing({ description: 'It smells.' })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.json).toMatchObject({
      code: 'route_closed',
      fields: { route: expect.stringMatching(/^claim_open/) },
    });
    expect((await shop.file(shop.filing(), shop.passports[1])).status).toBe(201);
  });

  it('that is filed twice in the same words within a minute is one', async () => {
    const shop = await openClaimShop(await open());
    const [one, two] = [await shop.file(shop.filing()), await shop.file(shop.filing())];
    expect(two.json.id).toBe(one.json.id);
    expect((await shop.events()).map(({ type }) => type)).toEqual(['claim.received']);
  });

  it('is refused with the field that is wrong', async () => {
    const shop = await openClaimShop(await open());
    const refusal = async (changes: object) => {
      const { json } = await shop.file({ ...shop.filing(), ...changes });
      return [json.code, ...Object.keys(json.fields ?? {})];
    };
    expect(await refusal({ since: '2026-11-25' })).toEqual(['date_impossible', 'since']);
    expect(await refusal({ since: '2020-01-01' })).toEqual(['date_impossible', 'since']);
    expect(await refusal({ symptom: 'scratched' })).toEqual(['photos_required', 'uploads']);
    expect(await refusal({ symptom: null })).toEqual(['symptom_unknown', 'symptom']);
    expect(await refusal({ resolution: 'store_credit', placeId: null })).toEqual([
      'resolution_unavailable',
      'resolution',
    ]);
    expect(await refusal({ placeId: null })).toEqual(['place_unavailable', 'placeId']);
    expect(await refusal({ resolution: 'refund' })).toEqual(['place_unavailable', 'placeId']);
    expect(await refusal({ address: undefined })).toEqual(['address_required', 'address']);
    expect(await refusal({ description: '   ' })).toEqual(['invalid_input', 'description']);
    expect(await refusal({ uploads: [`upl_${'0'.repeat(32)}`] })).toEqual(['upload_unknown', 'uploads']);
    expect(
      (await shop.file(shop.filing({ resolution: 'refund', placeId: null, address: null }))).status,
    ).toBe(201);
  });

  it('after the end of every cover names the day, and what is left', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend, {
      ...testWarrantyPolicy,
      plans: [],
      claims: { ...testWarrantyPolicy.claims, paidRepairs: true },
    });
    backend.clock.set('2029-01-10T10:00:00Z');
    const opened = await shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, {
      json: shop.proof,
    });
    const key = opened.json.token;
    const path = `/v1/passports/${shop.mug}`;
    const filed = await shop.send('POST', `${path}/claims`, {
      key,
      json: shop.filing({ since: '2029-01-09' }),
    });
    expect(filed.json).toMatchObject({
      code: 'route_closed',
      fields: { route: expect.stringMatching(/^cover_ended 2028-11-/) },
    });
    const { doors } = (await shop.send('GET', `${path}/claim-options`, { key })).json;
    const left = doors.filter(({ state }: { state: string }) => state === 'open');
    // No period of the order has begun: its lamp never arrived.
    expect(left.map(({ route }: { route: string }) => route)).toEqual([
      'withdraw',
      'return',
      'exchange',
      'repair',
    ]);
  });

  it('waits for the answer to a question and goes on where it was', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed();
    await shop.act(id, 'approve');
    await shop.act(id, 'receive');
    const asked = await shop.act(id, 'ask', { text: 'Which light is on?' });
    expect(asked.staff.claim).toMatchObject({ status: 'waiting', question: 'Which light is on?' });
    const answered = await shop.shopper(id, 'messages', { text: 'The red one.' });
    expect(answered.json).toMatchObject({
      status: 'device_received',
      question: null,
      messages: [{ from: 'shopper', text: 'The red one.' }],
    });
    await shop.act(id, 'ask', { text: 'And now?' });
    const undone = await shop.act(id, 'undo');
    expect(undone.staff.claim).toMatchObject({ status: 'device_received', question: null });
  });

  it('is received once, however often it is pressed, also while a quote waits', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed();
    await shop.act(id, 'approve');
    const received = async () => {
      const { answer, staff } = await shop.act(id, 'receive');
      expect(answer.status).toBe(200);
      return [staff.claim.status, staff.audit.filter(({ action }) => action === 'receive').length];
    };
    expect(await received()).toEqual(['device_received', 1]);
    expect(await received()).toEqual(['device_received', 1]);
    await shop.act(id, 'quote', repairQuote);
    expect(await received()).toEqual(['quoted', 1]);
    const { quote } = await shop.get(id);
    expect(quote?.state).toBe('open');
    await shop.shopper(id, 'quote', { quoteId: quote?.id, accept: false });
    const later = await shop.act(id, 'receive');
    expect(later.answer.json.code).toBe('action_not_possible');
    expect((await shop.events()).filter(({ type }) => type === 'repair.device_received')).toHaveLength(1);
  });

  it('is answered once for each quote, in the store’s time, and a new quote takes the place of an open one', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const id = await shop.filed();
    await shop.act(id, 'approve');
    await shop.act(id, 'receive');
    const short = await shop.act(id, 'quote', { ...repairQuote, validUntil: '2026-12-23' });
    expect(short.answer.json).toMatchObject({
      code: 'invalid_input',
      fields: { validUntil: expect.any(String) },
    });
    const huge = { amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
    const uncountable = await shop.act(id, 'quote', { ...repairQuote, price: huge });
    expect(uncountable.answer.json).toMatchObject({
      code: 'invalid_input',
      fields: { price: expect.any(String) },
    });
    const first = (await shop.act(id, 'quote', repairQuote)).staff.claim.quote;
    const second = (await shop.act(id, 'quote', { ...repairQuote, days: 9 })).staff;
    expect(second.quotes.map(({ state }) => state)).toEqual(['withdrawn', 'open']);
    const undone = (await shop.act(id, 'undo')).staff;
    expect(undone.quotes.map(({ state }) => state)).toEqual(['open', 'withdrawn']);
    expect(undone.claim.quote?.id).toBe(first?.id);
    const refused = await shop.act(id, 'repair');
    expect(refused.answer.json.code).toBe('action_not_possible');
    const declined = await shop.shopper(id, 'quote', { quoteId: first?.id, accept: false });
    expect(declined.json).toMatchObject({ status: 'diagnosing', quote: { state: 'declined' } });
    const again = await shop.shopper(id, 'quote', { quoteId: first?.id, accept: false });
    expect(again.status).toBe(200);
    const other = await shop.shopper(id, 'quote', { quoteId: first?.id, accept: true });
    expect(other.json.code).toBe('quote_not_open');
    expect((await shop.events()).filter(({ type }) => type === 'repair.quote_declined')).toHaveLength(1);
    const last = (await shop.act(id, 'quote', repairQuote)).staff.claim.quote;
    expect(last?.validUntil).toBe('2026-12-24');
    // In Berlin the 25th begins at 23:00 UTC.
    backend.clock.set('2026-12-24T23:30:00Z');
    const session = await shop.send('POST', `/v1/sessions?store=${shop.shop.store.publishableKey}`, {
      json: shop.proof,
    });
    const late = await shop.shopper(id, 'quote', { quoteId: last?.id, accept: true }, session.json.token);
    expect(late.json.code).toBe('quote_not_open');
    expect((await shop.look(id)).claim.quote?.state).toBe('expired');
  });

  it('that is declined says why and what is still possible, and a device that is there still goes home', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed();
    await shop.act(id, 'receive');
    const silent = await shop.act(id, 'decline', { code: 'other' });
    expect(silent.answer.json.code).toBe('invalid_input');
    const declined = await shop.act(id, 'decline', { code: 'misuse', note: 'It was under water.' });
    expect(declined.staff.claim.declined).toMatchObject({ code: 'misuse', note: 'It was under water.' });
    const left = declined.staff.claim.declined?.stillOpen.map(({ route }) => route);
    expect(left).toContain('warranty');
    expect(left).not.toContain('legal_guarantee');
    const sent = await shop.act(id, 'ship', { carrier: null, trackingNumber: 'HOME1' });
    expect(sent.staff.claim).toMatchObject({ status: 'declined', outbound: { trackingNumber: 'HOME1' } });
    const again = await shop.act(id, 'ship', { carrier: null, trackingNumber: 'HOME1' });
    expect(again.staff).toEqual(sent.staff);
  });

  it('counts what a warranty gave, and closes its door when all of it was used', async () => {
    const shop = await openClaimShop(await open());
    for (const description of ['Once', 'Twice']) {
      const id = await shop.filed({ route: 'warranty', description });
      await shop.act(id, 'approve');
      await shop.act(id, 'repair');
      await shop.act(id, 'finish', { outcome: 'repaired' });
    }
    const options = await shop.send('GET', `/v1/passports/${shop.mug}/claim-options`, { key: shop.token });
    const warranty = options.json.covers.find((cover: { kind: string }) => cover.kind === 'warranty');
    expect(warranty.benefits).toEqual([{ kind: 'repair', total: 2, left: 0 }]);
    const door = options.json.doors.find(({ route }: { route: string }) => route === 'warranty');
    expect(door).toMatchObject({ state: 'closed', because: 'benefit_used' });
  });

  it('that ends with a replacement gives the unit its serial number, and an undo gives the old one back', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed({ resolution: 'replacement', placeId: null });
    await shop.act(id, 'approve');
    const early = await shop.act(id, 'finish', { outcome: 'repaired', serial: 'SN-2' });
    expect(early.answer.json.code).toBe('invalid_input');
    const done = await shop.act(id, 'finish', { outcome: 'replaced', serial: 'SN-2' });
    expect(done.staff.claim.serial).toBe('SN-2');
    expect((await shop.get(id)).serial).toBe('SN-2');
    await shop.act(id, 'undo');
    expect((await shop.get(id)).serial).toBeNull();
  });

  it('whose end was taken back stands as before; not when another was filed since, and not a week later', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const id = await shop.filed();
    await shop.act(id, 'decline', { code: 'no_proof' });
    await shop.act(id, 'undo');
    const twice = await shop.act(id, 'undo');
    expect(twice.answer.status).toBe(200);
    expect(statuses(twice.staff)).toEqual(['file: received', 'decline: declined', 'undo: received']);
    expect((await shop.events()).at(-1)?.type).toBe('claim.reopened');
    await shop.act(id, 'decline', { code: 'no_proof' });
    const other = await shop.filed({ description: 'Now with proof.' });
    expect((await shop.act(id, 'undo')).answer.json.code).toBe('action_not_possible');
    await shop.act(other, 'decline', { code: 'no_proof' });
    backend.clock.set('2026-12-02T10:00:00Z');
    const late = await shop.act(other, 'undo');
    expect(late.answer.json.code).toBe('action_not_possible');
  });

  it('does not exist for another order, another store, a gift’s receiver or whoever handed the unit over', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const other = await openClaimShop(backend);
    const id = await shop.filed();
    for (const key of [other.token, shop.giftToken]) {
      expect((await shop.send('GET', `/v1/claims/${id}`, { key })).status).toBe(404);
      expect((await shop.send('GET', `/v1/passports/${shop.mug}/claim-options`, { key })).status).toBe(404);
      expect(
        (await shop.send('POST', `/v1/passports/${shop.mug}/claims`, { key, json: shop.filing() })).status,
      ).toBe(404);
      expect((await shop.shopper(id, 'cancel', undefined, key)).status).toBe(404);
    }
    expect((await other.act(id, 'approve')).answer.status).toBe(404);
    const storeId = shop.shop.store.id;
    await backend.context.db.withStore(storeId, async (tx) => {
      const { order_id, line_id } = await tx
        .selectFrom('passports')
        .select(['order_id', 'line_id'])
        .where('passport_id', '=', shop.mug)
        .executeTakeFirstOrThrow();
      const owner = { store_id: storeId, passport_id: shop.mug, order_id, line_id, since: null };
      await tx
        .insertInto('passport_owners')
        .values({ ...owner, sequence: 1, through: '2026-11-24' })
        .execute();
      await tx
        .updateTable('passports')
        .set({ owner_order_id: `ord_${'9'.repeat(32)}` })
        .where('passport_id', '=', shop.mug)
        .execute();
    });
    expect((await shop.send('GET', `/v1/claims/${id}`, { key: shop.token })).status).toBe(404);
    const refused = await shop.file(shop.filing());
    expect(refused.json).toMatchObject({ code: 'route_closed', fields: { route: 'transferred' } });
  });

  it('and returns and registrations are listed by whom they wait for, the longest first', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const id = await shop.filed();
    backend.clock.set('2026-11-24T10:30:00Z');
    const other = await shop.file(shop.filing(), shop.passports[2]);
    await shop.act(other.json.id, 'ask', { text: 'Which?' });
    const due = async (query = '') => (await shop.staff('GET', `/v1/staff/due${query}`)).json.items;
    expect(await due()).toMatchObject([
      { kind: 'claim', id, waitsFor: 'store', title: 'Mug', status: 'received' },
      { kind: 'claim', id: other.json.id, waitsFor: 'shopper', title: 'Tray', status: 'waiting' },
    ]);
    await shop.act(id, 'approve');
    expect(await due('?waitsFor=store')).toEqual([]);
    await shop.shopper(id, 'parcel', { carrier: null, trackingNumber: 'IN1' });
    expect(await due('?waitsFor=carrier')).toMatchObject([{ id }]);
    await shop.act(id, 'receive');
    await shop.act(id, 'await_parts', { expectedOn: '2026-12-01' });
    expect(await due('?waitsFor=parts')).toMatchObject([{ id }]);
  });

  it('counts first help once a unit, the last answer', async () => {
    const shop = await openClaimShop(await open());
    const tell = (passport: string | undefined, helped: boolean) =>
      shop.send('POST', `/v1/passports/${passport}/first-help`, {
        key: shop.token,
        json: { symptom: 'broken', helped },
      });
    await tell(shop.mug, false);
    await tell(shop.mug, true);
    await tell(shop.passports[1], false);
    expect((await shop.staff('GET', '/v1/staff/first-help')).json.items).toEqual([
      { symptom: 'broken', helped: 1, notHelped: 1 },
    ]);
  });

  it('is found by number, order, e-mail and status', async () => {
    const shop = await openClaimShop(await open());
    const id = await shop.filed();
    const found = async (query: string) =>
      (await shop.staff('GET', `/v1/staff/claims?${query}`)).json.items.map(
        (each: { id: string }) => each.id,
      );
    expect(await found('q=c-1001-1')).toEqual([id]);
    expect(await found('q=1001')).toEqual([id]);
    expect(await found('status=received')).toEqual([id]);
    expect(await found('status=done')).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { setEasyPostKey } from '../labels/easypost-key.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { type FakeEasyPost, openEasyPost } from '../testing/easypost.ts';
import { makeLabels } from './labels.ts';
import { openLabelShop } from './testing/label-shop.ts';
import { voidLabels } from './void-labels.ts';

describeOnBothDatabases('the label of a return that is cancelled', (open) => {
  let fake: FakeEasyPost;
  beforeEach(async () => {
    fake = await openEasyPost();
  });
  afterEach(() => fake.close());

  /** A return whose label is bought, unless told, and is cancelled then. */
  async function openCancelled(mood: Parameters<FakeEasyPost['setMood']>[0] = 'well') {
    const opened = await openLabelShop(await open(), fake);
    fake.setMood(mood);
    await makeLabels(opened.context);
    fake.setMood('well');
    const cancel = await opened.send('POST', `/v1/returns/${opened.id}/cancel`, { key: opened.token });
    expect(cancel.json).toMatchObject({ status: 'cancelled', documents: [] });
    return opened;
  }

  it('is given back to the carrier, once, and no longer to anybody', async () => {
    const { context, id, shop, staffReturn: staff } = await openCancelled();
    expect((await staff()).label?.state).toBe('voiding');
    await voidLabels(context);
    await voidLabels(context);
    expect(fake.refunded()).toBe(1);
    expect((await staff()).label).toMatchObject({ state: 'voided', error: null });
    const files = await context.db.withStore(shop.store.id, (tx) =>
      tx.selectFrom('return_labels').select('return_id').where('return_id', '=', id).execute(),
    );
    expect(files).toEqual([]);
  });

  it('is given back too when it was bought and the answer was lost', async () => {
    const { context, clock, staffReturn: staff } = await openCancelled('lost_answer');
    expect(fake.bought()).toBe(1);
    clock.advance(61_000);
    await makeLabels(context);
    expect((await staff()).label?.state).toBe('voiding');
    await voidLabels(context);
    expect((await staff()).label?.state).toBe('voided');
    expect([fake.bought(), fake.refunded()]).toEqual([1, 1]);
  });

  it('is asked for again while the carrier is away or says no by mistake, and staff see how it stands', async () => {
    const { context, clock, staffReturn: staff } = await openCancelled();
    fake.setMood('refund_rejected');
    await voidLabels(context);
    expect((await staff()).label).toMatchObject({
      state: 'voiding',
      error: expect.stringContaining('rejected'),
    });
    fake.setMood('down');
    clock.advance(61_000);
    await voidLabels(context);
    fake.setMood('well');
    await voidLabels(context);
    expect((await staff()).label?.state).toBe('voiding');
    clock.advance(3_600_000);
    await voidLabels(context);
    expect((await staff()).label?.state).toBe('voided');
  });

  it('stays bought where the carrier does not take it back, for the reason that staff are shown', async () => {
    const { context, clock, staffReturn: staff } = await openCancelled();
    fake.setMood('refund_rejected');
    for (let hour = 0; hour < 12; hour += 1) {
      await voidLabels(context);
      clock.advance(8 * 3_600_000);
    }
    expect((await staff()).label).toMatchObject({
      state: 'kept',
      error: expect.stringContaining('rejected'),
    });
    const other = await openCancelled();
    await setEasyPostKey(other.context, other.shop.store.id, null);
    await voidLabels(other.context);
    expect((await other.staffReturn()).label).toMatchObject({
      state: 'kept',
      error: expect.stringContaining('account'),
    });
  });

  it('is never bought when nobody asked for it yet', async () => {
    const { context, send, id, token, staffReturn: staff } = await openLabelShop(await open(), fake);
    await send('POST', `/v1/returns/${id}/cancel`, { key: token });
    const before = fake.bought();
    await makeLabels(context);
    await voidLabels(context);
    expect(fake.bought()).toBe(before);
    expect((await staff()).label).toBeNull();
  });

  it('is given back when it was bought while the return was being cancelled', async () => {
    const { context, send, id, token, staffReturn: staff } = await openLabelShop(await open(), fake);
    const asked = fake.whenAsked(/\/buy$/, async () => {
      const answer = await send('POST', `/v1/returns/${id}/cancel`, { key: token });
      expect(answer.status).toBe(200);
    });
    await makeLabels(context);
    await asked;
    expect((await staff()).label?.state).toBe('voiding');
    await voidLabels(context);
    expect([fake.bought(), fake.refunded()]).toEqual([1, 1]);
    expect((await staff()).label?.state).toBe('voided');
  });
});

const day = 24 * 3_600_000;
const endings = [
  ['decline', { code: 'other', note: 'Not this one.' }, 'declined'],
  ['close', {}, 'closed'],
] as const;

describeOnBothDatabases('the label of a return that staff end before it is sent', (open) => {
  let fake: FakeEasyPost;
  beforeEach(async () => {
    fake = await openEasyPost();
  });
  afterEach(() => fake.close());

  it.each(endings)(
    'is given back a day later, and the end is final then (%s)',
    async (action, word, status) => {
      const { context, clock, act, id, staffReturn: staff } = await openLabelShop(await open(), fake);
      await makeLabels(context);
      const ended = await act(id, action, word);
      expect(ended.staff).toMatchObject({
        return: { status, documents: [], qr: null },
        label: { state: 'voiding' },
      });
      expect(ended.staff.actions).toContain('undo');
      expect(await voidLabels(context)).toEqual({ voided: 0, kept: 0 });
      expect(fake.refunded()).toBe(0);
      clock.advance(day + 1000);
      expect(await voidLabels(context)).toEqual({ voided: 1, kept: 0 });
      expect(fake.refunded()).toBe(1);
      const after = await staff();
      expect(after.label?.state).toBe('voided');
      expect(after.actions).not.toContain('undo');
      expect((await act(id, 'undo')).answer.json.code).toBe('action_not_possible');
    },
  );

  it.each(endings)('is good again when that is taken back before (%s)', async (action, word) => {
    const { context, clock, act, id } = await openLabelShop(await open(), fake);
    await makeLabels(context);
    await act(id, action, word);
    const { staff } = await act(id, 'undo');
    expect(staff.label?.state).toBe('ready');
    expect(staff.return.documents.map(({ kind }) => kind)).toContain('label');
    clock.advance(day + 1000);
    await voidLabels(context);
    await makeLabels(context);
    expect([fake.bought(), fake.refunded()]).toEqual([1, 0]);
  });

  it('is given back too when it was bought while the return was being declined', async () => {
    const { context, clock, act, id, staffReturn: staff } = await openLabelShop(await open(), fake);
    const asked = fake.whenAsked(/\/buy$/, async () => {
      const { answer } = await act(id, 'decline', { code: 'other', note: 'Not this one.' });
      expect(answer.status).toBe(200);
    });
    await makeLabels(context);
    await asked;
    expect((await staff()).label?.state).toBe('voiding');
    clock.advance(day + 1000);
    await voidLabels(context);
    expect([fake.bought(), fake.refunded()]).toEqual([1, 1]);
  });

  it('is used when the parcel came, and stays', async () => {
    const { context, clock, act, id, staffReturn: staff } = await openLabelShop(await open(), fake);
    await makeLabels(context);
    const [item] = (await staff()).return.items;
    await act(id, 'receive', { items: [{ returnItemId: item?.id, quantity: 1 }] });
    await act(id, 'decline', { code: 'not_as_described' });
    clock.advance(day + 1000);
    expect(await voidLabels(context)).toEqual({ voided: 0, kept: 0 });
    expect((await staff()).label?.state).toBe('ready');
  });
});

import type { StaffAsk } from '@postlude/contract';
import { expect, it } from 'vitest';
import { openClaimShop } from '../claims/testing/shop.ts';
import { programmeToBegin } from '../referrals/programme/defaults.ts';
import { addProgramme } from '../referrals/programme/store.ts';
import { openReturnShop } from '../returns/testing/shop.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { lookAtAsks } from './look.ts';

type Staff = (method: string, path: string) => Promise<{ json: { items: StaffAsk[] } }>;

const reviewOfMug = async (staff: Staff, locale = 'en') => {
  const { json } = await staff('GET', `/v1/staff/asks?kind=review&locale=${locale}`);
  return json.items.find(({ title }) => title === 'Mug');
};

describeOnBothDatabases('an ask about an item', (open) => {
  it('is held while a return is open, explained, and comes back a week after it was declined', async () => {
    const backend = await open();
    backend.clock.set('2026-11-24T10:00:00Z');
    const shop = await openReturnShop(backend);
    const { json } = await shop.file(await shop.filing());
    const until = async (moment: string) => {
      backend.clock.set(moment);
      await lookAtAsks({ ...backend.context });
      return reviewOfMug(shop.staff);
    };
    expect((await until('2026-12-03T10:00:00Z'))?.words).toBe(
      `Held since 3 December: return ${json.number} is open on this item. Looked at again when it closes.`,
    );
    expect((await reviewOfMug(shop.staff, 'de'))?.words).toBe(
      `Zurückgehalten seit 3. Dezember: Rückgabe ${json.number} zu diesem Artikel ist offen. Nächster Blick nach dem Abschluss.`,
    );
    expect((await reviewOfMug(shop.staff, 'ar'))?.words).toContain(json.number);
    backend.clock.set('2026-12-20T10:00:00Z');
    const { answer } = await shop.act(json.id, 'decline', { code: 'window_ended' });
    expect(answer.status, answer.text).toBe(200);
    expect((await until('2026-12-21T10:00:00Z'))?.words).toBe(
      `Held since 21 December: ${json.number} about this item was closed a short while ago. Looked at again on 27 December.`,
    );
    expect((await until('2026-12-27T10:00:00Z'))?.decision).toMatchObject({
      state: 'due',
      reason: 'waited_again',
    });
    expect((await reviewOfMug(shop.staff))?.decision.because).toBeNull();
  });

  it('is not held by a return that was approved and never sent, once its day is over', async () => {
    const backend = await open();
    backend.clock.set('2026-11-24T10:00:00Z');
    const shop = await openReturnShop(backend);
    const { json } = await shop.file(await shop.filing());
    const { staff } = await shop.act(json.id, 'approve');
    const sendBy = staff.return.sendBy;
    expect(sendBy).toMatch(/^2026-12/);
    backend.clock.set(new Date(`${sendBy}T12:00:00Z`));
    await lookAtAsks({ ...backend.context });
    expect((await reviewOfMug(shop.staff))?.decision.reason).toBe('return_open');
    backend.clock.advance(9 * 24 * 60 * 60_000);
    await lookAtAsks({ ...backend.context });
    // It is looked at again by itself, though nobody touches the return any more.
    const [{ id } = { id: '' }] = (await shop.staff('GET', '/v1/staff/asks?kind=review')).json.items;
    const { json: explained } = await shop.staff('GET', `/v1/staff/asks/${id}`);
    expect(explained.ask.decision).toMatchObject({ state: 'due', reason: 'waited_again' });
  });

  it('is held while a claim about a unit of it is open, and comes back though it ended badly', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    const claim = await shop.filed();
    const { context, clock } = backend;
    const programme = programmeToBegin('EUR', 'https://shop.example/friends');
    await context.db.withStore(shop.shop.store.id, (tx) =>
      addProgramme(tx, shop.shop.store.id, programme, clock.now()),
    );
    expect(claim).toMatch(/^clm_/);
    const until = async (moment: string) => {
      backend.clock.set(moment);
      await lookAtAsks({ ...backend.context });
      return (await reviewOfMug(shop.staff))?.decision;
    };
    expect(await until('2026-12-10T10:00:00Z')).toMatchObject({
      reason: 'claim_open',
      because: { kind: 'claim', id: claim },
    });
    const recommend = async () =>
      (await shop.staff('GET', '/v1/staff/asks?kind=referral&locale=en')).json.items[0];
    expect(await recommend()).toMatchObject({
      words: expect.stringContaining('of this shopper is open'),
      decision: { reason: 'claim_open', because: { id: claim } },
    });
    expect((await shop.act(claim, 'decline', { code: 'not_covered' })).answer.status).toBe(200);
    expect(await until('2026-12-11T10:00:00Z')).toMatchObject({ reason: 'waiting_again' });
    expect((await recommend())?.decision.reason).toBe('not_happy_yet');
    expect(await until('2026-12-17T10:00:00Z')).toMatchObject({ state: 'due', reason: 'waited_again' });
  });
});

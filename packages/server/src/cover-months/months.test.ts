import { ItemMonths } from '@postlude/contract';
import { expect, it } from 'vitest';
import { type ClaimShop, openClaimShop, testWarrantyPolicy } from '../claims/testing/shop.ts';
import { expectExactly } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

const add = (shop: ClaimShop, json: object, passportId = shop.mug) =>
  shop.staff('POST', `/v1/staff/passports/${passportId}/added-months`, json);

const untilOf = (passport: ItemMonths['passport'], kind: string) =>
  passport.covers.find((cover) => cover.kind === kind)?.until;

describeOnBothDatabases('months that staff add', (open) => {
  it('make the warranty longer and not the guarantee, say who and why, and are taken back', async () => {
    const shop = await openClaimShop(await open());
    const path = `/v1/staff/passports/${shop.mug}/added-months`;
    const before: ItemMonths = (await shop.staff('GET', path)).json;
    expect(before.added).toEqual([]);
    const first = await add(shop, { months: 6, reason: 'Waited long for parts', by: 'Mia' });
    expect(first.status).toBe(201);
    expectExactly(ItemMonths, first.json);
    await add(shop, { months: 1, reason: 'And once more' });
    const seen = (await shop.send('GET', `/v1/passports/${shop.mug}`, { key: shop.token })).json;
    const warranty = seen.covers.find(({ kind }: { kind: string }) => kind === 'warranty');
    expect(warranty.sum).toMatchObject({ months: 36, extensions: [{ reason: 'store', months: 7 }] });
    expect(warranty.until > (untilOf(before.passport, 'warranty') ?? '')).toBe(true);
    expect(untilOf(seen, 'legal_guarantee')).toBe(untilOf(before.passport, 'legal_guarantee'));
    const id = first.json.added[0].id;
    for (const note of ['Wrong item', 'Pressed again']) {
      const { json } = await shop.staff('POST', `${path}/${id}/void`, { by: 'Jo', note });
      expect(json.added).toMatchObject([
        { months: 6, by: 'Mia', reason: 'Waited long for parts', voided: { by: 'Jo', note: 'Wrong item' } },
        { months: 1, by: 'staff', voided: null },
      ]);
      const now = json.passport.covers.find(({ kind }: { kind: string }) => kind === 'warranty');
      expect(now.sum.extensions).toMatchObject([{ reason: 'store', months: 1 }]);
    }
  });

  it('are refused where nothing could be longer, without a reason, beyond what is possible, and of another item', async () => {
    const backend = await open();
    const shop = await openClaimShop(backend);
    for (const input of [{ months: 6 }, { months: 0, reason: 'x' }, { months: 121, reason: 'x' }]) {
      expect((await add(shop, input)).json.code).toBe('invalid_input');
    }
    for (let time = 0; time < 10; time += 1) await add(shop, { months: 120, reason: 'Again' });
    expect((await add(shop, { months: 1, reason: 'Once too often' })).json).toMatchObject({
      code: 'action_not_possible',
      detail: expect.stringMatching(/^1200 months/),
    });
    const other = shop.passports[1] ?? '';
    const { json } = await add(shop, { months: 3, reason: 'Goodwill' }, other);
    const wrong = await shop.staff(
      'POST',
      `/v1/staff/passports/${shop.mug}/added-months/${json.added[0].id}/void`,
      {},
    );
    expect(wrong.status).toBe(404);
    const [plan] = testWarrantyPolicy.plans;
    for (const plans of [[], plan ? [{ ...plan, months: null }] : []]) {
      const without = await openClaimShop(backend, { ...testWarrantyPolicy, plans });
      expect((await add(without, { months: 3, reason: 'Goodwill' })).json.code).toBe('action_not_possible');
    }
  });

  it('are counted one after the other when two add at once', async () => {
    const shop = await openClaimShop(await open());
    for (let time = 0; time < 9; time += 1) await add(shop, { months: 120, reason: 'Again' });
    const both = await Promise.all([1, 2].map(() => add(shop, { months: 120, reason: 'At once' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

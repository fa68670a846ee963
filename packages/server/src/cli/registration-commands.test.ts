import { beforeAll, describe, expect, it } from 'vitest';
import { testWarrantyPolicy } from '../claims/testing/shop.ts';
import { defaultWarrantyPolicy } from '../warranty-policy/defaults.ts';
import { writeWarrantyPolicy } from '../warranty-policy/store.ts';
import { placeDelivered } from './testing/delivered.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let run: Terminal['run'];
let code: string;

/** A delivered order of two mugs, of which one is registered, in a shop with a warranty of two years. */
beforeAll(async () => {
  const terminal = await openTerminal();
  run = terminal.run;
  await terminal.within(async (context) => {
    const storeId = terminal.shop.store.id;
    const [plan] = testWarrantyPolicy.plans;
    const policy = { ...defaultWarrantyPolicy, plans: plan ? [{ ...plan, months: 24 }] : [] };
    await context.db.withStore(storeId, (tx) =>
      writeWarrantyPolicy(tx, storeId, policy, context.clock.now()),
    );
    const { send, order, token: key } = await placeDelivered(context, terminal.shop);
    const { json } = await send('GET', `/v1/orders/${order.id}/passports`, { key });
    const items = [{ passportId: json.items[0].passport.id }];
    const consents = { safety: true, marketing: false };
    const registered = await send('POST', `/v1/orders/${order.id}/registrations`, {
      key,
      json: { items, consents },
    });
    code = registered.json.items[0].passport.registration.code;
  });
});

describe('postlude registration', () => {
  it('lists what is registered, and shows one with what can be done', async () => {
    const list = await run('registration', 'list', '--status', 'registered');
    expect(list).toMatchObject({ code: 0, err: '' });
    expect(list.out).toContain(code);
    const shown = await run('registration', 'show', code.toLowerCase());
    expect(shown.err).toBe('');
    expect(shown.out).toContain('Ada@Example.com');
    expect(shown.out).toContain('correct, void');
  });

  it('ends a registration with a reason, and takes that back', async () => {
    const ended = await run('registration', 'void', code, '--code', 'duplicate', '--by', 'Mia', '--json');
    expect(JSON.parse(ended.out)).toMatchObject({
      passport: { registration: { status: 'void', rejected: { code: 'duplicate' } } },
      audit: [{ action: 'register' }, { action: 'void', by: 'Mia' }],
    });
    expect((await run('registration', 'undo', code)).out).toContain('registered');
    const again = await run('registration', 'reject', code, '--code', 'duplicate');
    expect(again.code).toBe(1);
    expect(again.err).toContain('is registered: reject is not possible');
  });

  it('says what is not understood and what is not there', async () => {
    expect((await run('registration', 'void', code)).code).toBe(2);
    expect((await run('registration', 'correct', code, '--purchased-on', '2026-02-30')).code).toBe(2);
    expect((await run('registration', 'show', '2222-2222-2222')).err).toContain('There is no registration');
  });
});

describe('postlude months', () => {
  it('adds months to what stands behind an item, and takes them back', async () => {
    expect((await run('months', 'list', code)).out).toContain('No months were added.');
    const added = await run('months', 'add', code, '--months', '6', '--reason', 'Waited long', '--by', 'Mia');
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toMatch(/amo_[0-9a-f]{32} +6 +Mia +Waited long/);
    const listed = JSON.parse((await run('months', 'list', code.toLowerCase(), '--json')).out);
    const months = ['months', 'void', listed.passport.id, '--id', listed.added[0].id, '--note', 'Wrong item'];
    for (let time = 0; time < 2; time += 1) {
      expect((await run(...months)).out).toMatch(/Waited long +\S+ staff Wrong item/);
    }
    const none = await run('months', 'void', code, '--id', 'amo_00000000000000000000000000000000');
    expect(none.code).toBe(1);
    expect((await run('months', 'add', 'nothing', '--months', '6', '--reason', 'x')).err).toContain(
      'There is no item',
    );
  });
});

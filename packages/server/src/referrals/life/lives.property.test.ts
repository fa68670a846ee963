import type { OrderInput, ReferralProgrammeInput } from '@postlude/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { lookAtReferrals } from './look.ts';
import { moveReferral } from './record.ts';
import { endRewards } from './rewards-of.ts';
import { settleReferral } from './settle.ts';
import { holdReferral } from './store.ts';
import { expectBooks, expectRules, keptOf } from './testing/books.ts';
import {
  openReferralShop,
  type ReferralShop,
  type TestAdvocate,
  type TestClaim,
  testLines,
  testProgramme,
} from './testing/shop.ts';

const caps = { perAdvocate: 3, perMonth: 3, programme: 4 };
const programme: ReferralProgrammeInput = { ...testProgramme, caps, firstOrderOnly: false };

/** Something that happens; `which` and `who` choose among what there is. Not all of it is possible each time. */
const step = fc.record({
  what: fc.constantFrom(
    'claim',
    'claim',
    'order',
    'order',
    'order',
    'pay',
    'pay',
    'deliver',
    'cancel',
    'refund_one',
    'refund_all',
    'repeat',
    'days',
    'days',
    'many_days',
    'approve',
    'refuse',
    'void',
    'block',
    'programme',
  ),
  which: fc.nat(5),
  who: fc.nat(3),
  how: fc.constantFrom('own_code', 'advocate_code', 'token', 'email', 'nothing'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What is known outside of the tables: who claimed, and what was last told of each order. */
interface World {
  readonly shop: ReferralShop;
  readonly advocates: readonly TestAdvocate[];
  readonly claims: { readonly claim: TestClaim; readonly email: string }[];
  readonly orders: Map<string, Partial<OrderInput>>;
}

const emailOf = (who: number) => `friend${who}@example.com`;
const refund = (id: string, lines: readonly string[]) => ({
  externalId: `${id}-${lines.join('-')}`,
  refundedAt: '2026-11-25T10:00:00Z',
  amount: { amount: 2000 * lines.length, currency: 'EUR' },
  items: lines.map((lineExternalId) => ({ lineExternalId, quantity: 1 })),
});

async function tell(world: World, id: string, changes: Partial<OrderInput>): Promise<void> {
  const whole = { ...world.orders.get(id), ...changes };
  world.orders.set(id, whole);
  const now = world.shop.backend.clock.now().toISOString();
  await world.shop.order({ id, ...whole, updatedAt: now });
}

async function happen(world: World, { what, which, who, how }: Step): Promise<void> {
  const { shop, advocates, claims, orders } = world;
  const { clock, context } = shop.backend;
  clock.advance(60_000);
  const id = `o${which}`;
  const known = orders.get(id);
  const advocate = advocates[who % advocates.length];
  if (what === 'claim' && advocate) {
    const email = how === 'email' || how === 'nothing' ? emailOf(who) : null;
    claims.push({ claim: await shop.claim(advocate, email), email: emailOf(who) });
  }
  if (what === 'order' && !known) {
    const { claim } = claims[who % Math.max(1, claims.length)] ?? {};
    await tell(world, id, {
      email: emailOf(who),
      placedAt: clock.now().toISOString(),
      paid: which % 2 === 0,
      ...(how === 'own_code' && claim?.code ? { discountCodes: [claim.code] } : {}),
      ...(how === 'advocate_code' && advocate ? { discountCodes: [advocate.code] } : {}),
      ...(how === 'token' && claim ? { referralToken: claim.token } : {}),
    });
  }
  if (known) {
    if (what === 'pay') await tell(world, id, { paid: true });
    if (what === 'deliver') await shop.deliver(id, clock.now());
    if (what === 'cancel') await tell(world, id, { cancelledAt: clock.now().toISOString() });
    if (what === 'refund_one') await tell(world, id, { refunds: known.refunds ?? [refund(id, ['l1'])] });
    if (what === 'refund_all') {
      const left = known.refunds ? ['l2', 'l3'] : ['l1', 'l2', 'l3'];
      await tell(world, id, { refunds: [...(known.refunds ?? []).slice(0, 1), refund(id, left)] });
    }
    if (what === 'repeat') await tell(world, id, {});
  }
  if (what === 'days') await shop.days(1 + which);
  if (what === 'many_days') await shop.days(16);
  if (what === 'programme') {
    const hold = { until: 'days', days: which } as const;
    await shop.change({ ...programme, minimumOrder: [], firstOrderOnly: who === 0, hold });
  }
  const { claim } = claims[which % Math.max(1, claims.length)] ?? {};
  if (!claim || !['approve', 'refuse', 'void', 'block'].includes(what)) return;
  await shop.in(async (tx) => {
    const now = clock.now();
    const key = { storeId: shop.storeId, referralId: claim.referralId };
    const row = await holdReferral(tx, key);
    if (what === 'approve') {
      if (row.state !== 'flagged' && row.state !== 'refused') return;
      const to = row.state === 'refused' ? (row.order_id === null ? 'claimed' : 'ordered') : row.state;
      await moveReferral(
        tx,
        row,
        { to, by: 'Mo', action: 'approve', set: { approved: true, ended_at: null } },
        now,
      );
      await settleReferral(tx, context, key, now);
    } else if (what === 'refuse' || what === 'void') {
      const to = what === 'refuse' ? 'refused' : 'voided';
      const isOpen =
        what === 'void' ? row.state !== 'voided' : !['qualified', 'refused', 'voided'].includes(row.state);
      if (!isOpen) return;
      const set = { ended_at: now, decide_by: null, held_until: null, look_again_at: null };
      const moved = await moveReferral(tx, row, { to, reason: 'by_store', by: 'Mo', action: what, set }, now);
      await endRewards(tx, context, moved, 'by_store', now);
    } else {
      await tx
        .updateTable('referral_advocates')
        .set({ blocked_at: who % 2 === 0 ? now : null, blocked_by: 'Mo' })
        .where('store_id', '=', shop.storeId)
        .where('advocate_id', '=', row.advocate_id)
        .execute();
    }
  });
}

async function openWorld(shop: ReferralShop): Promise<World> {
  const advocates = [await shop.advocate('ada'), await shop.advocate('grace')];
  return { shop, advocates, claims: [], orders: new Map() };
}

describeOnBothDatabases('lives of referrals of any kind', (open) => {
  it('leave the books right and every rule kept, and doing all of it again changes nothing', async () => {
    const backend = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 30 }),
        fc.constantFrom<ReferralProgrammeInput['hold']>(
          { until: 'returns_over' },
          { until: 'days', days: 3 },
        ),
        async (life, hold) => {
          const shop = await openReferralShop(backend, { programme: { ...programme, hold }, codes: 4 });
          const world = await openWorld(shop);
          for (const one of life) {
            await happen(world, one);
            await expectBooks(shop);
            await expectRules(shop, caps);
          }
          await lookAtReferrals(backend.context);
          const kept = await keptOf(shop);
          for (const id of world.orders.keys()) await tell(world, id, {});
          await lookAtReferrals(backend.context);
          expect(await keptOf(shop)).toEqual(kept);
        },
      ),
      { numRuns: 4 },
    );
  });
});

/** What was told of an order, in the order it became so. */
const history = fc.record({
  who: fc.nat(2),
  how: fc.constantFrom('own_code', 'advocate_code', 'token', 'email'),
  claim: fc.nat(2),
  placed: fc.nat(20),
  country: fc.constantFrom('DE', 'AT'),
  lines: fc.integer({ min: 1, max: 3 }),
  paidFirst: fc.boolean(),
  later: fc.subarray(['pay', 'refund_one', 'refund_all', 'cancel'] as const),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

interface Message {
  readonly id: string;
  readonly body: Partial<OrderInput>;
}

function messagesOf(one: History, at: number, { claims, advocates, shop }: World): Message[] {
  const id = `o${at}`;
  const placedAt = new Date(shop.backend.clock.now().getTime() - (one.placed * 60 + at) * 1_000);
  const { claim } = claims[one.claim] ?? {};
  const advocate = advocates[one.claim % advocates.length];
  let body: Partial<OrderInput> = {
    email: emailOf(one.who),
    placedAt: placedAt.toISOString(),
    paid: one.paidFirst,
    destination: { country: one.country },
    lines: testLines.slice(0, one.lines),
    total: { amount: 2000 * one.lines, currency: 'EUR' },
    ...(one.how === 'own_code' && claim?.code ? { discountCodes: [claim.code] } : {}),
    ...(one.how === 'advocate_code' && advocate ? { discountCodes: [advocate.code] } : {}),
    ...(one.how === 'token' && claim ? { referralToken: claim.token } : {}),
  };
  const bodies = [body];
  for (const change of one.later) {
    if (change === 'pay') body = { ...body, paid: true };
    if (change === 'refund_one') body = { ...body, refunds: [refund(id, ['l1'])] };
    if (change === 'refund_all') {
      const all = testLines.slice(0, one.lines).map(({ externalId }) => externalId);
      body = { ...body, refunds: [refund(id, all)] };
    }
    if (change === 'cancel') body = { ...body, cancelledAt: placedAt.toISOString() };
    bodies.push(body);
  }
  return bodies.map((told, version) => ({
    id,
    body: { ...told, updatedAt: new Date(placedAt.getTime() + version * 1_000).toISOString() },
  }));
}

/** How everything stands, by names that are the same in every store. */
async function standingOf({ shop, claims }: World): Promise<unknown> {
  const names = new Map(claims.map(({ claim }, at) => [claim.referralId, `claim ${at}`]));
  const { numbers, codes } = await shop.in(async (tx) => ({
    numbers: await tx
      .selectFrom('orders')
      .select(['order_id', 'number'])
      .where('store_id', '=', shop.storeId)
      .execute(),
    codes: await tx
      .selectFrom('referral_advocates')
      .select(['advocate_id', 'code'])
      .where('store_id', '=', shop.storeId)
      .execute(),
  }));
  const number = (id: string | null) => numbers.find((row) => row.order_id === id)?.number ?? null;
  const rewards = await shop.rewards();
  const shown = (await shop.referrals()).map((row) => ({
    name: names.get(row.referral_id) ?? `order ${number(row.order_id)}`,
    advocate: codes.find((one) => one.advocate_id === row.advocate_id)?.code,
    state: row.state,
    // Of several reasons to void it the first one known stays.
    reason: row.state === 'voided' && row.order_id !== null ? 'gone' : row.reason,
    order: number(row.order_id),
    attribution: row.attribution,
    rewards: rewards
      .filter((reward) => reward.referral_id === row.referral_id)
      .map(({ side, state }) => (side === 'friend' && state !== 'redeemed' ? side : `${side} ${state}`))
      .toSorted(),
  }));
  return shown.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

describeOnBothDatabases('news of friends’ orders', (open, kind) => {
  const start = new Date('2026-11-24T09:00:00Z');
  const open3 = async () => {
    (await open()).clock.set(start);
    const shop = await openReferralShop(await open(), {
      programme: { ...testProgramme, minimumOrder: [{ amount: 3000, currency: 'EUR' }], countries: ['DE'] },
    });
    const world = await openWorld(shop);
    for (const who of [0, 1, 2]) {
      const advocate = world.advocates[who % 2];
      if (!advocate) throw new Error('there are two');
      const email = who === 2 ? null : emailOf(who);
      world.claims.push({ claim: await shop.claim(advocate, email), email: emailOf(who) });
    }
    // Everything is told at one moment, an hour after the claims.
    shop.backend.clock.advance(60 * 60_000);
    return world;
  };

  const told = async (world: World, messages: readonly Message[]) => {
    for (const { id, body } of messages) await world.shop.order({ id, ...body });
    const atOnce = await standingOf(world);
    await world.shop.days(16);
    await world.shop.days(16);
    await expectBooks(world.shop);
    await expectRules(world.shop, { perAdvocate: null, programme: null });
    return [atOnce, await standingOf(world)];
  };

  it('lead to the same end in whatever order they come, and however often', async () => {
    await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat(1_000_000)),
        async (histories, random) => {
          const first = await open3();
          const messages = (world: World) => histories.flatMap((one, at) => messagesOf(one, at, world));
          const inOrder = await told(first, messages(first));
          const second = await open3();
          const own = messages(second);
          const shuffled = [...own, ...own]
            .map((message) => ({ message, place: random.next().value ?? 0 }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ message }) => message);
          expect(await told(second, shuffled)).toEqual(inOrder);
        },
      ),
      { numRuns: 5 },
    );
  });

  if (kind === 'pglite') return;

  it('lead to the same end when two processes are told of all of them at once', async () => {
    const other = await (await open()).secondProcess();
    await fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 2, maxLength: 5 }), async (histories) => {
        const first = await open3();
        const inOrder = await told(
          first,
          histories.flatMap((one, at) => messagesOf(one, at, first)),
        );
        const second = await open3();
        const own = histories.flatMap((one, at) => messagesOf(one, at, second));
        const { context } = second.shop.backend;
        await Promise.all(
          [...own, ...own].map(({ id, body }, at) =>
            second.shop.order({ id, ...body }, at < own.length ? context : other),
          ),
        );
        expect(await told(second, own)).toEqual(inOrder);
      }),
      { numRuns: 4 },
    );
  });
});

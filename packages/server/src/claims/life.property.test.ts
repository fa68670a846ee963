import type { AuditEntry, StaffClaim } from '@postlude/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { type ClaimShop, openClaimShop, repairQuote } from './testing/shop.ts';

/** What may be tried, in any order and however little sense it makes. */
const step = fc.constantFrom(
  'review',
  'ask',
  'approve',
  'decline',
  'receive',
  'diagnose',
  'quote',
  'await_parts',
  'repair',
  'test',
  'ship',
  'finish',
  'undo',
  'cancel',
  'parcel',
  'messages',
  'accept',
  'refuse',
  'file',
);

const bodies: Record<string, object> = {
  ask: { text: 'Which one?' },
  decline: { code: 'misuse' },
  quote: repairQuote,
  ship: { carrier: null, trackingNumber: 'BACK9' },
  finish: { outcome: 'repaired' },
  parcel: { carrier: null, trackingNumber: 'IN9' },
  messages: { text: 'Here it is.' },
};

const ended: ReadonlySet<string> = new Set(['done', 'declined', 'cancelled']);

describeOnBothDatabases('a claim under any sequence of actions', (open) => {
  it('is what its audit says, is alone, has each quote answered at most once, and gives a repeat the same answer', async () => {
    const backend = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const shop = await openClaimShop(backend);
        const id = await shop.filed();
        for (const each of steps) await take(shop, id, each);
        checkClaim(await shop.look(id));
        const { items } = (await shop.staff('GET', '/v1/staff/claims')).json;
        const open = items.filter(({ status }: { status: string }) => !ended.has(status));
        expect(open.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

async function take(shop: ClaimShop, id: string, action: string): Promise<void> {
  const before = await shop.look(id);
  const answer = await ask(shop, id, action, before);
  expect([200, 201, 409, 422]).toContain(answer.status);
  const after = await shop.look(id);
  if (answer.status >= 300) {
    expect(after).toEqual(before);
    return;
  }
  if (action === 'messages' || action === 'file') return;
  if (action === 'undo') expect(after.claim.status).toBe(undone(before) ?? before.claim.status);
  const again = await ask(shop, id, action, before);
  expect(again.status).toBeLessThan(300);
  expect(await shop.look(id)).toEqual(after);
}

/** Where an undo leads from here: back to before the last step, or nowhere when that was an undo. */
const undone = ({ audit }: StaffClaim): string | null => {
  const last = audit.at(-1);
  return last?.action === 'undo' ? null : (last?.before ?? null);
};

function ask(shop: ClaimShop, id: string, action: string, { claim }: StaffClaim) {
  if (action === 'file') return shop.file(shop.filing({ description: 'Another one.' }));
  if (action === 'accept' || action === 'refuse') {
    const quoteId = claim.quote?.id ?? `rqt_${'0'.repeat(32)}`;
    return shop.shopper(id, 'quote', { quoteId, accept: action === 'accept' });
  }
  if (action === 'cancel') return shop.shopper(id, 'cancel');
  if (action === 'parcel' || action === 'messages') return shop.shopper(id, action, bodies[action]);
  return shop.staff('POST', `/v1/staff/claims/${id}/${action}`, bodies[action] ?? {});
}

function checkClaim({ claim, audit, quotes }: StaffClaim): void {
  expect(audit.at(-1)?.after).toBe(claim.status);
  for (const [index, entry] of audit.entries()) {
    expect(entry.before).toBe(audit[index - 1]?.after ?? null);
    if (entry.action === 'undo') expect(entry.after).toBe(audit[index - 1]?.before);
  }
  const answers = (entry: AuditEntry) => entry.action === 'accept_quote' || entry.action === 'decline_quote';
  const answered = audit.filter(answers).map(({ data }) => data.quoteId);
  expect(new Set(answered).size).toBe(answered.length);
  expect(quotes.filter(({ state }) => state === 'open').length).toBe(claim.status === 'quoted' ? 1 : 0);
  expect(claim.question !== null).toBe(claim.status === 'waiting');
  expect(claim.doneOn !== null).toBe(claim.status === 'done');
}

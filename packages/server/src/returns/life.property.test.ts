import type { AuditEntry, StaffReturn } from '@postlude/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReturnShop, type ReturnShop } from './testing/shop.ts';

/** What may be tried, in any order and however little sense it makes. */
const step = fc.oneof(
  fc.constantFrom('approve', 'decline', 'ask', 'inspect', 'refund', 'close', 'undo').map((action) => ({
    action,
    quantity: 0,
  })),
  fc.constantFrom('cancel', 'change', 'parcel', 'message').map((action) => ({ action, quantity: 0 })),
  fc.integer({ min: 0, max: 3 }).map((quantity) => ({ action: 'receive', quantity })),
);

const bodies: Record<string, object> = {
  decline: { code: 'window_ended' },
  ask: { text: 'Which one?' },
  parcel: { trackingNumber: 'BACK9' },
  message: { text: 'Here it is.' },
};

const byShopper: ReadonlySet<string> = new Set(['cancel', 'parcel', 'message']);

/** Where a status may go to; an undo may go back the same way. */
const ways: Record<string, readonly string[]> = {
  requested: ['requested', 'approved', 'declined', 'cancelled'],
  approved: ['approved', 'requested', 'declined', 'cancelled', 'shipped', 'received', 'refunded', 'closed'],
  shipped: ['received', 'refunded', 'closed'],
  received: ['received', 'inspected', 'declined', 'refunded', 'closed'],
  inspected: ['received', 'declined', 'refunded', 'closed'],
};

describeOnBothDatabases('a return under any sequence of actions', (open) => {
  it('moves along the table only, takes no more than was filed or paid, and is what its audit says', async () => {
    const backend = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const shop = await openReturnShop(backend);
        const filing = await shop.filing();
        const { json } = await shop.file(filing);
        for (const each of steps) await take(shop, json.id, filing, each);
        const { json: staff } = await shop.staff('GET', `/v1/staff/returns/${json.id}`);
        checkReturn(staff);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

async function take(
  shop: ReturnShop,
  id: string,
  filing: object,
  { action, quantity }: { action: string; quantity: number },
): Promise<void> {
  const before = await shop.staff('GET', `/v1/staff/returns/${id}`);
  const answer = await ask(shop, id, filing, action, quantity, before.json);
  expect([200, 201, 409, 422]).toContain(answer.status);
  if (answer.status < 300) return;
  const after = await shop.staff('GET', `/v1/staff/returns/${id}`);
  expect(after.json).toEqual(before.json);
}

function ask(
  shop: ReturnShop,
  id: string,
  filing: object,
  action: string,
  quantity: number,
  staff: StaffReturn,
) {
  if (action === 'change') return shop.send('PUT', `/v1/returns/${id}`, { key: shop.token, json: filing });
  if (byShopper.has(action)) {
    const path = `/v1/returns/${id}/${action === 'message' ? 'messages' : action}`;
    const json = bodies[action];
    return shop.send('POST', path, { key: shop.token, ...(json ? { json } : {}) });
  }
  const items = [{ returnItemId: staff.return.items[0]?.id, quantity }];
  const json = action === 'receive' ? { items } : (bodies[action] ?? {});
  return shop.staff('POST', `/v1/staff/returns/${id}/${action}`, json);
}

function checkReturn({ return: one, audit }: StaffReturn): void {
  expect(audit.at(-1)?.after).toBe(one.status);
  for (const [index, entry] of audit.entries()) {
    expect(entry.before).toBe(audit[index - 1]?.after ?? null);
    if (index > 0) expect(isAllowed(entry, audit[index - 1])).toBe(true);
  }
  for (const { quantity, received } of one.items) {
    expect(received?.quantity ?? 0).toBeLessThanOrEqual(quantity);
  }
  const { refund, storeCredit } = one.settled ?? {};
  expect((refund?.amount ?? 0) + (storeCredit?.amount ?? 0)).toBeLessThanOrEqual(1995);
  expect(one.settled !== null).toBe(one.status === 'refunded');
}

function isAllowed({ action, before, after }: AuditEntry, previous: AuditEntry | undefined): boolean {
  return action === 'undo' ? after === previous?.before : (ways[before ?? '']?.includes(after) ?? false);
}

import { createClient } from '@postlude/client';
import type { StaffClient } from '@postlude/client/staff';
import type { Passport } from '@postlude/contract';
import { platformIds } from '../catalogue.ts';
import { quoteInput } from '../desk/care.ts';
import type { DemoOrder } from '../orders/demo-order.ts';
import type { ShopperKeys } from '../returns/shopper.ts';
import { proofOf } from '../shop/proof.ts';

/** Who does it, in the audit. */
const by = 'Ines';

/** The serial numbers of the dome lamps: two hundred of two hundred thousand. */
export async function seedSerials(staff: StaffClient): Promise<void> {
  const numbers = Array.from({ length: 200 }, (_, index) => `VD-${2000 + index}-KX`);
  const ids = [platformIds('shopify', 'dome').product, platformIds('woocommerce', 'dome').product];
  const rows = ids.flatMap((id) => numbers.map((serial) => `${serial},${id},spring-2026`));
  const started = await staff.serials.import({
    file: new Blob([`serial,product_id,batch\n${rows.join('\n')}\n`], { type: 'text/csv' }),
  });
  for (let report = started; report.state !== 'done'; report = await staff.serials.get(started.id)) {
    if (report.state === 'failed' || report.bad > 0) throw new Error('The serial numbers were not taken.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the shopper of an order does with its lamps, over the API as the widget does it. */
async function openItems(keys: ShopperKeys, order: DemoOrder) {
  const client = createClient({ store: keys.publishableKey, baseUrl: keys.backend });
  const proof = proofOf(keys.embedSecret, order.number);
  const { token, order: opened } = await client.sessions.open({ by: 'proof', order: order.number, proof });
  const of = { token, orderId: opened.id };
  const answer = await client.passports.list(of);
  const passports = answer.state === 'fresh' ? answer.value.items.map(({ passport }) => passport) : [];
  const lamp = (title: string): Passport => {
    const found = passports.find((passport) => passport.title === title);
    if (!found) throw new Error(`Order ${order.number} has no ${title}`);
    return found;
  };
  return { client, token, of, lamp };
}

/** A lamp that is registered, one whose repair waits for an answer to its quote, and one whose claim was just filed. */
export async function seedWarranty(staff: StaffClient, keys: ShopperKeys, order: DemoOrder): Promise<void> {
  const { client, token, of, lamp } = await openItems(keys, order);
  const items = [{ passportId: lamp('Mushroom lamp').id }, { passportId: lamp('Arc floor lamp').id }];
  await client.registrations.register(of, { items, consents: { safety: true, marketing: false } });
  const since = new Date(Date.parse(order.placedAt) + 40 * 86_400_000).toISOString().slice(0, 10);
  const repair = await client.claims.file(
    { token, passportId: lamp('Arc floor lamp').id },
    {
      route: 'legal_guarantee',
      symptom: 'flickers',
      description: 'It flickers for a minute after it was switched on.',
      since,
      resolution: 'repair',
      placeId: 'workshop',
    },
  );
  await staff.claims.approve(repair.id, { by });
  await staff.claims.receive(repair.id, { by });
  await staff.claims.diagnose(repair.id, { by });
  const quote = {
    work: 'New driver; a brass switch at your wish',
    price: { amount: 1900, currency: 'EUR' },
    days: 5,
  };
  await staff.claims.quote(repair.id, quoteInput(quote));
  await client.claims.file(
    { token, passportId: lamp('Storm lantern').id },
    {
      route: 'warranty',
      symptom: 'dead',
      description: 'No light since the last storm.',
      since,
      resolution: 'replacement',
    },
  );
}

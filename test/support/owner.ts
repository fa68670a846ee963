import { programmeToBegin } from '../../packages/server/src/referrals/programme/defaults.ts';
import { newId } from '../../packages/server/src/secrets/ids.ts';
import type { TestBackend } from '../../packages/server/src/testing/backend.ts';
import type { Belongings } from './endpoint-asks.ts';
import { type Desk, deskInProcess, type OpenOrder } from './return-desk.ts';

/** A shop and what is in it. */
export interface Owner {
  readonly desk: Desk;
  readonly order: OpenOrder;
  readonly mine: Belongings;
  readonly secretKey: string;
}

/** A shop where everything is there: an order on its way back, a photo, a message, a withdrawal, a webhook with a delivery. */
export async function openOwner(backend: TestBackend): Promise<Owner> {
  const shop = await backend.newStore();
  const desk = await deskInProcess(backend.context, shop);
  const { client, staff } = desk;
  const webhook = await staff.outgoing.webhooks.create({ url: 'https://shop.example/events' });
  const order = await desk.place();
  const file = new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n']);
  const upload = await client.uploads.create({ token: order.token, file });
  const filed = await client.returns.file(order.mine, await order.filing());
  await client.returns.putDraft(order.mine, { step: 'secret', items: [] });
  const withdrawal = await client.withdrawals.declare({
    name: 'Mia',
    contract: order.number,
    email: 'mia@example.org',
  });
  const registered = await register(desk, order);
  const reviewed = await review(desk, order);
  const referred = await refer(desk, order);
  const events = await staff.outgoing.events.list();
  const deliveries = await staff.outgoing.deliveries.list();
  return {
    desk,
    order,
    secretKey: shop.secretKey,
    mine: {
      orderId: order.orderId,
      shipmentId: (await order.items()).Mug?.shipmentId ?? '',
      returnId: filed.id,
      returnItemId: filed.items[0]?.id ?? '',
      uploadId: upload.id,
      messageId: newId('message'),
      withdrawalId: withdrawal.id,
      outgoingWebhookId: webhook.webhook.id,
      eventId: events.items[0]?.id ?? '',
      deliveryId: deliveries.items[0]?.id ?? '',
      externalId: 'p1',
      ...registered,
      importId: newId('serialImport'),
      claimId: newId('claim'),
      askId: newId('ask'),
      ...reviewed,
      addedMonthsId: newId('addedMonths'),
      recallId: newId('recall'),
      ...referred,
    },
  };
}

/** Registers the first item of an order. */
async function register({ client }: Desk, { mine }: OpenOrder) {
  const list = await client.passports.list(mine);
  const passportId = list.state === 'fresh' ? list.value.items[0]?.passport.id : undefined;
  if (passportId === undefined) throw new Error('There is no passport.');
  const consents = { safety: true, marketing: false };
  const { items } = await client.registrations.register(mine, { items: [{ passportId }], consents });
  const found = items.find(({ passport }) => passport.id === passportId)?.passport.registration;
  if (!found) throw new Error('Nothing was registered.');
  return { passportId, registrationId: found.id };
}

/** Reviews the first item of an order; it is public, and was reported. */
async function review({ client, staff }: Desk, { mine }: OpenOrder) {
  const form = await client.reviews.form(mine);
  const lineId = form.state === 'fresh' ? form.value.subjects[0]?.lineId : undefined;
  if (!lineId) throw new Error('There is nothing to review.');
  const sent = await client.reviews.send(mine, { lineId, content: { stars: 4, name: null } });
  await staff.reviews.approve(sent.id);
  const reported = await client.reviews.report({ reviewId: sent.id }, { reason: 'spam' });
  return { reviewId: sent.id, reportId: reported.id };
}

/** Recommends the shop to a friend, who takes the offer; the shop is asked for the friend's code. */
async function refer({ client, staff }: Desk, { mine }: OpenOrder) {
  const usual = programmeToBegin('EUR', 'https://shop.example/friends');
  const friend = { kind: 'free_shipping', by: 'webhook' } as const;
  const { id: programmeId } = await staff.referralProgrammes.create({ ...usual, friend });
  const { invitation } = await client.referrals.join(mine, { programmeId, name: 'Mia' });
  await client.referralOffers.claim({ code: invitation?.code ?? '', email: 'bea@example.net' });
  const [advocates, referrals, rewards] = await Promise.all([
    staff.advocates.list(),
    staff.referrals.list(),
    staff.rewards.list(),
  ]);
  const [advocateId, referralId, rewardId] = [advocates, referrals, rewards].map(({ items }) => items[0]?.id);
  if (!advocateId || !referralId || !rewardId) throw new Error('Nobody was recommended anything.');
  return { programmeId, advocateId, referralId, rewardId };
}

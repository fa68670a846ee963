import type { Store, WithdrawalInput, WithdrawalReceipt } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { documentAddress } from '../documents/address.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { filled } from '../mail/plain-text.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import { policyInForce } from '../policy/store.ts';
import { newId } from '../secrets/ids.ts';
import { numberKey } from '../sessions/contact.ts';
import { marksOf } from './marks.ts';
import { newWithdrawalNumber } from './number.ts';
import { orderOf } from './order-of.ts';
import { writeReceipt } from './receipt.ts';
import { dayOf } from './staff-view.ts';
import { languageFor } from './texts.ts';

/**
 * Records a declaration and acknowledges it, with the outgoing event and the mail in the same transaction. Never refused
 * for a doubt of ours: what we think of it goes to the shop as marks, and the answer does not depend on it, so that it
 * tells nobody whether there is such an order.
 *
 * @throws ApiProblem `not_found` where the store does not offer the function at all.
 */
export async function declareWithdrawal(
  tx: Tx,
  context: Context,
  store: Store,
  declared: WithdrawalInput,
): Promise<WithdrawalReceipt> {
  const { policy } = await policyInForce(tx, store.id);
  if (policy.withdrawal.offered === 'off') throw new ApiProblem('not_found');
  const receivedAt = context.clock.now();
  const id = newId('withdrawal', receivedAt.getTime());
  const number = newWithdrawalNumber();
  const language = languageFor(declared.locale, store.locale);
  const items = declared.items?.trim() || null;
  const { name, contract, email } = declared;
  const { text, seal } = writeReceipt(context.secrets, store.id, language, {
    number,
    receivedAt,
    name,
    contract,
    email,
    items,
    storeName: store.name,
    timeZone: store.timeZone,
  });
  await tx
    .insertInto('withdrawals')
    .values({
      store_id: store.id,
      withdrawal_id: id,
      number,
      received_at: receivedAt,
      name,
      contract,
      contract_key: numberKey(contract),
      email,
      items,
      locale: language.language,
      receipt: text,
    })
    .execute();
  const order = await orderOf(tx, context, store.id, declared);
  const marks = marksOf({ order: order?.facts ?? null, receivedOn: dayOf(receivedAt, store.timeZone) });
  const data = {
    withdrawalId: id,
    number,
    receivedAt: receivedAt.toISOString(),
    name,
    contract,
    email,
    items,
    orderId: order?.orderId ?? null,
    lastDay: order?.facts.lastDay ?? null,
    marks,
  };
  await enqueueEvent(tx, store.id, { type: 'withdrawal.received', data }, receivedAt);
  const subject = filled(language.texts.mailSubject, { store: store.name, number });
  const attachment = {
    fileName: `${number}.txt`,
    contentType: 'text/plain; charset=utf-8',
    base64: Buffer.from(text).toString('base64'),
  };
  const mailed = await enqueueMail(
    tx,
    context,
    store.id,
    { to: email, subject, text, attachments: [attachment] },
    receivedAt,
  );
  const url = documentAddress(context, { storeId: store.id, kind: 'withdrawal_receipt', id }, receivedAt);
  return { id, number, receivedAt: receivedAt.toISOString(), text, url, mailed, seal };
}

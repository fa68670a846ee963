import type { Id } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { newId } from '../secrets/ids.ts';
import type { Mail } from './mail.ts';
import { maskedMailbox } from './masked-mailbox.ts';

export type { Mail, MailAttachment } from './mail.ts';

/** Keeps a mail for sending in the caller's transaction; does nothing and answers false when no mail server is configured. */
export async function enqueueMail(
  tx: Tx,
  context: Pick<Context, 'config'>,
  storeId: string,
  mail: Mail,
  now: Date,
): Promise<boolean> {
  return (await keepMail(tx, context, storeId, mail, now, now)) !== null;
}

/** As `enqueueMail`, to be sent not before a moment. Answers with the id of its delivery; null when no mail server is configured. */
export async function keepMail(
  tx: Tx,
  context: Pick<Context, 'config'>,
  storeId: string,
  mail: Mail,
  now: Date,
  notBefore: Date,
): Promise<Id<'delivery'> | null> {
  if (context.config.mail === null) return null;
  const deliveryId = newId('delivery', now.getTime());
  await tx
    .insertInto('deliveries')
    .values({
      store_id: storeId,
      delivery_id: deliveryId,
      channel: 'mail',
      event_id: null,
      outgoing_webhook_id: null,
      target: maskedMailbox(mail.to),
      next_attempt_at: notBefore,
      created_at: now,
    })
    .execute();
  await tx
    .insertInto('mails')
    .values({ store_id: storeId, delivery_id: deliveryId, content: toJson(mail) })
    .execute();
  return deliveryId;
}

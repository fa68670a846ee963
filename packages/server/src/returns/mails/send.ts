import type { ReturnMessageInput } from '@postlude/contract';
import { type Step, tellStep } from '../../case-mails/keep.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { MailAttachment } from '../../mail/mail.ts';
import type { ReturnCase } from '../case.ts';
import type { ReturnRow } from '../store.ts';
import { composeMail, type ReturnMailKind } from './compose.ts';

const canBeTakenBack: ReadonlySet<ReturnMailKind> = new Set([
  'approved',
  'declined',
  'question',
  'received',
  'refunded',
]);

/** The step of a return that left it with this revision. */
export const stepOf = (row: ReturnRow, sequence = row.revision): Step => ({
  storeId: row.store_id,
  caseId: row.return_id,
  sequence,
});

/**
 * Tells the shopper by mail what happened to a return, in the transaction that makes it so. Does nothing for a gift: the address is
 * that of the giver, who is not told.
 *
 * @param byStaff whether somebody did it who can take it back
 */
export async function mailShopper(
  tx: Tx,
  context: Pick<Context, 'config'>,
  kind: ReturnMailKind,
  of: ReturnCase,
  { byStaff = false, label = null }: { readonly byStaff?: boolean; readonly label?: Uint8Array | null } = {},
): Promise<void> {
  const { row, sold, policy, now } = of;
  if (row.is_gift) return;
  const telling = {
    to: sold.email,
    choice: policy.policy.mails,
    canBeTakenBack: byStaff && canBeTakenBack.has(kind),
    attachments: label === null ? [] : [fileOf(row, label)],
  };
  await tellStep(
    tx,
    context,
    stepOf(row),
    telling,
    () => composeMail(kind, of, { hasLabel: label !== null }),
    now,
  );
}

/** What is no step of a return, and is taken back with none. */
const noStep = 0;

/** Tells the shopper what the store wrote. It is written and cannot be taken back: the mail leaves at once. */
export async function mailMessage(
  tx: Tx,
  context: Pick<Context, 'config'>,
  of: ReturnCase,
  message: ReturnMessageInput,
): Promise<void> {
  const { row, sold, policy, now } = of;
  if (row.is_gift) return;
  const telling = { to: sold.email, choice: policy.policy.mails, canBeTakenBack: false };
  await tellStep(
    tx,
    context,
    stepOf(row, noStep),
    telling,
    () => composeMail('message', of, { message }),
    now,
  );
}

const fileOf = ({ number }: ReturnRow, pdf: Uint8Array): MailAttachment => ({
  fileName: `${number}-label.pdf`,
  contentType: 'application/pdf',
  base64: Buffer.from(pdf).toString('base64'),
});

import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { keepMail } from '../../mail/enqueue-mail.ts';
import type { MailAttachment } from '../../mail/mail.ts';
import type { ReturnCase } from '../case.ts';
import type { ReturnRow } from '../store.ts';
import { composeMail, type ReturnMailKind } from './compose.ts';

/**
 * Milliseconds a mail about what staff did waits before it leaves: what was pressed by mistake is taken back before the shopper
 * is told of it.
 */
const pauseForUndo = 60_000;

const canBeTakenBack: ReadonlySet<ReturnMailKind> = new Set([
  'approved',
  'declined',
  'question',
  'received',
  'refunded',
]);

/**
 * Tells the shopper by mail what happened to a return, in the transaction that makes it so. Does nothing without a mail server or
 * an address, where the store does not want it, and for a gift: the address is that of the giver, who is not told.
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
  const to = sold.email?.trim();
  if (context.config.mail === null || !to || row.is_gift || policy.policy.mails?.send === false) return;
  const waits = byStaff && canBeTakenBack.has(kind);
  const deliveryId = await keepMail(
    tx,
    context,
    row.store_id,
    { to, ...composeMail(kind, of, label !== null), attachments: label === null ? [] : [fileOf(row, label)] },
    now,
    new Date(now.getTime() + (waits ? pauseForUndo : 0)),
  );
  if (deliveryId === null) return;
  await tx
    .insertInto('return_mails')
    .values({
      store_id: row.store_id,
      return_id: row.return_id,
      sequence: row.revision,
      delivery_id: deliveryId,
    })
    .execute();
}

const fileOf = ({ number }: ReturnRow, pdf: Uint8Array): MailAttachment => ({
  fileName: `${number}-label.pdf`,
  contentType: 'application/pdf',
  base64: Buffer.from(pdf).toString('base64'),
});

/** The mails about one step that have not left, held so that they do not while this is looked at; and whether others have. */
export async function mailsOfStep(
  tx: Tx,
  { store_id, return_id }: ReturnRow,
  sequence: number,
): Promise<{ readonly waiting: readonly string[]; readonly hasLeft: boolean }> {
  const rows = await tx
    .selectFrom('deliveries')
    .select(['delivery_id', 'attempts', 'leased_until', 'state'])
    .where('store_id', '=', store_id)
    .where('delivery_id', 'in', (inner) =>
      inner
        .selectFrom('return_mails')
        .select('delivery_id')
        .where('store_id', '=', store_id)
        .where('return_id', '=', return_id)
        .where('sequence', '=', sequence),
    )
    .forUpdate()
    .execute();
  const waiting = rows.filter(
    ({ attempts, leased_until, state }) => attempts === 0 && leased_until === null && state === 'waiting',
  );
  return { waiting: waiting.map((row) => row.delivery_id), hasLeft: waiting.length < rows.length };
}

/** The step was taken back: what nobody was told yet is not told. */
export async function dropMailsOfStep(tx: Tx, row: ReturnRow, sequence: number): Promise<void> {
  const { waiting } = await mailsOfStep(tx, row, sequence);
  if (waiting.length === 0) return;
  await tx
    .deleteFrom('deliveries')
    .where('store_id', '=', row.store_id)
    .where('delivery_id', 'in', [...waiting])
    .execute();
}

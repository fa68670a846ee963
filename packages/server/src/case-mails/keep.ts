import type { MailChoice } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { keepMail } from '../mail/enqueue-mail.ts';
import type { MailAttachment } from '../mail/mail.ts';
import type { ComposedMail } from './compose.ts';

/**
 * Milliseconds a mail about what staff did waits before it leaves: what was pressed by mistake is taken back before the shopper
 * is told of it.
 */
const pauseForUndo = 60_000;

/** A step of a return, a claim or a registration, as in its audit. */
export interface Step {
  readonly storeId: string;
  /** The id of the return, the claim or the registration: no two have the same. */
  readonly caseId: string;
  readonly sequence: number;
}

/** Who is told, and how. */
export interface Telling {
  /** The shopper's address; null for none. */
  readonly to: string | null | undefined;
  /** What the store chose in the policy the case was filed under. */
  readonly choice: MailChoice | undefined;
  /** Whether staff did what it tells of, and can take it back. */
  readonly canBeTakenBack: boolean;
  readonly attachments?: readonly MailAttachment[];
}

/**
 * Tells a shopper of a step by mail, in the transaction that makes it so. Does nothing without a mail server or an address, and
 * where the store does not want it.
 *
 * @param compose is asked only when there is somebody to tell
 */
export async function tellStep(
  tx: Tx,
  context: Pick<Context, 'config'>,
  { storeId, caseId, sequence }: Step,
  { to, choice, canBeTakenBack, attachments = [] }: Telling,
  compose: () => ComposedMail | Promise<ComposedMail>,
  now: Date,
): Promise<void> {
  const address = to?.trim();
  if (context.config.mail === null || !address || choice?.send === false) return;
  const mail = { to: address, ...(await compose()), attachments };
  const notBefore = new Date(now.getTime() + (canBeTakenBack ? pauseForUndo : 0));
  const deliveryId = await keepMail(tx, context, storeId, mail, now, notBefore);
  if (deliveryId === null) return;
  await tx
    .insertInto('case_mails')
    .values({ store_id: storeId, case_id: caseId, sequence, delivery_id: deliveryId })
    .execute();
}

/** The mails about one step that have not left, held so that they do not while this is looked at; and whether others have. */
export async function mailsOfStep(
  tx: Tx,
  { storeId, caseId, sequence }: Step,
): Promise<{ readonly waiting: readonly string[]; readonly hasLeft: boolean }> {
  const rows = await tx
    .selectFrom('deliveries')
    .select(['delivery_id', 'attempts', 'leased_until', 'state'])
    .where('store_id', '=', storeId)
    .where('delivery_id', 'in', (inner) =>
      inner
        .selectFrom('case_mails')
        .select('delivery_id')
        .where('store_id', '=', storeId)
        .where('case_id', '=', caseId)
        .where('sequence', '=', sequence),
    )
    .forUpdate()
    .execute();
  const waiting = rows.filter(
    ({ attempts, leased_until, state }) => attempts === 0 && leased_until === null && state === 'waiting',
  );
  return { waiting: waiting.map((row) => row.delivery_id), hasLeft: waiting.length < rows.length };
}

/** The step was taken back, or something else is true by now: what nobody was told yet is not told. */
export async function dropMailsOfStep(tx: Tx, step: Step): Promise<void> {
  const { waiting } = await mailsOfStep(tx, step);
  if (waiting.length === 0) return;
  await tx
    .deleteFrom('deliveries')
    .where('store_id', '=', step.storeId)
    .where('delivery_id', 'in', [...waiting])
    .execute();
}

import type { CorrectInput, RegistrationStatus } from '@postlude/contract';
import { problems } from '@postlude/contract/problems';
import { serialKey } from '@postlude/contract/serials';
import { readAudit } from '../case-log/audit.ts';
import { dropMailsOfStep } from '../case-mails/keep.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { RegistrationRow } from '../passports/facts.ts';
import { readOnePassport } from '../passports/read.ts';
import { type Happening, logOf, record } from './audit.ts';
import { marketingTold } from './choose.ts';
import { type RegistrationEventType, tellEvent } from './events.ts';
import { mailOwner, type RegistrationMailKind, stepOf } from './mails/send.ts';
import { isImpossibleDay } from './outside.ts';
import { judgeSerial, releaseSerial, ruleOf, takeSerial } from './serials.ts';
import { canUndo, type RegistrationCase } from './staff-case.ts';
import { writeSerial } from './store.ts';
import { next, possibleActions, type RegistrationAction } from './transitions.ts';

/** What staff say with an action. */
export interface StaffWord {
  readonly by?: string | undefined;
  readonly note?: string | null | undefined;
}

/** Throws why an action is not possible, with what is. */
function impossible({ row, facts }: RegistrationCase, action: RegistrationAction, because = ''): ApiProblem {
  const possible = possibleActions(row.status, facts.reader.isOwner, false).join(', ') || 'nothing';
  return new ApiProblem('action_not_possible', {
    detail:
      because || `This registration is ${row.status}: ${action} is not possible. Possible: ${possible}.`,
  });
}

const wordOf = ({ by, note }: StaffWord) => ({ by: by?.trim() || 'staff', note: note?.trim() || null });

/** Writes what staff did and tells of it. */
async function done(
  tx: Tx,
  of: RegistrationCase,
  happening: Happening,
  event: RegistrationEventType,
  mail: { readonly context: Context; readonly kind: RegistrationMailKind } | null = null,
): Promise<RegistrationCase> {
  const row = await record(tx, of.row, happening, of.now);
  const after = { ...of, row, facts: { ...of.facts, registration: row } };
  const marketing = await marketingTold(tx, of.facts);
  await tellEvent(tx, event, { facts: after.facts, registration: row, marketing }, of.now);
  if (mail) await mailOwner(tx, mail.context, mail.kind, after);
  return after;
}

/** Approves. Approving again changes nothing. */
export async function approve(
  tx: Tx,
  context: Context,
  of: RegistrationCase,
  word: StaffWord,
): Promise<RegistrationCase> {
  if (of.row.status === 'registered' && of.facts.reader.isOwner) return of;
  const to = of.facts.reader.isOwner ? next('approve', of.row.status) : null;
  if (to === null) throw impossible(of, 'approve');
  await holdSerial(tx, of, 'approve');
  const happening = { action: 'approve', ...wordOf(word), to, restore: {} };
  return done(tx, of, happening, 'registration.approved', { context, kind: 'approved' });
}

/** Rejects what waits, or ends what stood. */
export const ending =
  (action: 'reject' | 'void') =>
  async (
    tx: Tx,
    context: Context,
    of: RegistrationCase,
    word: StaffWord & { readonly code: NonNullable<RegistrationRow['rejected']>['code'] },
  ): Promise<RegistrationCase> => {
    const said = wordOf(word);
    if (word.code === 'other' && said.note === null) {
      throw new ApiProblem('invalid_input', {
        fields: { note: 'The owner reads why: a few words are needed.' },
      });
    }
    const rejected = { code: word.code, note: said.note };
    const { row, facts } = of;
    const isDone = row.status === (action === 'reject' ? 'rejected' : 'void');
    if (isDone && row.rejected?.code === rejected.code && row.rejected.note === rejected.note) return of;
    const to = facts.reader.isOwner ? next(action, row.status) : null;
    if (to === null) throw impossible(of, action);
    await releaseSerial(tx, facts.storeId, facts.id);
    const kind = action === 'reject' ? 'rejected' : 'voided';
    const happening = { action, ...said, to, rejected, data: { code: word.code }, restore: {} };
    return done(tx, of, happening, `registration.${kind}`, { context, kind });
  };

/** The serial number of a unit that is registered again, where it may be registered once. */
async function holdSerial(tx: Tx, of: RegistrationCase, action: RegistrationAction): Promise<void> {
  const { facts } = of;
  if (facts.serial === null || ruleOf(facts)?.once !== true) return;
  if (!(await takeSerial(tx, facts, serialKey(facts.serial), freeIn(tx, of)))) {
    throw impossible(of, action, 'Its serial number has been registered for another item meanwhile.');
  }
}

const freeIn =
  (tx: Tx, { facts, now }: RegistrationCase) =>
  async (passportId: string): Promise<boolean> =>
    (await readOnePassport(tx, { storeId: facts.storeId, passportId }, now))?.state === 'returned';

/** Puts right what the owner told; the covers follow from it. */
export async function correct(tx: Tx, of: RegistrationCase, input: CorrectInput): Promise<RegistrationCase> {
  const { facts, row } = of;
  const to = facts.reader.isOwner ? next('correct', row.status) : null;
  if (to === null) throw impossible(of, 'correct');
  const before = {
    serial: facts.serial,
    batch: facts.batch,
    purchasedOn: facts.purchasedOn,
    boughtAt: facts.boughtAt,
  };
  const serial = await correctedSerial(tx, of, input.serial);
  const purchase = await correctedPurchase(tx, of, input);
  if (serial === undefined && purchase === undefined) return of;
  const changed = {
    ...facts,
    ...(serial === undefined ? {} : { serial, batch: null }),
    ...(purchase ?? {}),
  };
  const data = { before, after: { ...before, serial: changed.serial, ...purchase } };
  const happening = {
    action: 'correct',
    ...wordOf(input),
    to,
    data,
    rejected: row.rejected,
    restore: before,
  };
  return done(tx, { ...of, facts: changed }, happening, 'registration.corrected');
}

/** The serial number as it is from now on; undefined when it stays. */
async function correctedSerial(
  tx: Tx,
  of: RegistrationCase,
  typed: string | null | undefined,
): Promise<string | null | undefined> {
  const { facts } = of;
  if (typed === undefined) return undefined;
  const rule = ruleOf(facts);
  const read = typed === null ? null : judgeSerial(typed, rule && { ...rule, asked: 'optional' });
  if (typeof read === 'string') {
    throw new ApiProblem('serial_wrong', { fields: { serial: problems.serial_wrong.title } });
  }
  if ((read?.serial ?? null) === facts.serial) return undefined;
  await setSerial(tx, of, read?.serial ?? null, null, () => {
    throw new ApiProblem('serial_taken', { fields: { serial: problems.serial_taken.title } });
  });
  return read?.serial ?? null;
}

async function setSerial(
  tx: Tx,
  of: RegistrationCase,
  serial: string | null,
  batch: string | null,
  whenTaken: () => never,
): Promise<void> {
  const { facts } = of;
  if (serial === null || ruleOf(facts)?.once !== true) await releaseSerial(tx, facts.storeId, facts.id);
  else if (!(await takeSerial(tx, facts, serialKey(serial), freeIn(tx, of)))) whenTaken();
  await writeSerial(tx, facts, { serial, serial_key: serial && serialKey(serial), batch });
}

interface Purchase {
  readonly purchasedOn: string;
  readonly boughtAt: string | null;
}

/** Day and place of purchase; undefined when they stay. Of what was bought here the order says both. */
async function correctedPurchase(
  tx: Tx,
  { facts, now }: RegistrationCase,
  { purchasedOn = facts.purchasedOn, boughtAt }: CorrectInput,
): Promise<Purchase | undefined> {
  const place = boughtAt?.trim() ?? facts.boughtAt;
  if (purchasedOn === facts.purchasedOn && place === facts.boughtAt) return undefined;
  if (facts.boughtHere) {
    throw new ApiProblem('invalid_input', {
      fields: { purchasedOn: 'This was bought here: its order says when and where.' },
    });
  }
  if (isImpossibleDay(purchasedOn, now)) {
    throw new ApiProblem('date_impossible', { fields: { purchasedOn: problems.date_impossible.title } });
  }
  await writePurchase(tx, facts, { purchasedOn, boughtAt: place });
  return { purchasedOn, boughtAt: place };
}

async function writePurchase(
  tx: Tx,
  { storeId, sold }: RegistrationCase['facts'],
  { purchasedOn, boughtAt }: Purchase,
): Promise<void> {
  await tx
    .updateTable('outside_purchases')
    .set({ purchased_on: purchasedOn, bought_at: boughtAt ?? '' })
    .where('store_id', '=', storeId)
    .where('order_id', '=', sold.id)
    .execute();
}

/**
 * Takes back the last action, when it was one of staff and nothing has happened since. Taking back twice changes nothing.
 *
 * @throws ApiProblem `action_not_possible`.
 */
export async function undo(tx: Tx, of: RegistrationCase, word: StaffWord): Promise<RegistrationCase> {
  const audit = await readAudit(tx, logOf(of.row));
  const last = audit.at(-1);
  if (last?.action === 'undo') return of;
  if (!last?.restore || !canUndo(audit) || !of.facts.reader.isOwner) {
    throw new ApiProblem('action_not_possible', {
      detail: 'There is no action of staff that could be taken back, or it can be taken back no more.',
    });
  }
  const { rejected = null, ...back } = last.restore as Partial<Purchase> & {
    readonly rejected?: RegistrationRow['rejected'];
    readonly serial?: string | null;
    readonly batch?: string | null;
  };
  let { facts } = of;
  if (last.action === 'correct') {
    const { serial = null, batch = null, purchasedOn = facts.purchasedOn, boughtAt = null } = back;
    await setSerial(tx, of, serial, batch, () => {
      throw impossible(
        of,
        'undo',
        'The serial number of before has been registered for another item meanwhile.',
      );
    });
    if (!facts.boughtHere) await writePurchase(tx, facts, { purchasedOn, boughtAt });
    facts = { ...facts, serial, batch, purchasedOn, boughtAt };
  }
  await dropMailsOfStep(tx, stepOf(of.row, last.sequence));
  const to = last.before as RegistrationStatus;
  if (to === 'rejected' || to === 'void') await releaseSerial(tx, facts.storeId, facts.id);
  else if (last.action !== 'correct') await holdSerial(tx, of, 'undo');
  const data = { undid: last.sequence, action: last.action };
  return done(
    tx,
    { ...of, facts },
    { action: 'undo', ...wordOf(word), to, data, rejected },
    to === 'registered' && last.action === 'void' ? 'registration.approved' : 'registration.corrected',
  );
}

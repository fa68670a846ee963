import type { CertificateCheck, Id } from '@postlude/contract';
import { benefitsUsed, claimsOf, doneOf } from '../claims/of-passports.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { shownCovers } from '../passports/covers.ts';
import { readOnePassport } from '../passports/read.ts';
import { recallsOf } from '../recalls/of-passports.ts';
import { readCode } from '../registrations/code.ts';
import { dayIn } from '../tracking/calendar.ts';

const nothing: CertificateCheck = {
  valid: false,
  status: null,
  title: null,
  variant: null,
  serial: null,
  registeredOn: null,
  covers: [],
  recalled: false,
};

/**
 * What a certificate is worth, for anybody who holds its code: whether there is such a registration, of which product, until when
 * something stands behind it. Nobody's name, and of the serial number the last four signs. One that was rejected is none;
 * one whose item was handed over says so, and nothing of what came after.
 */
export async function checkCertificateOf(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  storeId: string,
  typed: string,
  locale: string | null,
): Promise<CertificateCheck> {
  const code = readCode(typed);
  const row =
    code === null
      ? undefined
      : await tx
          .selectFrom('registrations')
          .select(['passport_id', 'order_id', 'status', 'registered_at'])
          .where('store_id', '=', storeId)
          .where('code', '=', code)
          .executeTakeFirst();
  if (!row || row.status === 'rejected') return nothing;
  const facts = await readOnePassport(tx, { storeId, passportId: row.passport_id }, clock.now());
  if (!facts) return nothing;
  const isGone = facts.reader.orderId !== row.order_id;
  const status = row.status === 'void' ? 'void' : isGone ? 'transferred' : row.status;
  const stands = status === 'registered';
  const orderId = facts.reader.orderId as Id<'order'>;
  const recalls = await recallsOf(tx, storeId, orderId, [facts], locale);
  const claims = (await claimsOf(tx, storeId, [facts.id])).get(facts.id) ?? [];
  const used = { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) };
  const covers = stands ? shownCovers(facts, used, locale) : [];
  return {
    valid: true,
    status,
    title: facts.line.title,
    variant: facts.line.variant,
    serial: facts.serial && masked(facts.serial),
    registeredOn: dayIn(facts.store.timeZone, row.registered_at.getTime()),
    covers: covers
      .filter(({ until, lifetime }) => until !== null || lifetime)
      .map(({ name, until, lifetime }) => ({ name, until, lifetime })),
    recalled: recalls.size > 0,
  };
}

/** The last four signs, and of a short one fewer: enough to compare with the item, too little to register one. */
const masked = (serial: string): string => `••••${serial.slice(-Math.min(4, Math.floor(serial.length / 2)))}`;

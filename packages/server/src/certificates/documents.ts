import type { Cover } from '@postlude/contract';
import { benefitsUsed, claimsOf, doneOf } from '../claims/of-passports.ts';
import type { Tx } from '../db/database.ts';
import { calendarOf } from '../documents/calendar.ts';
import type { DocumentMaker } from '../documents/document-makers.ts';
import { filled } from '../mail/plain-text.ts';
import { shownCovers } from '../passports/covers.ts';
import { type PassportFacts, readOnePassport } from '../passports/read.ts';
import { readStore } from '../stores/read-store.ts';
import { checkAddress } from './addresses.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { certificateLanguage } from './texts.ts';

/** The certificate of a registration, while its owner has the item and the store has not ended it. */
export const certificateDocument: DocumentMaker = async (tx, context, { storeId, id }) => {
  const row = await tx
    .selectFrom('registrations')
    .select(['passport_id', 'order_id', 'status', 'code', 'registered_at'])
    .where('store_id', '=', storeId)
    .where('registration_id', '=', id)
    .executeTakeFirst();
  if (row?.status !== 'registered') return null;
  const now = context.clock.now();
  const facts = await readOnePassport(tx, { storeId, passportId: row.passport_id }, now);
  const store = await readStore(tx, storeId);
  if (!facts || !store || facts.reader.orderId !== row.order_id) return null;
  const covers = await coversNow(tx, facts);
  const certificate = {
    facts,
    covers,
    code: row.code,
    registeredAt: row.registered_at,
    checkUrl: checkAddress(context, store.publishableKey, row.code),
    locale: facts.reader.locale ?? facts.store.locale,
    now,
  };
  return async () => ({
    bytes: await certificatePdf(certificate),
    contentType: 'application/pdf',
    fileName: `${row.code}.pdf`,
  });
};

/** The days that matter of an item: the last ones of its covers, and the last one without the burden of proof. */
export const coverCalendarDocument: DocumentMaker = async (tx, context, { storeId, id }) => {
  const now = context.clock.now();
  const facts = await readOnePassport(tx, { storeId, passportId: id }, now);
  if (facts?.state !== 'owned') return null;
  const { texts } = certificateLanguage(facts.reader.locale, facts.store.locale);
  const item = facts.line.title;
  const covers = await coversNow(tx, facts);
  const entries = covers.flatMap((cover) => {
    const name = cover.name ?? (cover.kind === 'warranty' ? texts.warranty : texts.legal);
    const all = [
      [cover.until, 'end', filled(texts.endOf, { cover: name, item })],
      [cover.burdenUntil, 'burden', filled(texts.endOfBurden, { item })],
    ] as const;
    return all.flatMap(([date, what, title]) =>
      date === null
        ? []
        : [
            {
              uid: `${facts.id}-${cover.planId ?? cover.kind}-${what}@postlude`,
              title,
              description: `${facts.store.name}${facts.serial === null ? '' : ` · ${texts.serial}: ${facts.serial}`}`,
              date,
              url: null,
              now,
            },
          ],
    );
  });
  if (entries.length === 0) return null;
  return {
    bytes: calendarOf(entries),
    contentType: 'text/calendar; charset=utf-8',
    fileName: `${facts.id}.ics`,
  };
};

/** The covers that give something now or later, in the owner's language. */
async function coversNow(tx: Tx, facts: PassportFacts): Promise<Cover[]> {
  const claims = (await claimsOf(tx, facts.storeId, [facts.id])).get(facts.id) ?? [];
  const covers = shownCovers(facts, { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) }, null);
  return covers.filter(({ state }) => state === 'active' || state === 'upcoming');
}

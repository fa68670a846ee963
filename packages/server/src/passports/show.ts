import type { Passport, RecallNotice, Registration, Upload } from '@postlude/contract';
import { checkAddress, passportDocuments } from '../certificates/addresses.ts';
import { benefitsUsed, type ClaimOfPassport, claimsOf, doneOf } from '../claims/of-passports.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { recallsOf } from '../recalls/of-passports.ts';
import { type OwnersConsents, readConsents } from '../registrations/consents.ts';
import { openTransferCode } from '../registrations/transfer-code.ts';
import { readStore } from '../stores/read-store.ts';
import { readUploads } from '../uploads/read-uploads.ts';
import { shownCovers } from './covers.ts';
import type { PassportFacts } from './facts.ts';
import { passportJsonLd } from './json-ld.ts';

/** How passports are shown. */
export interface Showing {
  /** The reader's own language unless told. */
  readonly locale?: string | null | undefined;
  readonly now: Date;
}

/** Passports as their owner sees them: all of one store, and of one owner. */
export async function showPassports(
  context: Context,
  tx: Tx,
  all: readonly PassportFacts[],
  { locale = null, now }: Showing,
): Promise<Passport[]> {
  const [first] = all;
  if (!first) return [];
  const { storeId, reader } = first;
  const consents = await readConsents(tx, storeId, all);
  const proof = await readUploads(tx, context, storeId, [reader.orderId]);
  const claims = await claimsOf(
    tx,
    storeId,
    all.map(({ id }) => id),
  );
  const recalls = await recallsOf(tx, storeId, reader.orderId, all, locale);
  const store = await readStore(tx, storeId);
  return all.map((facts) => {
    const passport = passportOf(context, facts, {
      locale,
      consents: consents.get(facts.id) ?? { safety: false, marketing: false },
      proof: (proof.get(reader.orderId) ?? []).filter(({ purpose }) => purpose === 'proof'),
      claims: claims.get(facts.id) ?? [],
      recalls: recalls.get(facts.id) ?? [],
      publishableKey: store?.publishableKey ?? '',
    });
    const documents = passportDocuments(context, facts, passport.covers, now);
    const seller = { name: facts.store.name, url: facts.store.contact.url };
    return { ...passport, documents, jsonLd: passportJsonLd(passport, seller) };
  });
}

/** One passport as its owner sees it. */
export async function showPassport(
  context: Context,
  tx: Tx,
  facts: PassportFacts,
  showing: Showing,
): Promise<Passport> {
  const [passport] = await showPassports(context, tx, [facts], showing);
  if (!passport) throw new Error('a passport was not shown');
  return passport;
}

interface Beside {
  readonly locale: string | null;
  readonly consents: OwnersConsents;
  readonly proof: readonly Upload[];
  readonly claims: readonly ClaimOfPassport[];
  readonly recalls: readonly RecallNotice[];
  readonly publishableKey: string;
}

function passportOf(context: Context, facts: PassportFacts, beside: Beside): Omit<Passport, 'jsonLd'> {
  const { sold, line, reader, registration, state } = facts;
  const isGone = state === 'transferred';
  const isBuyer = reader.orderId === sold.id;
  // Whoever handed it over learns nothing of what was done since.
  const claims = isGone ? [] : beside.claims;
  const done = { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) };
  return {
    id: facts.id,
    orderId: reader.orderId,
    orderNumber: reader.orderNumber,
    lineId: reader.lineId,
    unit: isBuyer ? facts.unit : 1,
    units: isBuyer ? facts.units : 1,
    title: line.title,
    variant: line.variant,
    imageUrl: line.imageUrl,
    productUrl: line.productUrl,
    productId: line.productId,
    gtin: facts.gtin,
    origin: !isBuyer ? 'transferred' : facts.boughtHere ? 'here' : 'elsewhere',
    boughtAt: facts.boughtAt,
    purchasedOn: facts.purchasedOn,
    purchasedAbout: facts.purchasedAbout,
    deliveredOn: facts.deliveredOn,
    shipmentId: isBuyer ? facts.shipmentId : null,
    country: facts.country,
    serial: facts.serial,
    state,
    registration: registrationOf(facts, beside),
    covers: isGone ? [] : shownCovers(facts, done, beside.locale),
    returns: [...facts.returns],
    claims: beside.claims.filter(({ orderId }) => orderId === reader.orderId).map(({ summary }) => summary),
    recalls: [...beside.recalls],
    owners: ownersOf(facts),
    transfer: facts.transfer && {
      code: openTransferCode(context.secrets, facts.transfer),
      expiresAt: facts.transfer.expires_at.toISOString(),
    },
    documents: [],
    checkUrl: registration && checkAddress(context, beside.publishableKey, registration.code),
  };
}

function registrationOf({ registration }: PassportFacts, { consents, proof }: Beside): Registration | null {
  return (
    registration && {
      id: registration.registration_id as Registration['id'],
      code: registration.code,
      status: registration.status,
      registeredAt: registration.registered_at.toISOString(),
      automatic: registration.automatic,
      rejected: registration.rejected,
      proof: [...proof],
      consents,
    }
  );
}

/** Everybody up to the reader: who handed it over learns nothing of what came after. */
function ownersOf({ owners, reader, deliveredOn, purchasedOn }: PassportFacts): Passport['owners'] {
  if (owners.length === 0) return [{ from: deliveredOn ?? purchasedOn, through: null, you: true }];
  const you = owners.findIndex((owner) => owner.order_id === reader.orderId);
  return owners
    .slice(0, you + 1)
    .map((owner, index) => ({ from: owner.since, through: owner.through, you: index === you }));
}

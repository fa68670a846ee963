import './zod-setup.ts';
import * as z from 'zod/mini';

/** What each id begins with. An id is this prefix, an underscore and a UUIDv7 in 32 hexadecimal digits. */
export const idPrefixes = {
  store: 'sto',
  order: 'ord',
  line: 'lin',
  shipment: 'shp',
  trackingEvent: 'evt',
  webhook: 'whk',
  message: 'msg',
  upload: 'upl',
  event: 'oev',
  outgoingWebhook: 'owh',
  delivery: 'dlv',
  policy: 'pol',
  return: 'ret',
  returnItem: 'rti',
  returnMessage: 'rmg',
  withdrawal: 'wdr',
  warrantyPolicy: 'wpl',
  passport: 'psp',
  registration: 'reg',
  serialImport: 'sim',
  transfer: 'trf',
  claim: 'clm',
  claimMessage: 'cmg',
  repairQuote: 'rqt',
  addedMonths: 'amo',
  recall: 'rcl',
  reviewPolicy: 'rvp',
  ask: 'ask',
  review: 'rev',
  reviewReport: 'rrp',
  reviewImport: 'rim',
  referralProgramme: 'rpg',
  advocate: 'adv',
  referral: 'rfr',
  reward: 'rwd',
  ledgerEntry: 'led',
  codeImport: 'cim',
} as const;

/** A thing that has ids. */
export type IdKind = keyof typeof idPrefixes;

/** An id of one kind, as it travels: `ord_018f…`. */
export type Id<Kind extends IdKind> = `${(typeof idPrefixes)[Kind]}_${string}`;

/** A schema that accepts the ids of one kind and nothing else. */
// @__NO_SIDE_EFFECTS__
export function idOf<Kind extends IdKind>(kind: Kind): z.ZodMiniType<Id<Kind>, string> {
  const pattern = new RegExp(`^${idPrefixes[kind]}_[0-9a-f]{32}$`);
  return /* @__PURE__ */ z.string().check(z.regex(pattern)) as unknown as z.ZodMiniType<Id<Kind>, string>;
}

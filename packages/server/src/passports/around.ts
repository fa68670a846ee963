import type { Id } from '@postlude/contract';
import { planFor } from '../cover/index.ts';
import { readAddedMonths } from '../cover-months/sums.ts';
import type { Tx } from '../db/database.ts';
import { summaryOf } from '../returns/view.ts';
import { laterDay } from '../rights/days.ts';
import { dayIn } from '../tracking/calendar.ts';
import {
  type StoredWarrantyPolicy,
  warrantyPolicyInForce,
  warrantyPolicyOfVersion,
} from '../warranty-policy/store.ts';
import { mostUnits } from './ensure.ts';
import type { OwnerRow, PassportFacts, RegistrationRow, TransferRow } from './facts.ts';
import { type Origin, unitsGone } from './origin.ts';
import type { PassportRow } from './read.ts';
import type { ReaderOrder } from './readers.ts';
import { placeUnits, returnedUnits } from './units.ts';

/** What lies around the rows of passports. */
export interface Around {
  /** Every passport of the orders they were bought with. */
  readonly siblings: readonly PassportRow[];
  /** The registrations of all of those. */
  readonly registrations: readonly RegistrationRow[];
  readonly owners: readonly OwnerRow[];
  readonly transfers: readonly TransferRow[];
  readonly inForce: StoredWarrantyPolicy;
  /** By version. */
  readonly policies: ReadonlyMap<number, StoredWarrantyPolicy>;
  /** By product and variant. */
  readonly gtins: ReadonlyMap<string, string>;
  /** By passport; those without any are left out. */
  readonly addedMonths: ReadonlyMap<string, number>;
}

/** Reads what lies around some passports. */
export async function readAround(tx: Tx, storeId: string, orderIds: readonly string[]): Promise<Around> {
  const siblings = await tx
    .selectFrom('passports')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('order_id', 'in', [...orderIds])
    .execute();
  const ids = siblings.map((row) => row.passport_id);
  const registrations = await tx
    .selectFrom('registrations')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('passport_id', 'in', ids)
    .execute();
  const owners = await tx
    .selectFrom('passport_owners')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('passport_id', 'in', ids)
    .orderBy('sequence')
    .execute();
  const transfers = await tx
    .selectFrom('transfers')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('passport_id', 'in', ids)
    .where('state', '=', 'open')
    .execute();
  const inForce = await warrantyPolicyInForce(tx, storeId);
  const policies = new Map([[inForce.version, inForce]]);
  for (const { policy_version: version } of registrations) {
    if (policies.has(version)) continue;
    policies.set(version, (await warrantyPolicyOfVersion(tx, storeId, version)) ?? inForce);
  }
  const gtins = await readGtins(tx, storeId, orderIds);
  const addedMonths = await readAddedMonths(tx, storeId, ids);
  return { siblings, registrations, owners, transfers, inForce, policies, gtins, addedMonths };
}

async function readGtins(
  tx: Tx,
  storeId: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('order_lines')
    .innerJoin('product_variants', (join) =>
      join
        .onRef('product_variants.store_id', '=', 'order_lines.store_id')
        .onRef('product_variants.product_external_id', '=', 'order_lines.product_id')
        .onRef('product_variants.external_id', '=', 'order_lines.variant_id'),
    )
    .select(['order_lines.line_id', 'product_variants.gtin'])
    .where('order_lines.store_id', '=', storeId)
    .where('order_lines.order_id', 'in', [...orderIds])
    .where('product_variants.gtin', 'is not', null)
    .execute();
  return new Map(rows.map(({ line_id, gtin }) => [line_id, gtin ?? '']));
}

/** Everything facts are made of. */
export interface FactsParts {
  readonly storeId: string;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly readers: ReadonlyMap<string, ReaderOrder>;
  readonly around: Around;
  readonly now: Date;
}

/** The facts of one passport as the owner with an order sees them; null when its line is there no more. */
export function factsOf(row: PassportRow, readerOrderId: string, parts: FactsParts): PassportFacts | null {
  const { origins, readers, around, now, storeId } = parts;
  const origin = origins.get(row.order_id);
  const reader = readers.get(readerOrderId);
  const line = origin?.sold.lines.find(({ id }) => id === row.line_id);
  if (!origin || !line || !reader) return null;
  const { sold, known, outside } = origin;
  const zone = known.store.timeZone;
  const day = (moment: string | null) => (moment === null ? null : dayIn(zone, Date.parse(moment)));
  const units = Math.min(line.quantity, mostUnits);
  const placed = placeUnits(line.id, line.quantity, origin.order.shipments)[row.unit - 1];
  const owners = around.owners.filter((owner) => owner.passport_id === row.passport_id);
  const owned = owners.find((owner) => owner.order_id === readerOrderId);
  const isOwner = row.owner_order_id === readerOrderId;
  const registration =
    around.registrations.find(
      (one) => one.passport_id === row.passport_id && one.order_id === readerOrderId,
    ) ?? null;
  const policy = around.policies.get(registration?.policy_version ?? -1) ?? around.inForce;
  const purchasedOn = outside?.purchasedOn ?? day(sold.placedAt) ?? '';
  const shippedOn = day(placed?.shippedAt ?? null);
  const deliveredOn = day(placed?.deliveredAt ?? null);
  const today = dayIn(zone, now.getTime());
  const isBuyer = readerOrderId === row.order_id;
  return {
    id: row.passport_id as Id<'passport'>,
    storeId,
    store: known.store,
    sold,
    line,
    unit: row.unit,
    units,
    gtin: around.gtins.get(line.id) ?? null,
    boughtHere: outside === null,
    reader: {
      orderId: reader.orderId,
      orderNumber: reader.number,
      lineId: (owned?.line_id ?? line.id) as Id<'line'>,
      email: reader.email,
      name: reader.name,
      locale: reader.locale,
      isOwner,
    },
    country: sold.country,
    purchasedOn,
    purchasedAbout: outside?.about ?? false,
    boughtAt: outside?.boughtAt ?? null,
    shippedOn,
    deliveredOn,
    shipmentId: placed?.shipmentId ?? null,
    serial: row.serial,
    batch: row.batch,
    state: isOwner ? (isReturned(row, origin, around, line.quantity) ? 'returned' : 'owned') : 'transferred',
    inHands:
      isInHands({ deliveredOn, shippedOn, purchasedOn, shippable: line.shippable, today }) ||
      outside !== null,
    registration,
    policy,
    plan: planFor(policy.policy, sold, line),
    owners,
    transfer:
      around.transfers.find(
        (one) =>
          one.passport_id === row.passport_id && one.order_id === readerOrderId && one.expires_at > now,
      ) ?? null,
    returns: isBuyer ? returnsOf(origin, line.id) : [],
    addedMonths: around.addedMonths.get(row.passport_id) ?? 0,
    today,
  };
}

function isReturned(row: PassportRow, origin: Origin, { siblings, registrations }: Around, bought: number) {
  const live = new Set(
    registrations
      .filter(({ status }) => status === 'registered' || status === 'pending')
      .map((one) => one.passport_id),
  );
  const units = siblings
    .filter((sibling) => sibling.line_id === row.line_id)
    .map((sibling) => ({
      unit: sibling.unit,
      isRegistered: live.has(sibling.passport_id),
      isHandedOver: sibling.owner_order_id !== sibling.order_id,
    }));
  // Of a line with more units than passports those without one went first.
  const without = Math.max(0, bought - units.length);
  return returnedUnits(units, unitsGone(origin, row.line_id) - without).has(row.unit);
}

/** Parcels nobody follows arrive too: two weeks after an item left, or after it was bought, it is taken to be there. */
const patience = 14;

function isInHands(item: {
  readonly deliveredOn: string | null;
  readonly shippedOn: string | null;
  readonly purchasedOn: string;
  readonly shippable: boolean;
  readonly today: string;
}): boolean {
  if (item.deliveredOn !== null || !item.shippable) return true;
  return laterDay(item.shippedOn ?? item.purchasedOn, patience) <= item.today;
}

const returnsOf = ({ returns, items }: Origin, lineId: string) =>
  returns
    .filter((row) => !row.is_gift)
    .filter((row) => items.some((item) => item.return_id === row.return_id && item.line_id === lineId))
    .map((row) => summaryOf(row, items));

import type {
  Id,
  MethodKind,
  Return,
  ReturnItem,
  ReturnStatus,
  ReturnSummary,
  Upload,
} from '@postlude/contract';
import { type Entry, readAudit, standing } from '../case-log/audit.ts';
import { readMessages, shownMessage } from '../case-log/messages.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { type DocumentKind, documentAddress } from '../documents/address.ts';
import { qrPath } from '../labels/qr.ts';
import type { StoredPolicy } from '../policy/store.ts';
import { readOrder } from '../tracking/index.ts';
import { readUploads } from '../uploads/read-uploads.ts';
import { shownAddress } from './address.ts';
import { kindAsItIs } from './carrier-codes.ts';
import type { ReturnCase } from './case.ts';
import { kindsWithParcel, lifeOf, methodKindOf, methodOf } from './life.ts';
import { textPicker } from './locale.ts';
import { type ReturnParcel, readParcelOf } from './parcel.ts';
import { reasonLabel } from './reasons.ts';
import { logOf, type ReturnItemRow, type ReturnRow } from './store.ts';
import { endStatuses, shopperMay } from './transitions.ts';

/** Who reads a return. */
export interface Reader {
  /** The reader's language; the order's unless told. */
  readonly locale: string | null;
  /** Staff see sums of gifts and photos of inspections; shoppers do not. */
  readonly isStaff: boolean;
}

/** A return with what staff see of it beside. */
export interface ViewedReturn {
  readonly return: Return;
  readonly audit: readonly Entry[];
}

type Pick = ReturnType<typeof textPicker>;

/** Reads what belongs to a return and makes what is shown of it. */
export async function viewReturn(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  reader: Reader,
): Promise<ViewedReturn> {
  const { row, items, sold, known, policy, now } = of;
  const { isStaff } = reader;
  const audit = await readAudit(tx, logOf(row));
  const messages = await readMessages(tx, logOf(row));
  const uploads = await readUploads(tx, context, row.store_id, [
    ...items.map((item) => item.return_item_id),
    ...messages.map(({ id }) => id),
  ]);
  const parcel = await readParcelOf(tx, { row, items, lines: known.lines, store: known.store }, now);
  const locale = reader.locale ?? sold.locale ?? known.store.locale;
  const pick = textPicker(locale, known.store.locale);
  const life = lifeOf(row, policy);
  const shownUploads = (all: readonly Upload[] = []) =>
    all.filter(({ purpose }) => isStaff || purpose !== 'inspection');
  const hidesMoney = row.is_gift && !isStaff;
  const shown: Return = {
    ...summaryOf(row, items),
    orderId: row.order_id as Id<'order'>,
    orderNumber: sold.number,
    updatedAt: row.updated_at.toISOString(),
    isGift: row.is_gift,
    problem: row.problem,
    items: items.map((item) => itemOf(item, of, shownUploads(uploads.get(item.return_item_id)), pick)),
    method: shownMethod(row, policy, await kindAsItIs(tx, row, methodKindOf(row, policy)), pick),
    events: eventsOf(audit),
    sendBy: row.send_by,
    declined: row.declined,
    question: row.question,
    settlement: hidesMoney ? null : row.settlement,
    settled: settledOf(row, hidesMoney),
    shipment: parcel?.shipment ?? null,
    address: isOnTheWay(row, policy) ? shownAddress(policy.policy, sold.country, pick, locale) : null,
    documents: documentsOf(context, row, policy, now),
    qr: qrOf(row, policy),
    messages: messages.map((message) => shownMessage<Id<'returnMessage'>>(message, uploads)),
    canCancel: shopperMay('cancel', life),
    canChange: shopperMay('change', life),
    canTellParcel: mayTellParcel(row, policy),
    // Of the store a shopper sees the same everywhere.
    store: readOrder({ ...known, events: [], tracks: [], promises: [] }, now).store,
    refreshAfter: refreshAfterOf(row, parcel),
  };
  return { return: shown, audit };
}

function settledOf({ settled }: ReturnRow, hidesMoney: boolean): Return['settled'] {
  if (settled === null) return null;
  const { at, refund, storeCredit, toPay, creditCode, breakdown } = settled;
  return hidesMoney
    ? { at, refund: null, storeCredit: null, toPay: null, creditCode, breakdown: null }
    : { at, refund, storeCredit, toPay, creditCode, breakdown };
}

/** A return in a list. */
export const summaryOf = (row: ReturnRow, items: readonly ReturnItemRow[]): ReturnSummary => ({
  id: row.return_id as Id<'return'>,
  number: row.number,
  route: row.route,
  status: row.status,
  createdAt: row.created_at.toISOString(),
  units: items
    .filter((item) => item.return_id === row.return_id)
    .reduce((sum, { quantity }) => sum + quantity, 0),
});

function itemOf(
  item: ReturnItemRow,
  { sold, policy }: ReturnCase,
  uploads: readonly Upload[],
  pick: Pick,
): ReturnItem {
  const line = sold.lines.find(({ id }) => id === item.line_id);
  const { exchange } = item;
  return {
    id: item.return_item_id as Id<'returnItem'>,
    lineId: item.line_id as Id<'line'>,
    shipmentId: item.shipment_id as Id<'shipment'> | null,
    quantity: item.quantity,
    title: line?.title ?? '',
    variant: line?.variant ?? null,
    imageUrl: line?.imageUrl ?? null,
    reason: item.reason,
    reasonLabel: reasonLabel(policy.policy, item.reason, pick),
    note: item.note,
    uploads: [...uploads],
    resolution: item.resolution,
    exchange: exchange && {
      variantId: exchange.variantId,
      title: exchange.title,
      imageUrl: exchange.imageUrl,
    },
    received:
      item.received_quantity === null ? null : { quantity: item.received_quantity, grade: item.grade },
  };
}

function shownMethod(
  row: ReturnRow,
  policy: StoredPolicy,
  kind: MethodKind | null,
  pick: Pick,
): Return['method'] {
  if (kind === null) return null;
  const method = methodOf(row, policy);
  return {
    id: row.method_id ?? kind,
    kind,
    name: pick(method?.name),
    note: pick(method?.note),
    place: method?.places?.find(({ id }) => id === row.place_id) ?? null,
  };
}

/** Each step that led to another status and was not taken back. */
function eventsOf(audit: readonly Entry[]): Return['events'] {
  return standing(audit)
    .filter(({ before, after }) => before !== after)
    .map(({ at, after }) => ({ at: at.toISOString(), status: after as ReturnStatus }));
}

/** Approved and not with the store yet. */
const isOnTheWay = (row: ReturnRow, policy: StoredPolicy): boolean => {
  const kind = methodKindOf(row, policy);
  return (
    (row.status === 'approved' || row.status === 'shipped') && kind !== null && kindsWithParcel.has(kind)
  );
};

function documentsOf(context: Context, row: ReturnRow, policy: StoredPolicy, now: Date): Return['documents'] {
  if (!lifeOf(row, policy).comesBack || (row.status !== 'approved' && row.status !== 'shipped')) return [];
  const address = (kind: DocumentKind & Return['documents'][number]['kind']) => ({
    kind,
    url: documentAddress(context, { storeId: row.store_id, kind, id: row.return_id }, now),
  });
  return [
    ...(row.label?.made?.isKept === true ? [address('label')] : []),
    address('packing_slip'),
    ...(row.send_by === null ? [] : [address('calendar')]),
  ];
}

const kindsWithCode: ReadonlySet<string | null> = new Set(['qr_code', 'drop_off', 'in_store']);

function qrOf(row: ReturnRow, policy: StoredPolicy): Return['qr'] {
  if (row.status !== 'approved' || !kindsWithCode.has(methodKindOf(row, policy))) return null;
  const code = row.label?.made?.qr;
  // Where a carrier makes the label, its counter knows no code but the carrier's own.
  if (row.label !== null && typeof code !== 'string') return null;
  const text = typeof code === 'string' ? code : row.number;
  return { text, ...qrPath(text) };
}

/** Who chose the carrier knows the number; a label has one of its own. */
export const mayTellParcel = (row: ReturnRow, policy: StoredPolicy): boolean => {
  const kind = methodKindOf(row, policy);
  return (
    (kind === 'own_carrier' || kind === 'label') &&
    row.label === null &&
    shopperMay('tell_parcel', lifeOf(row, policy))
  );
};

/** Soon while a label is made, as for a delivery while it travels, now and then while somebody has to do something. */
function refreshAfterOf(row: ReturnRow, parcel: ReturnParcel | null): number | null {
  if (endStatuses.has(row.status)) return null;
  if (row.label?.state === 'waiting') return 5;
  if (row.status === 'approved' || row.status === 'shipped') return parcel?.refreshAfter ?? 900;
  return 300;
}

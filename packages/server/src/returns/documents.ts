import type { BytesOutput } from '@postlude/contract';
import { calendarFile } from '../documents/calendar.ts';
import type { DocumentMaker } from '../documents/document-makers.ts';
import { packingSlipPdf } from '../labels/packing-slip.ts';
import { slipTexts } from '../labels/packing-slip-texts.ts';
import { addressFor } from './address.ts';
import { readCase } from './case.ts';
import { textPicker } from './locale.ts';
import { packedItems, storeAddress } from './postal.ts';
import { readReturn } from './store.ts';

/** The slip to put into the parcel of a return. */
export const packingSlipDocument: DocumentMaker = async (tx, context, { storeId, id }) => {
  const row = await readReturn(tx, { storeId, returnId: id });
  if (!row) return null;
  const now = context.clock.now();
  const of = await readCase(tx, row, now);
  const { policy } = of.policy;
  const { store } = of.known;
  const locale = of.sold.locale ?? store.locale;
  const to = storeAddress(policy, of.sold.country);
  const instructions = addressFor(policy, of.sold.country)?.instructions;
  const slip = {
    storeName: store.name,
    returnNumber: row.number,
    orderNumber: of.sold.number,
    from: null,
    to: to ?? unknownAddress(store.name, of.sold.country),
    items: packedItems(of),
    lastDay: row.send_by,
    instructions: textPicker(locale, store.locale)(instructions),
    locale,
    now: row.updated_at,
  };
  return async () => file(await packingSlipPdf(slip), 'application/pdf', `${row.number}.pdf`);
};

/** A shop that has told no address tells it to the shopper itself. */
const unknownAddress = (name: string, country: string | null) => ({
  name,
  company: null,
  lines: [],
  city: '',
  region: null,
  postcode: null,
  country: country ?? '',
  phone: null,
  email: null,
});

/** The label its carrier made. */
export const labelDocument: DocumentMaker = async (tx, _context, { storeId, id }) => {
  const row = await tx
    .selectFrom('return_labels')
    .innerJoin('returns', (join) =>
      join
        .onRef('returns.store_id', '=', 'return_labels.store_id')
        .onRef('returns.return_id', '=', 'return_labels.return_id'),
    )
    .select(['return_labels.pdf', 'returns.number'])
    .where('return_labels.store_id', '=', storeId)
    .where('return_labels.return_id', '=', id)
    .executeTakeFirst();
  return row ? file(row.pdf, 'application/pdf', `${row.number}-label.pdf`) : null;
};

/** The last day as a calendar entry. */
export const calendarDocument: DocumentMaker = async (tx, context, { storeId, id }) => {
  const row = await readReturn(tx, { storeId, returnId: id });
  if (!row?.send_by) return null;
  const { sold, known } = await readCase(tx, row, context.clock.now());
  const { texts } = slipTexts(sold.locale ?? known.store.locale);
  const bytes = calendarFile({
    uid: `${row.return_id}@postlude`,
    title: `${texts.title} ${row.number} · ${known.store.name}`,
    description: `${texts.lastDay}: ${row.send_by}`,
    date: row.send_by,
    url: null,
    now: row.updated_at,
  });
  return file(bytes, 'text/calendar; charset=utf-8', `${row.number}.ics`);
};

const file = (bytes: Uint8Array, contentType: string, fileName: string): BytesOutput => ({
  bytes,
  contentType,
  fileName,
});

import type { DocumentMaker } from '../documents/document-makers.ts';
import { packingSlipPdf } from '../labels/packing-slip.ts';
import { readCase } from './case.ts';
import { storeAddressFor } from './postal.ts';
import { readClaim } from './store.ts';

/** The slip to put into the parcel with a device. */
export const claimSlipDocument: DocumentMaker = async (tx, context, { storeId, id }) => {
  const row = await readClaim(tx, { storeId, claimId: id });
  if (!row) return null;
  const of = await readCase(tx, row, context.clock.now());
  const { facts } = of;
  const { store, line, reader } = facts;
  const to = await storeAddressFor(tx, of);
  const slip = {
    storeName: store.name,
    returnNumber: row.number,
    orderNumber: reader.orderNumber,
    from: null,
    to: to ?? {
      name: store.name,
      company: null,
      lines: [],
      city: '',
      region: null,
      postcode: null,
      country: facts.country ?? '',
      phone: null,
      email: null,
    },
    items: [{ title: line.title, variant: line.variant, sku: line.sku, quantity: 1, unitValue: null }],
    lastDay: null,
    instructions: facts.serial,
    locale: row.locale ?? reader.locale ?? store.locale,
    now: row.updated_at,
  };
  return async () => ({
    bytes: await packingSlipPdf(slip),
    contentType: 'application/pdf',
    fileName: `${row.number}.pdf`,
  });
};

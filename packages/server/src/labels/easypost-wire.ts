import * as z from 'zod/mini';
import { customsInfo } from './customs.ts';
import type { LabelRequest, PostalAddress } from './label.ts';

/** A price a carrier offers (https://docs.easypost.com/docs/shipments/rates). */
export const EasyPostRate = z.object({
  id: z.string(),
  carrier: z.string(),
  /** In major units: `7.58`. */
  rate: z.string(),
  currency: z.string(),
});

/** What we read of a shipment (https://docs.easypost.com/docs/shipments). */
export const EasyPostShipment = z.object({
  id: z.string(),
  reference: z.nullish(z.string()),
  is_return: z.nullish(z.boolean()),
  tracking_code: z.nullish(z.string()),
  rates: z.nullish(z.array(EasyPostRate)),
  selected_rate: z.nullish(EasyPostRate),
  /** `submitted`, `refunded`, `rejected` or `not_applicable` (https://docs.easypost.com/docs/shipments/shipping-refund). */
  refund_status: z.nullish(z.string()),
  postage_label: z.nullish(
    z.object({ label_url: z.nullish(z.string()), label_pdf_url: z.nullish(z.string()) }),
  ),
  /** Why a carrier offers no rate. */
  messages: z.nullish(z.array(z.object({ carrier: z.nullish(z.string()), message: z.nullish(z.unknown()) }))),
});
/** See the schema of the same name. */
export type EasyPostShipment = z.infer<typeof EasyPostShipment>;

/** An error (https://docs.easypost.com/docs/errors). */
export const EasyPostError = z.object({
  error: z.object({
    code: z.string(),
    message: z.unknown(),
    errors: z.nullish(z.array(z.unknown())),
  }),
});

/** What is taken for a parcel that nobody weighed. */
const smallBox = { weightGrams: 500, lengthMm: 250, widthMm: 200, heightMm: 100 };

const gramsPerOunce = 28.349523125;
const millimetresPerInch = 25.4;

/**
 * The body of a shipment that goes back. As EasyPost asks for it the addresses are those of the way there, shop to
 * shopper; `is_return` turns them round (https://docs.easypost.com/docs/shipments/returns).
 *
 * @throws LabelError as `customsInfo`.
 */
export function shipmentBody(request: LabelRequest): Record<string, unknown> {
  const { weightGrams, lengthMm, widthMm, heightMm } = request.parcel ?? smallBox;
  const ounces = tenths(weightGrams / gramsPerOunce);
  const customs = customsInfo(request, ounces);
  return {
    shipment: {
      reference: request.returnNumber,
      is_return: true,
      from_address: addressOf(request.to),
      to_address: addressOf(request.from),
      parcel: {
        // Inches and ounces, rounded up: a parcel that is heavier than its label is charged again.
        length: tenths(lengthMm / millimetresPerInch),
        width: tenths(widthMm / millimetresPerInch),
        height: tenths(heightMm / millimetresPerInch),
        weight: ounces,
      },
      ...(customs === null ? {} : { customs_info: customs }),
      options: { label_format: 'PDF', currency: request.currency, print_custom_1: request.returnNumber },
    },
  };
}

function addressOf(address: PostalAddress): Record<string, string> {
  const [street1 = '', ...rest] = address.lines;
  const fields = {
    name: address.name,
    company: address.company,
    street1,
    street2: rest.join(', '),
    city: address.city,
    state: address.region,
    zip: address.postcode,
    country: address.country,
    phone: address.phone,
    email: address.email,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

const tenths = (value: number): number => Math.max(0.1, Math.ceil(value * 10) / 10);

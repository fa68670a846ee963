import { minorDigits } from '@postlude/contract';
import { LabelError, type LabelRequest } from './label.ts';

/**
 * Places between which a parcel needs no customs declaration, by ISO 3166-1 alpha-2: the member states of the EU with Monaco
 * (Regulation (EU) No 952/2013, Article 4), without the parts that have codes of their own and are outside the area of value
 * added tax (Directive 2006/112/EC, Article 6); and three unions of neighbours.
 */
const areas: readonly ReadonlySet<string>[] = [
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK MC',
  'GB IM',
  'CH LI',
  'US PR',
].map((codes) => new Set(codes.split(' ')));

/** True where what goes from one country to the other is declared to customs. One declaration too many stops no parcel. */
export const crossesCustoms = (from: string, to: string): boolean =>
  from !== to && !areas.some((area) => area.has(from) && area.has(to));

/** From this value on exports of the United States are filed apart (15 CFR 30.37(a)), which nobody here can do. */
const mostWithoutFiling = 2_500;

/**
 * What EasyPost declares to customs of a parcel that goes back (https://docs.easypost.com/docs/customs-infos); null where nothing has
 * to be declared. It is not certified in the shop's name: what we know is what was sold, not where it was made nor its tariff
 * number.
 *
 * @param ounces the whole parcel's weight
 * @throws LabelError `refused` where what has to be said is not known.
 */
export function customsInfo(request: LabelRequest, ounces: number): Record<string, unknown> | null {
  const { from, to, items, currency, orderNumber } = request;
  if (!crossesCustoms(from.country, to.country)) return null;
  const digits = minorDigits(currency);
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
  const declared = items.map(({ title, variant, sku, quantity, unitValue }) => {
    if (unitValue === null || unitValue <= 0) {
      throw new LabelError(
        'refused',
        `Customs has to be told the value of “${title}”, which is not known here.`,
      );
    }
    return {
      description: [title, variant].filter(Boolean).join(', ').slice(0, 100),
      quantity,
      value: (unitValue * quantity) / 10 ** digits,
      currency,
      // Nobody weighed them one by one. Together they must not be heavier than the parcel.
      weight: Math.floor((ounces * 1_000 * quantity) / units) / 1_000,
      ...(sku === null ? {} : { code: sku }),
    };
  });
  return {
    contents_type: 'returned_goods',
    contents_explanation: `Returned goods, order ${orderNumber}`.slice(0, 255),
    customs_certify: false,
    non_delivery_option: 'return',
    restriction_type: 'none',
    ...exportStatement(
      request,
      declared.reduce((sum, { value }) => sum + value, 0),
    ),
    customs_items: declared,
  };
}

/** Which exemption an export of the United States goes by (15 CFR 30.36 and 30.37). */
function exportStatement({ from, to, currency }: LabelRequest, value: number): { eel_pfc?: string } {
  if (from.country !== 'US' && from.country !== 'PR') return {};
  if (to.country === 'CA') return { eel_pfc: 'NOEEI 30.36' };
  if (currency === 'USD' && value <= mostWithoutFiling) return { eel_pfc: 'NOEEI 30.37(a)' };
  throw new LabelError(
    'refused',
    'An export of this value from the United States may have to be filed first. Make this label by hand.',
  );
}

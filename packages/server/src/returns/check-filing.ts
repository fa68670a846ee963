import type { FiledItem, ItemRights, ReturnFiling, Settlement } from '@postlude/contract';
import type { StoredExchange } from '../db/schema/send-it-back.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { autoApproval, offeredMethods, type ReturnUnits, type Settled, settle } from '../settlement/index.ts';
import { type CheckedItem, checkItems } from './check-items.ts';
import { type ReturnFacts, requestOf } from './facts.ts';
import { rulesFor } from './reasons.ts';
import { notOffered, quoteItem, soldOut } from './resolutions.ts';

/** A filing that may be stored, with all that was decided about it. */
export interface CheckedFiling {
  readonly items: readonly { readonly filed: FiledItem; readonly exchange: StoredExchange | null }[];
  /** The rights of its items as they are now. */
  readonly decision: readonly ItemRights[];
  readonly methodId: string | null;
  readonly placeId: string | null;
  /** Null where prices are not known. */
  readonly settled: Settled | null;
  /** The rule that approves it at once; null when somebody has to. */
  readonly approvedBy: string | null;
}

/**
 * Checks everything about a filing and works out its sums anew.
 *
 * @throws ApiProblem each wrong thing under its own code, with `fields` that say where; `quote_changed` last.
 */
export function checkFiling(
  facts: ReturnFacts,
  rights: readonly ItemRights[],
  filing: ReturnFiling,
  returnId: string | null,
): CheckedFiling {
  const found = checkItems(facts, rights, filing);
  for (const [index, item] of found.entries()) checkReason(facts, filing, item, index);
  const exchanges = found.map((item, index) => checkResolution(facts, filing, item, index, returnId));
  const units = filing.items.map(
    (item, index): ReturnUnits => ({
      lineId: item.lineId,
      quantity: item.quantity,
      reason: item.reason,
      resolution: item.resolution,
      exchange: priceOf(exchanges[index] ?? null, found[index]),
    }),
  );
  const open = requestOf(facts, { route: filing.route, units, method: null, pick: () => null }, returnId);
  const offer = offeredMethods(open);
  const method = checkMethod(filing, offer);
  const request = { ...open, method: method?.id ?? null };
  const settled = settle(request);
  if (!facts.isGift) checkExpected(filing, settled?.settlement ?? null);
  const rule = filing.route === 'return' ? autoApproval(request) : null;
  return {
    items: filing.items.map((filed, index) => ({ filed, exchange: exchanges[index] ?? null })),
    decision: [...new Set(found.map((item) => item.rights))],
    methodId: method?.id ?? null,
    placeId: filing.method?.placeId ?? null,
    settled,
    approvedBy: rule ?? (offer.keepItem ? 'keep_item' : null),
  };
}

const priceOf = (exchange: StoredExchange | null, item: CheckedItem | undefined) =>
  exchange === null || isBought(exchange, item) ? null : { price: exchange.unitPrice };

/** Whether what is exchanged for is the variant that was bought. */
const isBought = ({ variantId }: StoredExchange, item: CheckedItem | undefined): boolean =>
  variantId === (item?.line.variantId ?? item?.line.externalId);

function checkReason(facts: ReturnFacts, filing: ReturnFiling, { line }: CheckedItem, index: number): void {
  const item = filing.items[index];
  if (!item) return;
  const at = `items.${index}`;
  const rules = rulesFor(facts.policy.policy, filing, item.reason, line.productType);
  if (rules === null) {
    throw new ApiProblem('reason_unknown', { fields: { [`${at}.reason`]: 'This reason is not offered.' } });
  }
  if (rules.note === 'required' && !item.note?.trim()) {
    throw new ApiProblem('note_required', { fields: { [`${at}.note`]: 'A few words are needed.' } });
  }
  if (rules.photos === 'required' && (item.uploads ?? []).length === 0) {
    throw new ApiProblem('photos_required', { fields: { [`${at}.uploads`]: 'A photo is needed.' } });
  }
}

function checkResolution(
  facts: ReturnFacts,
  filing: ReturnFiling,
  checked: CheckedItem,
  index: number,
  returnId: string | null,
): StoredExchange | null {
  const item = filing.items[index];
  if (!item) return null;
  const request = requestOf(
    facts,
    { route: filing.route, units: [], method: null, pick: () => null },
    returnId,
  );
  const asked = { ...checked, quantity: item.quantity, reason: item.reason };
  const quote = quoteItem(facts, request, asked).find((each) => each.resolution === item.resolution);
  if (quote?.state !== 'open') throw notOffered(index, quote);
  if (item.resolution !== 'exchange') return null;
  const variantId = item.exchangeFor?.variantId;
  const variant = quote.variants.find((each) => each.variantId === variantId);
  if (!variant) throw soldOut(index);
  const { line } = checked;
  const listed = ((line.productId && facts.variants.get(line.productId)) || []).find(
    ({ id }) => id === variant.variantId,
  );
  return {
    variantId: variant.variantId,
    title: variant.title,
    sku: listed?.sku ?? (variant.isSame ? line.sku : null),
    imageUrl: variant.imageUrl,
    unitPrice: listed?.currency === facts.sold.currency ? listed.price : null,
  };
}

function checkMethod(filing: ReturnFiling, offer: ReturnType<typeof offeredMethods>) {
  const chosen = filing.method ?? null;
  // What is to be kept anyway needs no choice.
  if (chosen === null && (filing.route !== 'return' || offer.keepItem)) return offer.methods[0] ?? null;
  const method = offer.methods.find(({ id }) => id === chosen?.id);
  if (!method) {
    throw new ApiProblem('method_unavailable', { fields: { method: 'This method is not offered here.' } });
  }
  const place = chosen?.placeId ?? null;
  if (place !== null && !method.places.some(({ id }) => id === place)) {
    throw new ApiProblem('method_unavailable', {
      fields: { 'method.placeId': 'This place is not offered here.' },
    });
  }
  return method;
}

/** The sums are counted here whatever is sent; what is sent only says what the shopper saw. */
function checkExpected({ expected = null }: ReturnFiling, settlement: Settlement | null): void {
  if (expected === null) return;
  const isSame =
    settlement !== null &&
    expected.refund === settlement.refund.amount &&
    expected.storeCredit === settlement.storeCredit.amount &&
    expected.toPay === settlement.toPay.amount;
  if (!isSame) throw new ApiProblem('quote_changed');
}

import type { LocalText, ReturnQuote, ReturnQuoteRequest } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';
import { decideRights } from '../rights/index.ts';
import { autoApproval, offeredMethods, type ReturnUnits, settle } from '../settlement/index.ts';
import { checkItems } from './check-items.ts';
import { type ReturnFacts, requestOf, rightsFactsOf } from './facts.ts';
import { rulesFor } from './reasons.ts';
import { notOffered, quoteItem, soldOut } from './resolutions.ts';

/**
 * Works out what a return would come to, chosen or not. Only what is chosen is checked.
 *
 * @throws ApiProblem as `checkItems`, and `reason_unknown`, `resolution_unavailable`, `variant_unavailable`,
 *   `method_unavailable` for what was chosen wrongly.
 */
export function quoteReturnOf(
  facts: ReturnFacts,
  asked: ReturnQuoteRequest,
  pick: (text: LocalText | undefined) => string | null,
): ReturnQuote {
  const { isGift, sold, policy } = facts;
  const changing = asked.changing ?? null;
  const found = checkItems(facts, decideRights(rightsFactsOf(facts, changing)), asked);
  const base = requestOf(facts, { route: asked.route, units: [], method: null, pick }, changing);
  const quotes = found.map(({ rights, line }, index) => {
    const item = asked.items[index];
    const reason = item?.reason ?? null;
    if (reason !== null && rulesFor(policy.policy, asked, reason, line.productType) === null) {
      throw new ApiProblem('reason_unknown', {
        fields: { [`items.${index}.reason`]: 'This reason is not offered.' },
      });
    }
    return quoteItem(facts, base, { rights, line, quantity: item?.quantity ?? 0, reason });
  });
  const units = asked.items.map((item, index): ReturnUnits => {
    const resolution = item.resolution ?? null;
    const quote = quotes[index]?.find((each) => each.resolution === resolution);
    if (resolution !== null && quote?.state !== 'open') throw notOffered(index, quote);
    const chosen = item.exchangeFor?.variantId;
    const variant = quote?.variants.find((each) => each.variantId === chosen);
    if (resolution === 'exchange' && chosen !== undefined && !variant) throw soldOut(index);
    const productId = found[index]?.line.productId;
    const listed = productId && facts.variants.get(productId)?.find(({ id }) => id === chosen);
    const price = listed && listed.currency === sold.currency ? listed.price : null;
    return {
      lineId: item.lineId,
      quantity: item.quantity,
      reason: item.reason ?? null,
      // Until the variant is chosen it is not known what the exchange comes to.
      resolution: resolution === 'exchange' && !variant ? null : resolution,
      exchange: resolution === 'exchange' && variant && !variant.isSame ? { price } : null,
    };
  });
  const open = { ...base, units };
  const offer = offeredMethods(open);
  const method = offer.methods.find(({ id }) => id === asked.method?.id) ?? null;
  if (asked.method && method === null) {
    throw new ApiProblem('method_unavailable', { fields: { method: 'This method is not offered here.' } });
  }
  const kept = offer.keepItem ? (offer.methods[0] ?? null) : null;
  const request = { ...open, method: (method ?? kept)?.id ?? null };
  const isChosen =
    units.every(({ resolution }) => resolution !== null) &&
    (asked.route !== 'return' || request.method !== null);
  const rule = asked.route === 'return' && isChosen ? autoApproval(request) : null;
  return {
    items: asked.items.map(({ lineId, shipmentId, quantity }, index) => ({
      lineId,
      shipmentId,
      quantity,
      resolutions: quotes[index] ?? [],
    })),
    methods: isGift
      ? offer.methods.map((each) => ({ ...each, price: { amount: 0, currency: sold.currency } }))
      : offer.methods,
    keepItem: offer.keepItem,
    autoApproved: rule !== null || offer.keepItem,
    settlement: isChosen && !isGift ? (settle(request)?.settlement ?? null) : null,
  };
}

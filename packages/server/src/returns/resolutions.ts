import type {
  ClosedCode,
  ExchangeVariant,
  ItemRights,
  Resolution,
  ResolutionQuote,
  ReturnRoute,
  RouteDecision,
  RouteKind,
} from '@postlude/contract';
import { resolutions } from '@postlude/contract';
import type { CatalogueVariant } from '../catalogue/read-variants.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { SoldLine } from '../orders/read-sold.ts';
import { exchangeDifference, mayExchange, type SettlementRequest, valueFor } from '../settlement/index.ts';
import type { ReturnFacts } from './facts.ts';

/** Units of an item that something is asked for. */
export interface AskedItem {
  readonly rights: ItemRights;
  readonly line: SoldLine;
  readonly quantity: number;
  readonly reason: string | null;
}

/** The right a resolution stands on. */
export const rightFor = (route: ReturnRoute, resolution: Resolution): RouteKind =>
  route === 'return' && resolution === 'exchange' ? 'exchange' : route;

/** The decision about a route of an item. */
export function decisionOf({ routes }: ItemRights, route: RouteKind): RouteDecision | null {
  return routes.find((each) => each.route === route) ?? null;
}

/** Nothing, or not this, can be had in exchange for an item any more; what else may become of it is still on offer. */
export const soldOut = (index: number): ApiProblem =>
  new ApiProblem('variant_unavailable', {
    fields: { [`items.${index}.exchangeFor`]: 'This variant cannot be had.' },
  });

/** Why a resolution that was asked for is not on offer. */
export const notOffered = (index: number, quote: ResolutionQuote | undefined): ApiProblem =>
  quote?.because === 'no_variant'
    ? soldOut(index)
    : new ApiProblem('resolution_unavailable', {
        fields: { [`items.${index}.resolution`]: quote?.because ?? 'not_offered' },
      });

/** What each resolution would come to for an item, and why one is not on offer. */
export function quoteItem(
  facts: ReturnFacts,
  request: SettlementRequest,
  item: AskedItem,
): ResolutionQuote[] {
  return resolutions.map((resolution) => {
    const variants = resolution === 'exchange' ? variantsFor(facts, request.route, item) : [];
    const because = closedBecause(facts, request.route, item, resolution, variants);
    const unit = {
      lineId: item.line.id,
      quantity: item.quantity,
      reason: item.reason,
      resolution,
      exchange: null,
    };
    const value = because === null && !facts.isGift ? valueFor(request, unit, resolution) : null;
    const money = (amount: number) => ({ amount, currency: facts.sold.currency });
    return {
      resolution,
      state: because === null ? 'open' : 'closed',
      because,
      value: value && money(value.value),
      bonus: value && value.bonus > 0 ? money(value.bonus) : null,
      variants: because === null ? variants : [],
    };
  });
}

function closedBecause(
  { isGift, policy: { policy } }: ReturnFacts,
  route: ReturnRoute,
  { rights }: AskedItem,
  resolution: Resolution,
  variants: readonly ExchangeVariant[],
): ClosedCode | null {
  // The order is the giver's, and so is its money.
  if (isGift && (route === 'cancel' || resolution === 'refund')) return 'gift';
  const decision = decisionOf(rights, rightFor(route, resolution));
  if (decision?.state !== 'open') return decision?.because ?? 'not_offered';
  switch (resolution) {
    case 'refund':
      // Money for what was never delivered as bought is not the store's to refuse.
      return route !== 'return' || policy.resolutions.refund ? null : 'not_offered';
    case 'store_credit':
      return policy.resolutions.storeCredit ? null : 'not_offered';
    case 'exchange':
      if (route === 'cancel' || policy.resolutions.exchange === null) return 'not_offered';
      return variants.length > 0 ? null : 'no_variant';
  }
}

/**
 * The variants an item can be exchanged for. What went wrong with a delivery is sent once more as it was bought. The receiver
 * of a gift can choose among those of the same price: nobody has to pay or to be paid.
 */
function variantsFor(facts: ReturnFacts, route: ReturnRoute, item: AskedItem): ExchangeVariant[] {
  const { line, quantity } = item;
  const { sold, policy, isGift } = facts;
  const listed = (line.productId && facts.variants.get(line.productId)) || [];
  const enough = ({ stock }: CatalogueVariant) => stock === null || stock >= quantity;
  const same = listed.find(({ id }) => id === line.variantId);
  if (route === 'delivery_problem' && same === undefined) return [unlisted(facts, line)];
  return listed.filter(enough).flatMap((variant) => {
    const isSame = variant === same;
    const price = variant.currency === sold.currency ? variant.price : null;
    if (!isSame && route === 'delivery_problem') return [];
    if (!isSame && !mayExchange({ order: sold, policy: policy.policy }, line.id, price)) return [];
    const difference = isSame ? 0 : exchangeDifference(sold, line.id, price);
    if (isGift && difference !== 0) return [];
    return [
      {
        variantId: variant.id,
        title: variant.title,
        imageUrl: variant.imageUrl,
        stock: variant.stock,
        difference: isGift || difference === null ? null : { amount: difference, currency: sold.currency },
        isSame,
      },
    ];
  });
}

/** The same once more, of a product that the catalogue does not know. */
const unlisted = ({ isGift, sold }: ReturnFacts, line: SoldLine): ExchangeVariant => ({
  variantId: line.variantId ?? line.externalId,
  title: line.variant ?? line.title,
  imageUrl: line.imageUrl,
  stock: null,
  difference: isGift ? null : { amount: 0, currency: sold.currency },
  isSame: true,
});

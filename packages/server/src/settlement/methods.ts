import type { ReturnMethod, ReturnQuote } from '@postlude/contract';
import { isAllShopsFault } from './fault.ts';
import { readRequest, valueOfUnits } from './reading.ts';
import type { SettlementRequest } from './request.ts';

/** The ways back that are offered. */
export interface MethodOffer {
  readonly methods: ReturnQuote['methods'];
  /** True when the store does not want the units back: then there is no other way than to keep them. */
  readonly keepItem: boolean;
}

/** The way back of a return is none: its items are kept. */
export const isKept = ({ policy, method }: Pick<SettlementRequest, 'policy' | 'method'>): boolean =>
  method !== null && (policy.methods.find(({ id }) => id === method)?.kind ?? method) === keepItemMethod.kind;

/** For stores that want items of small worth not back and named no method for it. Costs nothing. */
const keepItemMethod: ReturnMethod = { id: 'keep_item', kind: 'keep_item', price: 0 };

/**
 * The store's methods for these units in this country, with what they cost: nothing when the shop is at fault for all of
 * them. None for cancellations and delivery problems. What is worth too little to be sent back is to be kept, and only that.
 */
export function offeredMethods(request: SettlementRequest): MethodOffer {
  if (request.route !== 'return') return { methods: [], keepItem: false };
  const { policy, country, order, pick } = request;
  const reading = readRequest(request);
  const isFree = isAllShopsFault(request, request.units);
  const keepItem =
    reading !== null &&
    reading.entries.length > 0 &&
    policy.keepItemUpTo !== null &&
    // Filed one by one, items are no less worth than filed together.
    (request.keptBefore ?? 0) + valueOfUnits(reading) <= policy.keepItemUpTo;
  const fitting = policy.methods.filter(
    (method) =>
      (method.kind === 'keep_item') === keepItem &&
      (method.countries === undefined || (country !== null && method.countries.includes(country))),
  );
  const methods = keepItem && fitting.length === 0 ? [keepItemMethod] : fitting;
  return {
    keepItem,
    methods: methods.map((method) => ({
      id: method.id,
      kind: method.kind,
      name: pick(method.name),
      note: pick(method.note),
      price: { amount: isFree ? 0 : method.price, currency: order.currency },
      waived: isFree && method.price > 0,
      places: method.places ?? [],
    })),
  };
}

export { autoApproval } from './auto-approval.ts';
export { exchangeDifference, mayExchange } from './exchange.ts';
export { isShopsFault } from './fault.ts';
export { givenByPlatform, leftToGive } from './given.ts';
export { type MethodOffer, offeredMethods } from './methods.ts';
export type { Given, GivenBack, ReturnUnits, Settled, SettlementRequest } from './request.ts';
export { settle } from './settle.ts';
export { paidFor, valueFor } from './value-for.ts';
export { type LineUnits, withParts } from './with-parts.ts';

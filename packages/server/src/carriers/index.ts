export type { KnownCarrier } from './carrier.ts';
export { carrierByName, knownCarriers, sameCarrier, trackingAddress, trackingUrl } from './registry.ts';
export { webAddress } from './web-address.ts';

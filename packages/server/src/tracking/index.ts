export * from './known.ts';
export { type JsonLd, parcelDelivery } from './parcel-delivery.ts';
export { readOrder } from './rules.ts';

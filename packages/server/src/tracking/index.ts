export * from './known.ts';
export { readOrder } from './rules.ts';

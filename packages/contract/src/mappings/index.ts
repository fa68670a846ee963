export * from './aftership.ts';
export * from './easypost.ts';
export { unknownStatus } from './mapped.ts';
export * from './schema-org.ts';
export * from './shippo.ts';
export * from './shopify.ts';
export * from './woocommerce.ts';

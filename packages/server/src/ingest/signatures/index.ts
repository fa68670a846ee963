export * from './aftership.ts';
export * from './easypost.ts';
export * from './shippo.ts';
export * from './shopify.ts';
export * from './woocommerce.ts';

import type { Id } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../read-sold.ts';

/** An id as the database has it, from a number. */
export const lineId = (index: number): Id<'line'> => `lin_${String(index).padStart(32, '0')}`;

/** A line of one mug for 20.00, unless told. */
export const soldLine = (changes: Partial<SoldLine> = {}, index = 1): SoldLine => ({
  id: lineId(index),
  externalId: `l${index}`,
  position: index,
  title: 'Mug',
  variant: null,
  sku: null,
  productId: `p${index}`,
  variantId: null,
  productType: 'Kitchen',
  tags: [],
  quantity: 1,
  removed: 0,
  unitPrice: 2000,
  discount: 0,
  tax: 0,
  imageUrl: null,
  productUrl: null,
  shippable: true,
  bundleOf: null,
  ...changes,
});

/** An order in euros, prices with tax, placed on 1 June 2026 in Germany. */
export const soldOrder = (changes: Partial<SoldOrder> = {}): SoldOrder => ({
  id: `ord_${'0'.repeat(32)}`,
  number: '1001',
  source: 'staff',
  externalId: 'o1',
  placedAt: '2026-06-01T10:00:00Z',
  cancelledAt: null,
  currency: 'EUR',
  locale: null,
  country: 'DE',
  email: null,
  taxesIncluded: true,
  shipping: null,
  total: null,
  lines: [soldLine()],
  refunds: [],
  ...changes,
});

/** A lamp of the shop. Its picture is `public/products/<id>.svg`. */
export interface Product {
  readonly id: string;
  readonly title: string;
  readonly variant: string | null;
  /** In euro cents. */
  readonly price: number;
}

/** What the shop sells. One title carries markup on purpose: shops have such titles, and a card must show them as text. */
export const products: readonly Product[] = [
  { id: 'dome', title: 'Dome table lamp', variant: 'Terracotta', price: 12900 },
  { id: 'mushroom', title: 'Mushroom lamp', variant: 'Milk glass', price: 8900 },
  { id: 'pendant', title: 'Linen pendant', variant: 'Natural', price: 14900 },
  { id: 'arc', title: 'Arc floor lamp', variant: 'Umber', price: 24900 },
  { id: 'lantern', title: 'Storm lantern', variant: null, price: 6400 },
  { id: 'reading', title: 'Reading light', variant: 'Olive', price: 9900 },
  { id: 'candle', title: 'Rechargeable candle', variant: 'Set of 3', price: 3900 },
  { id: 'bulb', title: 'Spare bulb E27 <b>warm</b> & dimmable', variant: '2700 K', price: 900 },
];

/** The product with an id. */
export function productOf(id: string): Product {
  const product = products.find((one) => one.id === id);
  if (!product) throw new Error(`The catalogue has no ${id}`);
  return product;
}

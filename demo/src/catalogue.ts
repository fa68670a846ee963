/** A product of the shop. Its picture is `public/products/<id>.svg`. */
export interface Product {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly tags: readonly string[];
  /** The colour in the picture that is another one for each variant; null where all look alike. */
  readonly tint: string | null;
  /** The first is the one that is ordered unless told. */
  readonly variants: readonly [Variant, ...Variant[]];
}

/** What a product can be had as. */
export interface Variant {
  readonly key: string;
  /** Null where there is nothing to choose from: platforms call that `Default Title`. */
  readonly title: string | null;
  /** In euro cents, tax included. */
  readonly price: number;
  readonly stock: number;
  /** Its colour in the picture; that of the picture unless told. */
  readonly colour?: string;
}

const variant = (
  key: string,
  title: string | null,
  price: number,
  stock: number,
  colour?: string,
): Variant => ({
  ...{ key, title, price, stock },
  ...(colour && { colour }),
});

/**
 * What the shop sells: of most lamps one colour is sold out, one dearer, one cheaper. One title carries markup on purpose:
 * shops have such titles, and a card must show them as text.
 */
export const products: readonly Product[] = [
  {
    ...{ id: 'dome', title: 'Dome table lamp', type: 'Table lamps', tags: ['ceramic'], tint: '#c4602d' },
    variants: [
      variant('terracotta', 'Terracotta', 12900, 6),
      variant('olive', 'Olive', 12900, 4, '#6d7a4c'),
      variant('midnight', 'Midnight', 14900, 2, '#2f3f63'),
      variant('chalk', 'Chalk', 12900, 0, '#d9d2c4'),
    ],
  },
  {
    ...{ id: 'mushroom', title: 'Mushroom lamp', type: 'Table lamps', tags: ['glass'], tint: '#fff7df' },
    variants: [
      variant('milk', 'Milk glass', 8900, 8),
      variant('amber', 'Amber glass', 9900, 3, '#f1b25a'),
      variant('rose', 'Rose glass', 7900, 5, '#eeb4ad'),
      variant('smoke', 'Smoked glass', 8900, 0, '#9a948e'),
    ],
  },
  {
    ...{ id: 'pendant', title: 'Linen pendant', type: 'Pendants', tags: ['linen'], tint: '#e9d7b2' },
    variants: [
      variant('natural', 'Natural', 14900, 5),
      variant('indigo', 'Indigo', 16900, 2, '#47568a'),
      variant('moss', 'Moss', 13900, 3, '#8a976a'),
    ],
  },
  {
    ...{ id: 'arc', title: 'Arc floor lamp', type: 'Floor lamps', tags: ['steel'], tint: '#3a2a2a' },
    variants: [
      variant('umber', 'Umber', 24900, 2),
      variant('brass', 'Brass', 28900, 1, '#a97a34'),
      variant('white', 'White', 22900, 4, '#e9e4dc'),
    ],
  },
  {
    ...{ id: 'lantern', title: 'Storm lantern', type: 'Outdoor', tags: ['steel', 'outdoor'], tint: null },
    variants: [variant('only', null, 6400, 12)],
  },
  {
    ...{ id: 'reading', title: 'Reading light', type: 'Table lamps', tags: ['brass'], tint: '#66704b' },
    variants: [
      variant('olive', 'Olive', 9900, 4),
      variant('rust', 'Rust', 9900, 2, '#a4512b'),
      variant('ink', 'Ink', 9900, 0, '#2e3440'),
    ],
  },
  {
    ...{ id: 'candle', title: 'Rechargeable candle', type: 'Candles', tags: ['set'], tint: '#7a4259' },
    variants: [variant('three', 'Set of 3', 3900, 20), variant('six', 'Set of 6', 6900, 8, '#4d6079')],
  },
  {
    ...{ id: 'bulb', title: 'Spare bulb E27 <b>warm</b> & dimmable', type: 'Bulbs', tags: [], tint: null },
    variants: [variant('warm', '2700 K', 900, 90), variant('neutral', '4000 K', 900, 40)],
  },
  {
    ...{
      id: 'sconce',
      title: 'Archive wall sconce',
      type: 'Wall lamps',
      tags: ['final-sale'],
      tint: '#5c6f6a',
    },
    variants: [variant('sage', 'Sage', 5900, 1), variant('plum', 'Plum', 5900, 1, '#6d4a63')],
  },
];

/** The product with an id. */
export function productOf(id: string): Product {
  const product = products.find((one) => one.id === id);
  if (!product) throw new Error(`The catalogue has no ${id}`);
  return product;
}

/** A product and one of its variants, named as `dome` (the first) or `dome/olive`. */
export function soldAs(name: string): { readonly product: Product; readonly variant: Variant } {
  const [id = '', key] = name.split('/');
  const product = productOf(id);
  const found = key === undefined ? product.variants[0] : product.variants.find((one) => one.key === key);
  if (!found) throw new Error(`The catalogue has no ${name}`);
  return { product, variant: found };
}

/** Where the picture of a variant is served. */
export const pictureOf = (product: Product, { key, colour }: Variant): string =>
  colour === undefined ? `/products/${product.id}.svg` : `/products/${product.id}-${key}.svg`;

/** The GTIN-13 on the box of a variant: made up, with a right check digit (GS1 General Specifications, 7.9). */
export function gtinOf(name: string): string {
  const { product, variant: sold } = soldAs(name);
  const body = `2${String(products.indexOf(product)).padStart(6, '0')}${String(product.variants.indexOf(sold)).padStart(5, '0')}`;
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** The ids a platform gives a product and its variants; the same at every start. */
export function platformIds(platform: 'shopify' | 'woocommerce', name: string) {
  const { product, variant: sold } = soldAs(name);
  const at = products.indexOf(product);
  const nth = product.variants.indexOf(sold);
  return platform === 'shopify'
    ? { product: 8_200_000_000_000 + at, variant: 44_300_000_000_000 + at * 10 + nth }
    : // To WooCommerce a product without a choice is its own only variant.
      { product: 40 + at, variant: sold.title === null ? 40 + at : 400 + at * 10 + nth };
}

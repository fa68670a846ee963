import type { ProductInput } from '@postlude/contract';
import { type Product, pictureOf, platformIds } from '../catalogue.ts';
import { skuOf } from './shopify-message.ts';

/**
 * A product as the shop's own program tells it: WooCommerce says nothing of goods until they change, so what was there
 * before it was connected is told through the staff API, under the platform's ids.
 */
export function wooProductInput(
  product: Product,
  at: string,
  pictures: string,
): { readonly id: string; readonly input: ProductInput } {
  const ids = product.variants.map(({ key }) => platformIds('woocommerce', `${product.id}/${key}`));
  return {
    id: String(ids[0]?.product),
    input: {
      source: 'woocommerce',
      updatedAt: at,
      title: product.title,
      productType: product.type,
      tags: [...product.tags],
      imageUrl: `${pictures}/products/${product.id}.svg`,
      variants: product.variants.map((variant, index) => ({
        externalId: String(ids[index]?.variant),
        title: variant.title ?? product.title,
        sku: skuOf(`${product.id}/${variant.key}`),
        price: { amount: variant.price, currency: 'EUR' },
        stock: variant.stock,
        imageUrl: `${pictures}${pictureOf(product, variant)}`,
      })),
    },
  };
}

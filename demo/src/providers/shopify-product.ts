import { gtinOf, type Product, pictureOf, platformIds } from '../catalogue.ts';
import { clockAt } from '../orders/places.ts';
import { decimal } from './decimal.ts';
import type { ProviderMessage } from './message.ts';
import { shopifyMessage, skuOf } from './shopify-message.ts';

/** `products/update`, as Shopify sends it: the product with its variants, prices, stock and pictures. */
export function shopifyProduct(product: Product, at: string, pictures: string): ProviderMessage {
  const ids = product.variants.map(({ key }) => platformIds('shopify', `${product.id}/${key}`));
  const id = ids[0]?.product ?? 0;
  const images = product.variants.map((variant, index) => ({
    id: id * 10 + index,
    product_id: id,
    position: index + 1,
    src: `${pictures}${pictureOf(product, variant)}`,
    variant_ids: [ids[index]?.variant],
  }));
  return shopifyMessage('products/update', at, {
    id,
    admin_graphql_api_id: `gid://shopify/Product/${id}`,
    title: product.title,
    vendor: 'Vesperine',
    product_type: product.type,
    handle: product.id,
    status: 'active',
    tags: product.tags.join(', '),
    created_at: clockAt('Berlin', at),
    updated_at: clockAt('Berlin', at),
    published_at: clockAt('Berlin', at),
    options: [{ id: id * 100, product_id: id, name: 'Colour', position: 1 }],
    variants: product.variants.map((variant, index) => ({
      id: ids[index]?.variant,
      product_id: id,
      title: variant.title ?? 'Default Title',
      sku: skuOf(`${product.id}/${variant.key}`),
      barcode: gtinOf(`${product.id}/${variant.key}`),
      position: index + 1,
      price: decimal(variant.price, 'EUR'),
      inventory_policy: 'deny',
      inventory_management: 'shopify',
      inventory_quantity: variant.stock,
      image_id: images[index]?.id,
    })),
    image: images[0],
    images,
  });
}

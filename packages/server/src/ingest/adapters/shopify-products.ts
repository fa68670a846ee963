import { gtinOf } from '../../catalogue/gtin.ts';
import { toMoney } from '../decimal-money.ts';
import { type Fact, forGood, type ProductFact, type SoldVariant } from '../facts.ts';
import { addressAt, idAt, recordAt, recordsAt, required, textAt, wordAt, wordsAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { instant } from '../moments.ts';
import { versionOf } from '../versions.ts';
import { labels, maxTags, maxVariants, unitsAt } from './products.ts';
import type { ShopifyContext } from './shopify-context.ts';

/** A product with its variants. https://shopify.dev/docs/api/admin-rest/latest/resources/product */
export function readProduct(product: JsonRecord, context: ShopifyContext): Fact[] {
  const { timeZone, triggeredAt } = context;
  const time = (key: string) => instant(wordAt(product, key), timeZone);
  const images = recordsAt(product, 'images');
  const pictures = new Map(images.map((image) => [idAt(image, 'id'), addressAt(image, 'src')]));
  const variants = recordsAt(product, 'variants')
    .slice(0, maxVariants)
    .flatMap((variant) => variantOf(variant, pictures, context.currency));
  const content: Omit<ProductFact, 'version'> = {
    kind: 'product',
    source: 'shopify',
    externalId: required(idAt(product, 'id'), 'id'),
    title: required(textAt(product, 'title', 1000), 'title'),
    productType: textAt(product, 'product_type', 255),
    tags: labels((wordAt(product, 'tags', 10_000) ?? '').split(','), wordsAt(product, 'tags')).slice(
      0,
      maxTags,
    ),
    imageUrl: addressAt(recordAt(product, 'image'), 'src') ?? firstAddress(images),
    productUrl: time('published_at') === null ? null : pageOf(product, context),
    onSale: (wordAt(product, 'status') ?? 'active') === 'active',
    variantIds: [...new Set(variants.map((variant) => variant.externalId))],
    variants,
  };
  return [
    { ...content, version: versionOf(time('updated_at') ?? time('created_at'), [triggeredAt], content) },
  ];
}

/** Only the id is told of a product that was deleted. It is never given again, so nothing that comes late brings it back. */
export function readDeletedProduct(product: JsonRecord): Fact[] {
  const externalId = required(idAt(product, 'id'), 'id');
  return [{ kind: 'deleted_product', source: 'shopify', externalId, deletedAt: forGood }];
}

function variantOf(
  variant: JsonRecord,
  pictures: ReadonlyMap<string | null, string | null>,
  currency: string,
): SoldVariant[] {
  const externalId = idAt(variant, 'id');
  if (externalId === null) return [];
  const price = toMoney(wordAt(variant, 'price') ?? '', currency);
  // Without a manager nobody counts; with `continue` it is sold without any on hand.
  const isCounted =
    variant.inventory_management !== null && wordAt(variant, 'inventory_policy') !== 'continue';
  const imageId = idAt(variant, 'image_id');
  return [
    {
      externalId,
      title: textAt(variant, 'title', 1000) ?? externalId,
      sku: textAt(variant, 'sku', 255),
      price: price !== null && price.amount >= 0 ? price : null,
      stock: isCounted ? unitsAt(variant, 'inventory_quantity') : null,
      imageUrl: imageId === null ? null : (pictures.get(imageId) ?? null),
      gtin: gtinOf(textAt(variant, 'barcode', 255)),
    },
  ];
}

const firstAddress = (images: readonly JsonRecord[]): string | null =>
  images.map((image) => addressAt(image, 'src')).find((address) => address !== null) ?? null;

function pageOf(product: JsonRecord, { shopDomain }: ShopifyContext): string | null {
  const handle = wordAt(product, 'handle');
  return handle === null || shopDomain === null
    ? null
    : `https://${shopDomain}/products/${encodeURIComponent(handle)}`;
}

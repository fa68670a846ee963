import { gtinOf } from '../../catalogue/gtin.ts';
import type { ReadContext } from '../adapter.ts';
import { toMoney } from '../decimal-money.ts';
import type { Fact, ProductFact, SoldVariant } from '../facts.ts';
import {
  addressAt,
  flagAt,
  idAt,
  recordAt,
  recordsAt,
  required,
  textAt,
  wordAt,
  wordsAt,
} from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { versionOf } from '../versions.ts';
import { labels, maxTags, maxVariants, unitsAt } from './products.ts';
import { timeAt } from './woocommerce-context.ts';

/**
 * A product, or one variation of a product, which WooCommerce tells of apart under the same topics.
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/products/
 */
export function readProduct(product: JsonRecord, context: ReadContext): Fact[] {
  const externalId = required(idAt(product, 'id'), 'id');
  const modifiedAt = timeAt(product, 'date_modified', context) ?? timeAt(product, 'date_created', context);
  const isOnSale = (wordAt(product, 'status') ?? 'publish') === 'publish';
  if (wordAt(product, 'type') === 'variation') {
    const variant = variantOf(product, externalId, context.currency);
    const content = {
      kind: 'variant',
      source: 'woocommerce',
      productExternalId: required(idAt(product, 'parent_id'), 'parent_id'),
      ...variant,
      // A variation that is switched off is still listed by its product.
      stock: isOnSale ? variant.stock : 0,
    } as const;
    return [{ ...content, version: versionOf(modifiedAt, [], content) }];
  }
  const variations = wordsAt(product, 'variations', 128).slice(0, maxVariants);
  const title = required(textAt(product, 'name', 1000), 'name');
  const categories = namesAt(product, 'categories');
  const content: Omit<ProductFact, 'version'> = {
    kind: 'product',
    source: 'woocommerce',
    externalId,
    title,
    // The kind of goods; what WooCommerce calls the type is how they are sold (`simple`, `variable`).
    productType: categories[0] ?? null,
    tags: labels(namesAt(product, 'tags'), categories).slice(0, maxTags),
    imageUrl: imageOf(product),
    productUrl: addressAt(product, 'permalink'),
    onSale: isOnSale,
    variantIds: variations.length > 0 ? [...new Set(variations)] : [externalId],
    variants: variations.length > 0 ? [] : [{ ...variantOf(product, externalId, context.currency), title }],
  };
  return [{ ...content, version: versionOf(modifiedAt, [], content) }];
}

/** Only the id is told of a product in the bin, and no time: it is there since the message came. It may be taken out again. */
export function readDeletedProduct(product: JsonRecord, receivedAt: Date): Fact[] {
  return [
    {
      kind: 'deleted_product',
      source: 'woocommerce',
      externalId: required(idAt(product, 'id'), 'id'),
      deletedAt: receivedAt.toISOString(),
    },
  ];
}

function variantOf(product: JsonRecord, externalId: string, currency: string): SoldVariant {
  const price = toMoney(wordAt(product, 'price') ?? '', currency);
  const choices = recordsAt(product, 'attributes')
    .map((attribute) => textAt(attribute, 'option', 200))
    .filter((choice) => choice !== null);
  return {
    externalId,
    title: choices.slice(0, 10).join(' / ') || (textAt(product, 'name', 1000) ?? externalId),
    sku: textAt(product, 'sku', 255),
    price: price !== null && price.amount >= 0 ? price : null,
    stock: stockOf(product),
    imageUrl: imageOf(product),
    gtin: gtinOf(textAt(product, 'global_unique_id', 255)),
  };
}

/** A variation may share its product's stock (`manage_stock: "parent"`); then the number it tells is that. */
function stockOf(product: JsonRecord): number | null {
  if (flagAt(product, 'backorders_allowed') === true) return null;
  const isCounted = flagAt(product, 'manage_stock') !== false;
  const units = isCounted ? unitsAt(product, 'stock_quantity') : null;
  return units ?? (wordAt(product, 'stock_status') === 'outofstock' ? 0 : null);
}

const imageOf = (product: JsonRecord): string | null =>
  addressAt(recordsAt(product, 'images')[0] ?? recordAt(product, 'image'), 'src');

const namesAt = (product: JsonRecord, key: string): string[] =>
  recordsAt(product, key)
    .map((one) => textAt(one, 'name', 255))
    .filter((name) => name !== null);

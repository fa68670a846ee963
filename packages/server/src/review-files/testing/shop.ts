import type { ReviewFormat } from '@postlude/contract';
import { apiOf } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { exportedReviews } from '../export-reviews.ts';
import { readReviewFile } from '../import-reading.ts';
import { startReviewImport } from '../start-import.ts';
import { readReviewImport } from '../view.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A new shop with two products in its catalogue, into which files of reviews are brought. */
export async function openFileShop({ context, clock, newStore }: TestBackend) {
  const created = await newStore();
  const { store, secretKey } = created;
  const send = apiOf(context);
  const put = (id: string, json: object) =>
    send('PUT', `/v1/staff/products/by-external-id/${id}`, { key: secretKey, json });
  await put('9007199254740993', {
    title: 'Red mug',
    productUrl: 'https://shop.example.com/products/red-mug?x=1',
    variants: [{ externalId: 'v1', title: 'Big', sku: 'M-1', gtin: '4006381333931' }],
  });
  await put('77', {
    title: 'Lamp',
    productUrl: 'https://shop.example.com/lamp/',
    variants: [{ externalId: 'v2', title: 'White' }],
  });
  const look = (id: string) => context.db.withStore(store.id, (tx) => readReviewImport(tx, store.id, id));
  const start = (text: string, dryRun = false) =>
    startReviewImport(context, store.id, bytesOf(text), { dryRun, format: null, name: null });
  const bring = async (text: string, dryRun = false) => {
    const { id } = await start(text, dryRun);
    await readReviewFile(context, store.id, id);
    const report = await look(id);
    if (!report) throw new Error('the import is not there');
    return report;
  };
  /** All reviews, oldest first. */
  const rows = () =>
    context.db.withStore(store.id, (tx) =>
      tx.selectFrom('reviews').selectAll().orderBy('created_at').orderBy('text').execute(),
    );
  const exported = async (format: ReviewFormat) => {
    let file = '';
    for await (const piece of exportedReviews(context, store, format)) file += piece;
    return file;
  };
  return { context, clock, created, store, secretKey, send, look, start, bring, rows, exported };
}

/** The heading of Loox with rows of its columns: what has ids. */
export const looxFile = (...rows: readonly string[]): string =>
  [
    'id,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase',
    ...rows,
  ].join('\n');

/** So many reviews in the columns of the old Shopify app: what has no ids. */
export const manyReviews = (count: number): string =>
  [
    'product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at',
    ...Array.from(
      { length: count },
      (_, index) =>
        `red-mug,published,${(index % 5) + 1},,Jo,jo${index}@b.example,,Said ${index},,2025-01-01,`,
    ),
  ].join('\n');

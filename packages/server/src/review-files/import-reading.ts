import type { ReviewImport } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { ReviewFileSettings } from '../db/schema/review-files.ts';
import {
  type FileReading,
  type JudgedRow,
  leftFiles,
  readFile,
  type StepDone,
} from '../file-imports/read-file.ts';
import type { TakenFile } from '../file-imports/take-file.ts';
import { boughtKey, findBought } from './find-bought.ts';
import { findKnown } from './find-known.ts';
import { findProducts } from './find-products.ts';
import { type ImportedReview, insertImported, type PlacedReview } from './insert-imported.ts';
import { type BadReviewRow, type FileReview, judgeReview } from './judge-review.ts';
import { tryPicturesAgain } from './pictures/try-again.ts';
import { longestRow } from './read-layout.ts';
import { keyOfSource, keyOfWords } from './source-key.ts';

/** Reviews that are shown of an import before it is done for real. */
const previewed = 5;

/** A day, in milliseconds: a review may be dated in another zone than its order. */
const day = 86_400_000;

/** A file's settings: what `startReviewImport` kept for this kind of file. */
const settingsOf = ({ settings }: TakenFile) => settings as ReviewFileSettings;

/** How one file of reviews is read. Of a dry run the keys of what would be there are remembered, as nothing is written. */
function importReading(context: Context): FileReading<FileReview | BadReviewRow> {
  const now = context.clock.now();
  const wouldBeThere = new Set<string>();
  let preview: ReviewImport['preview'] = [];
  return {
    kind: 'reviews',
    stepRows: 1_000,
    shape: (taken) => ({ delimiter: settingsOf(taken).layout.delimiter, longestRow }),
    judge: (row, taken) => judgeReview(row, settingsOf(taken).layout, now),
    isReadAfresh: (taken) => settingsOf(taken).dryRun,
    async add(tx, taken, rows) {
      const { layout, dryRun } = settingsOf(taken);
      const storeId = taken.store_id;
      const { good, bad } = await placed(tx, storeId, layout.format, rows);
      const known = await findKnown(tx, storeId, good);
      const fresh = good.filter(({ review, key }) => {
        if (known.has(key) || wouldBeThere.has(key) || known.has(review.sourceId ?? '')) return false;
        // Twice in one step.
        known.add(key);
        if (dryRun) wouldBeThere.add(key);
        return true;
      });
      if (!dryRun) {
        const keys = good.map(({ key }) => key);
        await tryPicturesAgain(tx, storeId, keys, now);
        await insertImported(tx, storeId, taken.import_id, await verified(tx, storeId, fresh), now);
      }
      const isEarly = preview.length < previewed && taken.preview.length < previewed;
      if (isEarly) preview = [...preview, ...good.map(shown)].slice(0, previewed);
      return {
        added: fresh.length,
        known: good.length - fresh.length,
        hidden: fresh.filter(({ review }) => review.state !== 'shown').length,
        bad,
        ...(isEarly ? { preview } : {}),
      } satisfies StepDone;
    },
  };
}

/** Rows with the product each is about and the key it has for good. */
async function placed(
  tx: Tx,
  storeId: string,
  format: ReviewImport['format'],
  rows: readonly JudgedRow<FileReview | BadReviewRow>[],
) {
  const bad: { row: number; text: string; because: BadReviewRow }[] = [];
  const good: PlacedReview[] = [];
  const reviews = rows.flatMap(({ says }) => (typeof says === 'string' ? [] : [says]));
  const find = await findProducts(
    tx,
    storeId,
    reviews.map(({ product }) => product),
  );
  for (const { row, text, says } of rows) {
    const product = typeof says === 'string' ? null : find(says.product);
    if (typeof says === 'string') bad.push({ row, text, because: says });
    else if (product === null) bad.push({ row, text, because: 'product_unknown' });
    else {
      const key =
        says.sourceId === null
          ? keyOfWords({ ...says, productId: product.id })
          : keyOfSource(format, says.sourceId);
      good.push({ review: says, product, key });
    }
  }
  return { good, bad };
}

/** Says of each review whether an order of the same person and product is known that is not younger. */
async function verified(
  tx: Tx,
  storeId: string,
  reviews: readonly PlacedReview[],
): Promise<ImportedReview[]> {
  const wanted = reviews.flatMap(({ review: { email }, product }) =>
    email === null ? [] : [{ email, productId: product.id }],
  );
  const bought = await findBought(tx, storeId, wanted);
  return reviews.map((one) => {
    const { email, at } = one.review;
    const since = email === null ? undefined : bought.get(boughtKey({ email, productId: one.product.id }));
    return { ...one, verified: since !== undefined && since.getTime() <= at.getTime() + day };
  });
}

const shown = ({ review, product }: PlacedReview): ReviewImport['preview'][number] => ({
  product: product.title,
  stars: review.stars,
  title: review.title,
  text: review.text,
  name: review.name,
  createdAt: review.at.toISOString(),
});

/** Reads a kept file of reviews to its end: see `readFile`. */
export const readReviewFile = (context: Context, storeId: string, importId: string): Promise<void> =>
  readFile(context, storeId, importId, importReading);

/** Goes on with what a killed process left half read, of all stores; returns how many were found. */
export async function readLeftReviewFiles(context: Context): Promise<number> {
  const left = await leftFiles(context, 'reviews');
  for (const { storeId, importId } of left) {
    if (context.stopping.aborted) break;
    await readReviewFile(context, storeId, importId);
  }
  return left.length;
}

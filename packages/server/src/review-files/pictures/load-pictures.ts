import type { Context } from '../../context.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { type Reachable, reachableBy } from '../../outbox/reachable.ts';
import { fileKindOf } from '../../uploads/file-kind.ts';
import { type KeptFile, readFile } from '../../uploads/read-file.ts';
import { type ClaimedPicture, claimPicture, storesWithPictures } from './claim-picture.ts';
import { fetchPicture, type Missing } from './fetch-picture.ts';
import { keepPicture } from './keep-picture.ts';

/** How pictures are loaded. */
export interface LoadOptions {
  /** Pictures in flight at the same time; 4 unless told. */
  readonly atOnce?: number;
  /** Milliseconds one may take to be fetched; 30 seconds unless told. */
  readonly timeout?: number;
  /** Milliseconds after which nothing new is begun; 4 minutes unless told. What is left waits for the next run. */
  readonly patience?: number;
}

/** What a run did. */
export interface LoadReport {
  readonly loaded: number;
  /** Tries that came to nothing, whether they are repeated or not. */
  readonly failed: number;
}

/** Milliseconds from a try to the next: a minute, an hour, a day. Then it is given up. */
export const pictureTries: readonly number[] = [60_000, 3_600_000, 86_400_000];

/** So many turns go by between two looks for stores that have pictures to load. */
const lookEvery = 50;

/** What does not get better by waiting. */
const final = new Set<Missing['because']>([
  ...(['not_https', 'refused', 'not_found', 'redirects', 'too_large', 'no_picture', 'damaged'] as const),
  'interrupted',
]);

/**
 * Loads the pictures of imported reviews that are due, of all stores in turn, so that a large import holds up nobody. Any number of
 * processes may do so at once. A process that dies loses its leases, and the next run begins those pictures again.
 */
export async function loadPictures(context: Context, options: LoadOptions = {}): Promise<LoadReport> {
  const { atOnce = 4, timeout = 30_000, patience = 240_000 } = options;
  const reachable = reachableBy(context.config.outgoingNetworks);
  const started = performance.now();
  const report = { loaded: 0, failed: 0 };
  let stores: string[] = [];
  let turn = 0;

  async function next(): Promise<ClaimedPicture | null> {
    while (!context.stopping.aborted && performance.now() - started < patience) {
      // Now and then for stores that came later.
      if (stores.length === 0 || turn % lookEvery === 0) stores = await storesWithPictures(context);
      turn += 1;
      const storeId = stores[turn % stores.length];
      if (storeId === undefined) return null;
      const picture = await claimPicture(context, storeId);
      if (picture) return picture;
      stores = stores.filter((one) => one !== storeId);
    }
    return null;
  }

  async function work(): Promise<void> {
    for (let picture = await next(); picture; picture = await next()) {
      const outcome = await load(context, picture, { reachable, timeout });
      if (outcome !== null) report[outcome] += 1;
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work));
  return report;
}

/** Loads one picture; null where nothing was done to it. */
async function load(
  context: Context,
  picture: ClaimedPicture,
  { reachable, timeout }: { readonly reachable: Reachable; readonly timeout: number },
): Promise<keyof LoadReport | null> {
  const fail = async (missing: Missing) => {
    await recordFailure(context, picture, missing);
    return 'failed' as const;
  };
  if (picture.attempts > pictureTries.length + 1) return fail({ because: 'interrupted', status: null });
  const sent = await fetchPicture({ url: picture.url, reachable, timeout, signal: context.stopping });
  if (sent === null) {
    await giveBack(context, picture);
    return null;
  }
  if (!(sent instanceof Uint8Array)) return fail(sent);
  const file = await read(sent);
  if ('because' in file) return fail(file);
  try {
    return (await keepPicture(context, picture, file, sent)) ? 'loaded' : null;
  } catch (error) {
    if (error instanceof ApiProblem) return fail({ because: 'not_kept', status: null });
    throw error;
  }
}

/** What is kept of bytes from elsewhere. They alone say what they are, not their name nor their host. */
async function read(sent: Uint8Array): Promise<KeptFile | Missing> {
  const kind = fileKindOf(sent);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return { because: 'no_picture', status: null };
  try {
    return await readFile(sent, 'review');
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { code } = error;
    const because =
      code === 'too_large' ? 'too_large' : code === 'unavailable' ? ('not_kept' as const) : 'damaged';
    return { because, status: null };
  }
}

/** Writes what went wrong and when it is tried again, unless the picture is ours no more. */
async function recordFailure(
  context: Context,
  { storeId, reviewId, position, lease, attempts }: ClaimedPicture,
  { because, status }: Missing,
): Promise<void> {
  const pause = final.has(because) ? undefined : pictureTries[attempts - 1];
  const again = new Date(context.clock.now().getTime() + (pause ?? 0));
  await context.db.withStore(storeId, (tx) =>
    tx
      .updateTable('imported_pictures')
      .set({
        ...{ because, status, lease: null, leased_until: null, next_attempt_at: again },
        state: pause === undefined ? 'failed' : 'waiting',
      })
      .where('store_id', '=', storeId)
      .where('review_id', '=', reviewId)
      .where('position', '=', position)
      .where('state', '=', 'waiting')
      .where('lease', '=', lease)
      .execute(),
  );
}

/** Puts a picture back whose try was broken off because the process stops: it counts for nothing. */
async function giveBack(
  context: Context,
  { storeId, reviewId, position, lease, attempts }: ClaimedPicture,
): Promise<void> {
  await context.db.withStore(storeId, (tx) =>
    tx
      .updateTable('imported_pictures')
      .set({ attempts: attempts - 1, lease: null, leased_until: null })
      .where('store_id', '=', storeId)
      .where('review_id', '=', reviewId)
      .where('position', '=', position)
      .where('lease', '=', lease)
      .execute(),
  );
}

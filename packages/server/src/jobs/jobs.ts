import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { lookAtAsks } from '../asks/look.ts';
import type { Context } from '../context.ts';
import { messageOf, PostludeServerError } from '../errors.ts';
import { applyWaiting } from '../ingest/sweep.ts';
import { pruneOutgoing } from '../outbox/prune.ts';
import { createSender } from '../outbox/sender.ts';
import { findLaterOwners, mailRecalls } from '../recalls/mail-recalls.ts';
import { readLeftCodes } from '../referrals/codes/read-codes.ts';
import { watchPools } from '../referrals/codes/watch-pools.ts';
import { lookAtReferrals } from '../referrals/life/look.ts';
import { issueDueRewards } from '../referrals/rewards/retry.ts';
import { registerDeliveries } from '../registrations/on-delivery.ts';
import { removeUnfinished } from '../registrations/outside.ts';
import { makeLabels } from '../returns/labels.ts';
import { voidLabels } from '../returns/void-labels.ts';
import { readLeftReviewFiles } from '../review-files/import-reading.ts';
import { loadPictures } from '../review-files/pictures/load-pictures.ts';
import { readLeftLists } from '../serial-lists/read-list.ts';
import { removeUnusedUploads } from '../uploads/remove-uploads.ts';
import { cleanUp } from './cleanup.ts';

/** The work that goes on beside requests. */
export interface Jobs {
  /** Ends after the job that runs. */
  stop(): Promise<void>;
}

interface Job {
  readonly name: string;
  /** Seconds between two runs, over all processes. */
  readonly every: number;
  /** Seconds after which a run counts as lost with its process. */
  readonly expires: number;
  run(context: Context): Promise<unknown>;
}

const jobs: readonly Job[] = [
  { name: 'sweep-messages', every: 30, expires: 300, run: (context) => applyWaiting(context) },
  { name: 'make-labels', every: 10, expires: 120, run: makeLabels },
  { name: 'void-labels', every: 30, expires: 120, run: voidLabels },
  { name: 'mail-recalls', every: 10, expires: 300, run: mailRecalls },
  { name: 'find-recall-owners', every: 600, expires: 600, run: findLaterOwners },
  { name: 'read-serial-lists', every: 30, expires: 600, run: readLeftLists },
  { name: 'read-review-files', every: 30, expires: 600, run: readLeftReviewFiles },
  { name: 'load-review-pictures', every: 10, expires: 600, run: (context) => loadPictures(context) },
  { name: 'read-code-files', every: 30, expires: 600, run: readLeftCodes },
  { name: 'issue-rewards', every: 10, expires: 300, run: issueDueRewards },
  { name: 'watch-code-pools', every: 600, expires: 300, run: watchPools },
  { name: 'register-deliveries', every: 30, expires: 300, run: registerDeliveries },
  { name: 'look-at-asks', every: 60, expires: 300, run: lookAtAsks },
  { name: 'look-at-referrals', every: 60, expires: 300, run: lookAtReferrals },
  { name: 'remove-unfinished', every: 600, expires: 300, run: removeUnfinished },
  { name: 'clean-up', every: 600, expires: 300, run: cleanUp },
  { name: 'prune-outgoing', every: 3_600, expires: 600, run: pruneOutgoing },
  { name: 'remove-uploads', every: 600, expires: 300, run: removeUnusedUploads },
];

/**
 * Starts the recurring jobs on the database's own queue. Every process asks for every job in time; the queue takes one
 * of them per turn, and one process runs it.
 */
export async function startJobs(context: Context): Promise<Jobs> {
  const { db, log } = context;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.execute(text, values) },
    schema: 'postlude_jobs',
    backend: db.kind,
    schedule: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue failed'));
  try {
    await startQueue(boss);
  } catch (cause) {
    throw new PostludeServerError('database_failed', `The job queue cannot be set up: ${messageOf(cause)}.`, {
      cause,
    });
  }
  const timers: NodeJS.Timeout[] = [];
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      policy: 'stately',
      retryLimit: 0,
      expireInSeconds: job.expires,
      deleteAfterSeconds: 3_600,
    });
    const ask = () =>
      boss
        .send(job.name, null, { singletonSeconds: job.every })
        .catch((error: unknown) => log.warn({ err: error, job: job.name }, 'job could not be asked for'));
    // Asked for before anybody works on it, so that the first turn does not wait for a second look.
    await ask();
    await boss.work(job.name, { pollingIntervalSeconds: Math.min(10, job.every / 3) }, () =>
      run(context, job),
    );
    // Oftener than its turns come, so that no turn is missed; the queue drops what is one too many.
    timers.push(setInterval(ask, (job.every * 1_000) / 3));
  }
  // Not a job of the queue: each process takes what is due for itself, a second after it was written.
  const sender = createSender(context);
  await sender.start();
  return {
    async stop() {
      await sender.stop();
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, timeout: context.config.shutdownTimeout });
    },
  };
}

/** What PostgreSQL answers whoever comes second in making the same thing: unique violation, duplicate schema, table, object. */
const madeByAnother = new Set(['23505', '42P06', '42P07', '42710']);

/** Starts the queue. Processes that start together on an empty database make its schema at the same moment: all but one try again. */
async function startQueue(boss: PgBoss): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await boss.start();
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (tries === 5 || !madeByAnother.has(code)) throw error;
      await setTimeout(tries * 200);
    }
  }
}

async function run(context: Context, job: Job): Promise<void> {
  const started = performance.now();
  const report = await job.run(context);
  context.log.debug({ job: job.name, report, ms: Math.round(performance.now() - started) }, 'job done');
}

import type { Context } from '../context.ts';

/** How long an ended key or secret is kept, so that people can see when it ended. */
const keptDays = 30;

/** What a cleanup removed. */
export interface CleanupReport {
  readonly idempotencyKeys: number;
  readonly attemptLimits: number;
  readonly returnDrafts: number;
  readonly keys: number;
}

/** Removes what has run out: idempotency keys, counts of attempts whose window and lock are over, drafts of returns, long-ended keys. */
export async function cleanUp(context: Context): Promise<CleanupReport> {
  const now = context.clock.now();
  const longAgo = new Date(now.getTime() - keptDays * 86_400_000);
  return context.db.withSystem(async (tx) => {
    const answers = await tx.deleteFrom('idempotency_keys').where('expires_at', '<', now).executeTakeFirst();
    const limits = await tx
      .deleteFrom('attempt_limits')
      .where('window_ends_at', '<', now)
      .where((is) => is.or([is('locked_until', 'is', null), is('locked_until', '<', now)]))
      .executeTakeFirst();
    const drafts = await tx.deleteFrom('return_drafts').where('expires_at', '<', now).executeTakeFirst();
    const keys = await tx.deleteFrom('store_keys').where('expires_at', '<', longAgo).executeTakeFirst();
    const embeds = await tx.deleteFrom('store_secrets').where('expires_at', '<', longAgo).executeTakeFirst();
    const webhooks = await tx
      .deleteFrom('webhook_secrets')
      .where('expires_at', '<', longAgo)
      .executeTakeFirst();
    return {
      idempotencyKeys: Number(answers.numDeletedRows),
      attemptLimits: Number(limits.numDeletedRows),
      returnDrafts: Number(drafts.numDeletedRows),
      keys: Number(keys.numDeletedRows + embeds.numDeletedRows + webhooks.numDeletedRows),
    };
  });
}

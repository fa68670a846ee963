import type { ReturnOptions } from '@postlude/contract';
import { uploadLimit } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { policyWords } from '../policy/words.ts';
import { decideRights, withdrawalPeriod } from '../rights/index.ts';
import { type DraftOf, readDraft } from './drafts.ts';
import { readFacts, rightsFactsOf } from './facts.ts';
import { textPicker } from './locale.ts';
import { offeredReasons } from './reasons.ts';
import { summaryOf } from './view.ts';

/** Photos that an item of a return may have. */
const photosPerItem = 10;

/** Reads what can be done with each item of an order, and what is under way. */
export async function readOptions(
  tx: Tx,
  of: DraftOf,
  asked: { readonly locale: string | undefined; readonly now: Date },
): Promise<ReturnOptions> {
  const { now } = asked;
  const facts = await readFacts(tx, { ...of, now });
  if (!facts) throw new ApiProblem('not_found');
  const { sold, order, known, policy, isGift } = facts;
  const locale = asked.locale ?? sold.locale ?? known.store.locale;
  const pick = textPicker(locale, known.store.locale);
  const rights = rightsFactsOf(facts);
  const period = isGift ? null : withdrawalPeriod(rights);
  return {
    orderId: sold.id,
    orderNumber: sold.number,
    currency: sold.currency,
    isGift,
    items: [...decideRights(rights)],
    reasons: offeredReasons(
      policy.policy,
      pick,
      sold.lines.flatMap(({ productType }) => productType ?? []),
    ),
    returns: facts.returns
      .filter((row) => row.is_gift === isGift)
      .map((row) => summaryOf(row, facts.items))
      .toReversed(),
    draft: await readDraft(tx, of, now),
    withdrawal: period && { state: period.state, lastDay: period.lastDay },
    policyVersion: policy.version,
    // They name sums, which a gift shows none of.
    policyWords: isGift
      ? []
      : policyWords(policy.policy, {
          locale,
          store: { locale: known.store.locale, currency: sold.currency },
        }),
    message: pick(policy.policy.message),
    uploads: { perItem: photosPerItem, bytes: uploadLimit },
    store: order.store,
  };
}

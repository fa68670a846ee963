import type { ReviewTranslationInput } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { cleanLine, cleanText } from '../hygiene.ts';
import type { ReviewRow } from '../store.ts';
import type { Act } from './actions.ts';
import { impossible } from './possible.ts';
import { record } from './record.ts';

interface Words {
  readonly title: string | null;
  readonly text: string | null;
}

/** Keeps a review's words in another language; both null removes them. They are shown beside the original, and marked. */
export const translate: Act<ReviewTranslationInput> = async (tx, context, row, { by, locale, ...typed }) => {
  const words = { title: cleanLine(typed.title).text, text: cleanText(typed.text).text };
  const next = words.title === null && words.text === null ? null : words;
  const before = await readTranslation(tx, row, locale);
  if (before?.title === next?.title && before?.text === next?.text) return row;
  if (row.visibility === 'withdrawn') throw impossible(row, 'translate');
  await putTranslation(tx, row, locale, next, context.clock.now());
  return record(tx, context, row, {
    action: 'translate',
    word: { by },
    data: { locale, removed: next === null },
    restore: { translation: { locale, before } },
  });
};

async function readTranslation(tx: Tx, row: ReviewRow, locale: string): Promise<Words | null> {
  const found = await tx
    .selectFrom('review_translations')
    .select(['title', 'text'])
    .where('store_id', '=', row.store_id)
    .where('review_id', '=', row.review_id)
    .where('locale', '=', locale)
    .executeTakeFirst();
  return found ?? null;
}

/** Makes the words in a language these; null removes them. */
export async function putTranslation(
  tx: Tx,
  row: ReviewRow,
  locale: string,
  words: Words | null,
  now: Date,
): Promise<void> {
  const key = { store_id: row.store_id, review_id: row.review_id, locale };
  if (words === null) {
    await tx
      .deleteFrom('review_translations')
      .where('store_id', '=', row.store_id)
      .where('review_id', '=', row.review_id)
      .where('locale', '=', locale)
      .execute();
    return;
  }
  await tx
    .insertInto('review_translations')
    .values({ ...key, ...words, at: now })
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'review_id', 'locale']).doUpdateSet({ ...words, at: now }),
    )
    .execute();
}

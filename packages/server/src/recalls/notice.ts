import type { Id, LocalText, RecallInput, RecallNotice } from '@postlude/contract';
import { pickText } from '../policy/pick-text.ts';

/** A recall as it is read for one owner. */
export interface RecallRow {
  readonly recall_id: string;
  readonly recall: RecallInput;
  readonly published_at: Date;
  /** When the owner answered, and what; null before. */
  readonly at: Date | null;
  readonly remedy: RecallInput['remedies'][number]['kind'] | null;
}

/** Who reads it. */
export interface NoticeReader {
  readonly locale: string | null;
  readonly storeLocale: string;
  readonly passportIds: readonly Id<'passport'>[];
}

/** A recall in the words of a language; what is not told in it, in the store's, else in any. */
export function noticeOf(row: RecallRow, reader: NoticeReader): RecallNotice {
  const words = (text: LocalText | null | undefined) =>
    pickText(text ?? undefined, reader.locale, reader.storeLocale);
  const { recall } = row;
  return {
    id: row.recall_id as RecallNotice['id'],
    publishedAt: row.published_at.toISOString(),
    product: words(recall.product) ?? '',
    identification: words(recall.identification),
    imageUrl: recall.imageUrl ?? null,
    sold: words(recall.sold),
    hazard: words(recall.hazard) ?? '',
    action: words(recall.action) ?? '',
    remedies: recall.remedies.map(({ kind, text }) => ({ kind, text: words(text) })),
    contact: recall.contact,
    passportIds: [...reader.passportIds],
    acknowledged: row.at && { at: row.at.toISOString(), remedy: row.remedy },
  };
}

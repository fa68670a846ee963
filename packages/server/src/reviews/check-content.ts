import type { ReviewContent, ReviewFlag, ReviewPolicyInput } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';
import { type FlaggedWords, flagsOf } from './flags.ts';
import { cleanLine, cleanText, hashOfText, isName } from './hygiene.ts';
import type { Asked } from './subjects.ts';

/** What is kept of a review's content. */
export interface CheckedContent {
  readonly stars: number;
  readonly title: string | null;
  readonly text: string | null;
  readonly scales: Record<string, number>;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly recommend: boolean | null;
  readonly name: string | null;
  readonly uploads: readonly string[];
  readonly textHash: string | null;
  /** The rules that look at words; whether another review says the same is found out beside. */
  flags(rules: ReviewPolicyInput['moderation'], isCopy: boolean): ReviewFlag[];
}

/**
 * What of a content is kept under what the store asks: cleaned, without what was not asked, and with everything that is needed.
 *
 * @param at where the content stands in the request, for the names of fields: `content.` or nothing
 * @throws ApiProblem `review_incomplete` with the fields.
 */
export function checkContent(content: ReviewContent, asked: Asked, at: string): CheckedContent {
  const { fields } = asked;
  const title = cleanLine(fields.title === 'off' ? null : content.title);
  const text = cleanText(fields.text === 'off' ? null : content.text);
  const name = cleanLine(content.name);
  const points = (given: readonly string[] | undefined) =>
    (fields.prosAndCons === 'off' ? [] : (given ?? [])).map(cleanLine);
  const [pros, cons] = [points(content.pros), points(content.cons)];
  const scales = Object.fromEntries(
    asked.scales.flatMap(({ id }) => {
      const value = content.scales?.[id];
      return value === undefined ? [] : [[id, value]];
    }),
  );
  const uploads =
    fields.photos === 'off' && fields.videos === 'off' ? [] : [...new Set(content.uploads ?? [])];

  const missing: Record<string, string> = {};
  const needs = (field: string, isThere: boolean): void => {
    if (!isThere) missing[`${at}${field}`] = 'This is needed.';
  };
  if (fields.title === 'required') needs('title', title.text !== null);
  if (fields.text === 'required') needs('text', text.text !== null);
  if (fields.photos === 'required') needs('uploads', uploads.length > 0);
  for (const { id, mode } of asked.scales) if (mode === 'required') needs(`scales.${id}`, id in scales);
  // A name of nothing that can be read is none; who wants none is anonymous.
  if (content.name !== null && !(name.text && isName(name.text))) {
    missing[`${at}name`] = 'A name needs a letter.';
  }
  if (Object.keys(missing).length > 0) throw new ApiProblem('review_incomplete', { fields: missing });

  const kept = (cleaned: ReturnType<typeof points>) =>
    cleaned.flatMap((point) => (point.text === null ? [] : [point.text]));
  const all = [title, text, name, ...pros, ...cons];
  return {
    stars: content.stars,
    title: title.text,
    text: text.text,
    scales,
    pros: kept(pros),
    cons: kept(cons),
    recommend: fields.recommend === 'off' ? null : (content.recommend ?? null),
    name: name.text,
    uploads,
    textHash: hashOfText(title.text, text.text),
    flags(rules, isCopy) {
      const words: FlaggedWords['words'] = all.map((one) => one.text);
      return flagsOf({ words, isOdd: all.some(({ isOdd }) => isOdd), isCopy }, rules);
    },
  };
}

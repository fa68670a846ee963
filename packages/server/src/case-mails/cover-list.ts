import type { Cover } from '@postlude/contract';
import { apart, oneLine } from '../mail/plain-text.ts';
import { longDate, type Writer } from './compose.ts';
import type { coverTexts } from './frame.ts';

/** What covers an item from now on, and until when; empty where nothing does. */
export function coverList<Key extends string>(
  covers: readonly Cover[],
  { line, language }: Writer<Key | keyof typeof coverTexts.en>,
): string {
  const { texts, direction } = language;
  const rows = covers.flatMap((cover) => {
    if (cover.state !== 'active' || (cover.until === null && !cover.lifetime)) return [];
    const name = cover.kind === 'warranty' ? (cover.name ?? texts.warranty) : texts.legalGuarantee;
    const end =
      cover.until === null
        ? texts.forLife
        : line('until', { date: longDate(cover.until, language.language) });
    return [`- ${apart(oneLine(name), direction)}: ${end}`];
  });
  return rows.length === 0 ? '' : [texts.coversNow, ...rows].join('\n');
}

import type { BenefitKind, Cover } from '@postlude/contract';
import { pickText } from '../policy/pick-text.ts';
import type { DecidedCover } from './decide-covers.ts';

/** Who reads covers, and what was used of their benefits. */
export interface CoverReader {
  readonly locale: string | null;
  readonly storeLocale: string;
  readonly benefitsUsed: Readonly<Partial<Record<BenefitKind, number>>>;
}

/** Covers as they travel, in words of the reader's language. */
export const showCovers = (covers: readonly DecidedCover[], reader: CoverReader): Cover[] =>
  covers.map(({ plan, ...cover }) => {
    const words = (text: Parameters<typeof pickText>[0]) => pickText(text, reader.locale, reader.storeLocale);
    return {
      ...cover,
      planId: plan?.id ?? null,
      name: words(plan?.name),
      covers: (plan?.covers ?? []).map(words).filter((text) => text !== null),
      excludes: (plan?.excludes ?? []).map(words).filter((text) => text !== null),
      benefits: (plan?.benefits ?? []).map(({ kind, total }) => ({
        kind,
        total,
        left: total === null ? null : Math.max(0, total - (reader.benefitsUsed[kind] ?? 0)),
      })),
    };
  });

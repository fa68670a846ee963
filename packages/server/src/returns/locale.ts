import type { LocalText } from '@postlude/contract';
import { pickText } from '../policy/pick-text.ts';

/** Says texts of the policy in one language. */
export const textPicker =
  (locale: string | null | undefined, storeLocale: string) =>
  (text: LocalText | undefined): string | null =>
    pickText(text, locale ?? null, storeLocale);

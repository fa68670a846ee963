import type { ReviewFlag, ReviewPolicyInput } from '@postlude/contract';

/** What automatic rules look at: words alone. They do not know the stars. */
export interface FlaggedWords {
  readonly words: readonly (string | null)[];
  /** Something was taken out that nobody sees. */
  readonly isOdd: boolean;
  /** The same is said in another review of the store. */
  readonly isCopy: boolean;
}

const link =
  /\bhttps?:\/\/|\bwww\.|\b[\p{L}\p{N}-]{2,}\.(?:com|net|org|info|biz|shop|store|online|site|io|co|me|de|at|ch|fr|nl|uk|ru|cn|app|xyz)\b(?!\p{L})/iu;
const mailbox = /[^\s@]+\s?@\s?[^\s@]+\.\p{L}{2,}/u;
const day = /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/g;
/** Eight figures or more, as telephone numbers are written. */
const telephone = /(?:\+|\b00)?\d(?:[\s().\-/]{0,2}\d){7,}/u;

/**
 * What puts a review before staff. A flag never rejects one, and is never raised by its stars (16 CFR 465.7: no suppression by
 * sentiment).
 */
export function flagsOf(
  { words, isOdd, isCopy }: FlaggedWords,
  rules: ReviewPolicyInput['moderation'],
): ReviewFlag[] {
  const all = words.filter((one) => one !== null).join('\n');
  const flags: ReviewFlag[] = [];
  if (rules.flagLinks && link.test(all.replace(new RegExp(mailbox.source, 'gu'), ' '))) flags.push('link');
  if (rules.flagContactData && (mailbox.test(all) || telephone.test(all.replace(day, ' '))))
    flags.push('contact_data');
  if (rules.words.some((word) => says(all, word))) flags.push('word');
  if (isCopy) flags.push('duplicate_text');
  if (isOdd) flags.push('odd_characters');
  return flags;
}

/** True where a word stands by itself, in any capitals; `ass` is not in `glass`. */
function says(text: string, word: string): boolean {
  const plain = word
    .normalize('NFC')
    .trim()
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  if (plain === '') return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

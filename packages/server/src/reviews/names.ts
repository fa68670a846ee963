import { cleanLine, isName } from './hygiene.ts';

/** The longest name that can be shown. */
const longest = 60;

/** Names to choose from: as it was written (*Mara Okafor*), and with the last name cut to its letter (*Mara O.*). */
export function namesToShow(buyer: string | null): string[] {
  const full = cleanLine(buyer).text;
  if (!full || !isName(full)) return [];
  const words = full.split(' ');
  const [first = ''] = words;
  const [letter = ''] = words.at(-1) ?? '';
  const short = words.length > 1 ? `${first} ${letter}.` : first;
  return [...new Set([full, short, first])].filter((name) => isName(name) && name.length <= longest);
}

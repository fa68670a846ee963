import { readSerial, serialKey } from '@postlude/contract/serials';
import { openItems } from './open-items.ts';
import { serialOf } from './registering.ts';
import type { ReadyState } from './state.ts';

/** Puts a pasted list of serial numbers where there is none yet: each to the first open unit it fits, none twice. */
export function placeSerials(
  state: ReadyState,
  text: string,
): { readonly serials: Readonly<Record<string, string>>; readonly placed: number } {
  const serials: Record<string, string> = { ...state.serials };
  const asking = openItems(state.list).filter(({ serial }) => serial.asked !== 'no');
  const taken = new Set(asking.map((item) => serialKey(serialOf(state, item))).filter(Boolean));
  const free = asking.filter((item) => serialOf(state, item).trim() === '');
  let placed = 0;
  for (const typed of text.split(/[\n\r,;\t]+/)) {
    const key = serialKey(typed);
    if (!key || taken.has(key)) continue;
    const fits = free.find((item) => readSerial(typed, item.serial).state === 'fits') ?? free[0];
    if (!fits) break;
    free.splice(free.indexOf(fits), 1);
    taken.add(key);
    serials[fits.passport.id] = readSerial(typed, fits.serial).value;
    placed++;
  }
  return { serials, placed };
}

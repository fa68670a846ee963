import bwip from 'bwip-js/node';

/**
 * The bars of a Code 128 symbol (ISO/IEC 15417) of a text in ASCII: widths in modules, a bar first, then a gap, in turn.
 * Throws a `RangeError` when the text cannot be written that way.
 */
export function code128(text: string): readonly number[] {
  if (!/^[\x20-\x7e]{1,48}$/.test(text)) throw new RangeError('Code 128 takes 1 to 48 letters of ASCII.');
  const [symbol] = bwip.raw({ bcid: 'code128', text });
  if (symbol && 'sbs' in symbol) return symbol.sbs;
  throw new RangeError('This text fits into no Code 128.');
}

import bwip from 'bwip-js/node';

/** A QR code as one path in a square of `size` by `size`, quiet zone included: `<svg viewBox="0 0 size size">`. */
export interface QrPath {
  readonly size: number;
  /** SVG path data: a rectangle for each run of dark modules. Filled, never stroked. */
  readonly path: string;
}

/** The light border every reader needs (ISO/IEC 18004, 9.1), in modules. */
const quietZone = 4;

/**
 * A QR code (ISO/IEC 18004, error correction M) of a text, as a path that a page draws inline: no picture to load, no style,
 * sharp at any size. Throws a `RangeError` when the text is empty or longer than a code holds (about 2 300 letters).
 */
export function qrPath(text: string): QrPath {
  const { pixs, pixx, pixy } = modulesOf(text);
  const parts: string[] = [];
  for (let y = 0; y < pixy; y++) {
    for (let x = 0; x < pixx; x++) {
      if (pixs[y * pixx + x] !== 1) continue;
      let end = x + 1;
      while (end < pixx && pixs[y * pixx + end] === 1) end += 1;
      parts.push(`M${x + quietZone} ${y + quietZone}h${end - x}v1h${x - end}z`);
      x = end;
    }
  }
  return { size: pixx + 2 * quietZone, path: parts.join('') };
}

function modulesOf(text: string): { pixs: number[]; pixx: number; pixy: number } {
  // A constant of its own: the types of the library know no options of a single kind of code.
  const options = { bcid: 'qrcode', text, eclevel: 'M' };
  try {
    // Of the named exports `raw` is a barcode of that name.
    const [symbol] = bwip.raw(options);
    if (symbol && 'pixs' in symbol) return symbol;
  } catch (cause) {
    throw new RangeError('This text fits into no QR code.', { cause });
  }
  throw new RangeError('This text fits into no QR code.');
}

import { fitted } from './read-file.ts';
import { takeTurns } from './take-turns.ts';

/** The longest side of a small picture, in pixels. */
export const smallSide = 480;

/** Small pictures that are kept in memory, so that a list that many look at is not worked on for each of them. */
const most = 300;
const made = new Map<string, Uint8Array>();
const inTurn = takeTurns(2, 64);

/**
 * A kept picture made small. `key` names its bytes for ever.
 *
 * @returns null when too many are being made at the moment.
 */
export async function smallPicture(
  key: string,
  { bytes, contentType, width, height }: Picture,
): Promise<Uint8Array | null> {
  const known = made.get(key);
  if (known) return known;
  const size = fitted({ width, height }, smallSide);
  if (size.width === width && size.height === height) return bytes;
  const small = await inTurn(async () => {
    const { Transformer, ResizeFit } = await import('@napi-rs/image');
    const picture = new Transformer(bytes);
    picture.fastResize({ ...size, fit: ResizeFit.Fill });
    return contentType === 'image/jpeg' ? picture.jpeg(80) : picture.webp(80);
  });
  if (small === null) return null;
  made.set(key, small);
  const [oldest] = made.keys();
  if (made.size > most && oldest !== undefined) made.delete(oldest);
  return small;
}

interface Picture {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly width: number;
  readonly height: number;
}

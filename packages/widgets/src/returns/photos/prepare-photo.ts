import type { PhotoPreview, PreparedPhoto } from './photo.ts';

/** The longest side of what is sent, in pixels. */
const longest = 2048;
/** The longest side of what is shown, in pixels. */
const shown = 192;
/** Of the JPEG: more is hardly seen, less soon is. */
const quality = 0.85;
/** The largest file the store takes, in bytes. */
const most = 10 * 1024 * 1024;
/** A photo of so many bytes has more pixels than are sent; it is made smaller while it is decoded, not after. */
const large = 4 * 1024 * 1024;

/** Why a file is of no use as a photo. `code` is stable. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  /** `empty`; `heic`, which this browser cannot convert; `not_a_photo`; `not_readable`; or `too_large` to be sent as it is. */
  readonly code: 'empty' | 'heic' | 'not_a_photo' | 'not_readable' | 'too_large';

  constructor(code: PhotoError['code'], cause?: unknown) {
    super(`This file cannot be sent as a photo: ${code}.`, { cause });
    this.code = code;
  }
}

/**
 * Makes a photo ready to be sent: the right way up, at most 2048 pixels long, a JPEG without the camera's data. Neither
 * name nor stated type of the file is believed. What this browser cannot decode is sent as it is where the store
 * can (JPEG, PNG, WebP), and refused otherwise.
 *
 * @throws PhotoError
 */
export async function preparePhoto(file: Blob): Promise<PreparedPhoto> {
  if (file.size === 0) throw new PhotoError('empty');
  const kind = await kindOf(file);
  if (kind === 'pdf') throw new PhotoError('not_a_photo');
  let picture: Picture;
  try {
    picture = await decode(file);
  } catch (cause) {
    if (kind === 'heic') throw new PhotoError('heic', cause);
    if (kind === 'other') throw new PhotoError('not_readable', cause);
    if (file.size > most) throw new PhotoError('too_large', cause);
    return { file, preview: null };
  }
  try {
    const sent = drawn(picture, longest);
    const preview = previewOf(drawn(picture, shown));
    return { file: await jpegOf(sent), preview };
  } finally {
    picture.close();
  }
}

interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  /** Gives its memory back now: a phone cannot wait. */
  close(): void;
}

async function decode(file: Blob): Promise<Picture> {
  if (typeof createImageBitmap !== 'function') return await decodeByElement(file);
  const turned = { imageOrientation: 'from-image' } as const;
  const smaller = { ...turned, resizeWidth: longest, resizeQuality: 'high' } as const;
  try {
    return pictureOf(await createImageBitmap(file, file.size > large ? smaller : turned));
  } catch (error) {
    // Safari's pictures knew formats before its bitmaps did. Elsewhere it would only set off the page's policy.
    if (/apple/i.test(navigator.vendor)) return await decodeByElement(file);
    // Not every browser that has bitmaps knows their options.
    if (error instanceof TypeError) return pictureOf(await createImageBitmap(file));
    throw error;
  }
}

const pictureOf = (bitmap: ImageBitmap): Picture => ({
  source: bitmap,
  width: bitmap.width,
  height: bitmap.height,
  close: () => bitmap.close(),
});

/** By the browser's own picture, which a page may forbid (`img-src` without `blob:`). */
async function decodeByElement(file: Blob): Promise<Picture> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  const close = (): void => URL.revokeObjectURL(address);
  try {
    image.src = address;
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight, close };
  } catch (error) {
    close();
    throw error;
  }
}

function drawn({ source, width, height }: Picture, most_: number): HTMLCanvasElement {
  const scale = Math.min(1, most_ / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new PhotoError('not_readable');
  // JPEG knows no transparency; without this it would be black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        // Safari counts the memory of canvases that are not yet collected.
        canvas.width = canvas.height = 0;
        if (blob) resolve(blob);
        else reject(new PhotoError('not_readable'));
      },
      'image/jpeg',
      quality,
    );
  });
}

const previewOf = (canvas: HTMLCanvasElement): PhotoPreview => ({
  width: canvas.width,
  height: canvas.height,
  draw: (target) => target.getContext('2d')?.drawImage(canvas, 0, 0, target.width, target.height),
});

/** What a file is by its first bytes. */
async function kindOf(file: Blob): Promise<'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'other'> {
  const bytes = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const text = String.fromCharCode(...bytes);
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG')) return 'png';
  if (text.startsWith('%PDF')) return 'pdf';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  // ISO base media files say what they are behind `ftyp`; these are the brands of HEIF (ISO/IEC 23008-12).
  return /^.{4}ftyp(hei[cxms]|hev[cx]|mif1|msf1)/s.test(text) ? 'heic' : 'other';
}

/** How a picture was held (Exif 2.3, tag 0x0112): 1 is upright, 2 to 8 are turned or mirrored. */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientationTag = 0x0112;

/**
 * Reads the orientation from the TIFF structure of Exif data. Anything missing or broken means upright, as viewers take it.
 */
export function exifOrientation(tiff: Uint8Array): ExifOrientation {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const offset = directory + 2 + entry * 12;
    if (offset + 12 > tiff.length) return 1;
    if (view.getUint16(offset, little) !== orientationTag) continue;
    const value = view.getUint16(offset + 8, little);
    return value >= 1 && value <= 8 ? (value as ExifOrientation) : 1;
  }
  return 1;
}

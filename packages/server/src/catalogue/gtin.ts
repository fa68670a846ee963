import { readProductCode } from '@postlude/contract/gs1';

/** A GTIN in 14 digits from what a shop keeps as the barcode of a variant; null when that is something else. */
export function gtinOf(barcode: string | null | undefined): string | null {
  const digits = (barcode ?? '').replace(/[\s-]/g, '');
  return /^\d+$/.test(digits) ? (readProductCode(digits)?.gtin ?? null) : null;
}

/** A part of a file that was asked for: from its first byte up to and without `to`. `isEmpty`: there is nothing there. */
export interface BytePart {
  readonly from: number;
  readonly to: number;
  readonly isEmpty: boolean;
}

/**
 * Reads a `Range` header (RFC 9110, 14.1.2).
 *
 * @returns null where everything is to be sent: without one, with one that is not understood, and with several parts at once.
 */
export function partOf(header: string | undefined, length: number): BytePart | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = asked ?? [];
  if (!asked || (first === '' && last === '')) return null;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  // Without a first byte, the last ones are meant.
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length : Math.min(length, Number(last) + 1);
  return from < to ? { from, to, isEmpty: false } : { from: 0, to: 0, isEmpty: true };
}

import type { SerialImport } from '@postlude/contract';
import { serialKey } from '@postlude/contract/serials';
import type { ListLayout } from '../db/schema/serials-and-recalls.ts';
import { splitCells } from '../file-imports/split-cells.ts';
import { longestRow } from './read-heading.ts';

/** A serial number of a list. */
export interface ListedSerial {
  readonly productId: string;
  readonly key: string;
  readonly serial: string;
  readonly batch: string | null;
}

/** Why a row cannot be taken. */
export type BadBecause = SerialImport['badRows'][number]['because'];

/** What rows get that say nothing of their own. */
export interface RowDefaults {
  readonly productId: string | null;
  readonly batch: string | null;
}

const decoder = new TextDecoder();

/** What a row says, or why it cannot be taken. */
export function judgeRow(
  bytes: Uint8Array,
  layout: ListLayout,
  defaults: RowDefaults,
): ListedSerial | BadBecause {
  if (bytes.length > longestRow) return 'too_long';
  const text = decoder.decode(bytes);
  const cells = splitCells(text, layout.delimiter);
  // A delimiter too many at the end is what spreadsheets write.
  while (cells.length > layout.columns && cells.at(-1) === '') cells.pop();
  if (cells.length !== layout.columns) return 'columns';
  const cell = (column: number | null): string | null => (column === null ? null : cells[column] || null);
  const serial = cell(layout.serial);
  if (serial === null) return 'empty';
  const productId = cell(layout.productId) ?? defaults.productId;
  const batch = cell(layout.batch) ?? defaults.batch;
  if (productId === null) return 'no_product';
  if (serial.length > 64 || productId.length > 128 || (batch?.length ?? 0) > 128) return 'too_long';
  const key = serialKey(serial);
  // Nothing but separators, or signs no shopper can type.
  if (key === '' || /\p{Cc}/u.test(serial)) return 'pattern';
  return { productId, key, serial, batch };
}

import type { ReadContext } from '../adapter.ts';
import { wordAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { instant } from '../moments.ts';
import type { UnknownWords } from './tracking.ts';

/** What reading a WooCommerce order needs beside the order. */
export interface WoocommerceContext extends ReadContext {
  readonly unknown: UnknownWords;
  readonly isDeleted: boolean;
}

/** `<key>_gmt` is in UTC without saying so; `<key>` is in the shop's own zone. */
export function timeAt(record: JsonRecord, key: string, { timeZone }: ReadContext): string | null {
  return instant(wordAt(record, `${key}_gmt`), 'UTC') ?? instant(wordAt(record, key), timeZone);
}

import type { SerialRule } from '@postlude/contract';
import { readSerial, serialKey } from '@postlude/contract/serials';
import { sql } from 'kysely';
import { serialRuleFor } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import type { PassportFacts } from '../passports/facts.ts';

/** A serial number that fits what is asked of its product. */
export interface ReadSerial {
  readonly serial: string;
  readonly key: string;
}

/** What became of a serial number that was sent: `null` where none was, and none is needed. */
export type SerialVerdict = ReadSerial | 'serial_required' | 'serial_wrong' | null;

/** What is asked about the serial number of an item. */
export const ruleOf = (facts: PassportFacts): SerialRule | null =>
  serialRuleFor(facts.policy.policy, facts.sold, facts.line);

/** Reads a serial number by its rule. Nothing is looked up: whoever types learns what the page could have told. */
export function judgeSerial(typed: string | null | undefined, rule: SerialRule | null): SerialVerdict {
  const shape = { masks: rule?.masks ?? [], check: rule?.check ?? null };
  const { state, value } = readSerial(typed ?? '', shape);
  if (state === 'empty') return rule?.asked === 'required' ? 'serial_required' : null;
  const key = serialKey(value);
  return state === 'fits' && key !== '' ? { serial: value, key } : 'serial_wrong';
}

/** What a serial number belongs to: the product, whichever of its variants, and where it has no id its title. */
export const productKeyOf = ({ line }: Pick<PassportFacts, 'line'>): string =>
  line.productId ?? `title:${line.title.toLowerCase()}`;

/**
 * Takes a serial number for a unit. Of two that come at once the second waits here until the first is done, and finds it
 * taken then. A number whose unit was sent back is free for whoever bought the unit next.
 *
 * @param isFree says whether the unit that holds the number has lost it.
 */
export async function takeSerial(
  tx: Tx,
  facts: PassportFacts,
  key: string,
  isFree: (passportId: string) => Promise<boolean>,
): Promise<boolean> {
  const product = productKeyOf(facts);
  const { rows } = await sql<{ passport_id: string }>`
    insert into registered_serials (store_id, product_key, serial_key, passport_id)
    values (${facts.storeId}, ${product}, ${key}, ${facts.id})
    on conflict (store_id, product_key, serial_key) do update set serial_key = excluded.serial_key
    returning passport_id`.execute(tx);
  const holder = rows[0]?.passport_id ?? facts.id;
  if (holder !== facts.id && !(await isFree(holder))) return false;
  // The one it had goes last: two units that exchange their numbers at once would wait for each other in a circle.
  await tx
    .deleteFrom('registered_serials')
    .where('store_id', '=', facts.storeId)
    .where('passport_id', '=', facts.id)
    .where((is) => is.or([is('serial_key', '<>', key), is('product_key', '<>', product)]))
    .execute();
  if (holder === facts.id) return true;
  await tx
    .updateTable('registered_serials')
    .set({ passport_id: facts.id })
    .where('store_id', '=', facts.storeId)
    .where('product_key', '=', product)
    .where('serial_key', '=', key)
    .execute();
  return true;
}

/** Lets a unit's serial number go. */
export async function releaseSerial(tx: Tx, storeId: string, passportId: string): Promise<void> {
  await tx
    .deleteFrom('registered_serials')
    .where('store_id', '=', storeId)
    .where('passport_id', '=', passportId)
    .execute();
}

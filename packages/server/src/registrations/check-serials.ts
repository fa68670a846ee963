import { problems } from '@postlude/contract/problems';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts } from '../passports/facts.ts';
import { readOnePassport } from '../passports/read.ts';
import { findListed } from '../serial-lists/lookup.ts';
import { judgeSerial, type ReadSerial, ruleOf, takeSerial } from './serials.ts';
import { writeSerial } from './store.ts';

/** A unit that is registered, and the serial number that was sent for it. */
export interface WithSerial {
  readonly facts: PassportFacts;
  /** Its place in the request: what is wrong is said there. */
  readonly index: number;
  readonly typed: string | null | undefined;
}

/** The same, once the number was read. */
export interface WithReadSerial extends WithSerial {
  readonly read: ReadSerial | null;
}

const wrong = (
  code: 'serial_required' | 'serial_wrong' | 'serial_not_accepted' | 'serial_taken',
  at: readonly number[],
  more = {},
) =>
  new ApiProblem(code, {
    fields: Object.fromEntries(at.map((index) => [`items.${index}.serial`, problems[code].title])),
    ...more,
  });

/**
 * Reads the serial numbers of a request by the rules of their products.
 *
 * @throws ApiProblem `serial_required`, `serial_wrong`; all items with that are named.
 */
export function readSerials(all: readonly WithSerial[]): WithReadSerial[] {
  const judged = all.map((each) => ({ ...each, verdict: judgeSerial(each.typed, ruleOf(each.facts)) }));
  for (const code of ['serial_wrong', 'serial_required'] as const) {
    const at = judged.filter(({ verdict }) => verdict === code).map(({ index }) => index);
    if (at.length > 0) throw wrong(code, at);
  }
  return judged.map(({ verdict, ...each }) => ({
    ...each,
    read: typeof verdict === 'object' ? verdict : null,
  }));
}

/**
 * Keeps the serial numbers of units that are held. A number that is on no list and one that nobody ever heard of are told the
 * same; who tries many learns nothing.
 *
 * @param afterwards counts the failure.
 * @throws ApiProblem `serial_not_accepted`, `serial_taken`.
 */
export async function keepSerials(
  tx: Tx,
  all: readonly WithReadSerial[],
  { now, afterwards }: { readonly now: Date; readonly afterwards?: () => Promise<void> },
): Promise<PassportFacts[]> {
  const more = afterwards ? { afterwards } : {};
  const listed = new Map<string, string | null>();
  const unknown: number[] = [];
  for (const { facts, index, read } of all) {
    if (read === null) continue;
    const { storeId, line } = facts;
    const found =
      line.productId === null
        ? null
        : await findListed(tx, { storeId, productId: line.productId, serial: read.serial });
    if (found === null && ruleOf(facts)?.listed === true) unknown.push(index);
    listed.set(facts.id, found?.batch ?? null);
  }
  if (unknown.length > 0) throw wrong('serial_not_accepted', unknown, more);
  // In one order for everybody, so that two lists never wait for each other in a circle.
  const taken: number[] = [];
  for (const { facts, index, read } of all.toSorted((a, b) => compare(a.read?.key, b.read?.key))) {
    if (read === null || ruleOf(facts)?.once !== true) continue;
    const isFree = async (passportId: string) =>
      (await readOnePassport(tx, { storeId: facts.storeId, passportId }, now))?.state === 'returned';
    if (!(await takeSerial(tx, facts, read.key, isFree))) taken.push(index);
  }
  if (taken.length > 0) throw wrong('serial_taken', taken, more);
  return Promise.all(
    all.map(async ({ facts, read }) => {
      if (read === null) return facts;
      const batch = listed.get(facts.id) ?? null;
      await writeSerial(tx, facts, { serial: read.serial, serial_key: read.key, batch });
      return { ...facts, serial: read.serial, batch };
    }),
  );
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

import type { RewardSide } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { storableText } from '../../db/values.ts';
import type { JudgedRow } from '../../file-imports/read-file.ts';
import { tillCodeKey } from './code-key.ts';
import type { BadCode, FileCode } from './judge-code.ts';

/** Where codes go. */
export interface CodeTarget {
  readonly storeId: string;
  readonly importId: string;
  readonly programmeId: string;
  readonly side: RewardSide;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

type BadRow = { readonly row: number; readonly text: string; readonly because: BadCode };
type Wanted = FileCode & { readonly key: string; readonly row: number; readonly text: string };

/**
 * Puts rows into a pool, all in two statements. A code that is there, in whatever pool and whether it was given or not, stays as it is.
 *
 * @param seen keys of earlier rows of a dry run, which are nowhere else
 */
export async function addCodes(
  tx: Tx,
  target: CodeTarget,
  rows: readonly JudgedRow<FileCode | BadCode>[],
  seen: Set<string>,
): Promise<{ readonly added: number; readonly known: number; readonly bad: readonly BadRow[] }> {
  const bad: BadRow[] = [];
  const wanted = new Map<string, Wanted>();
  for (const { row, text, says } of rows) {
    if (typeof says === 'string') {
      bad.push({ row, text, because: says });
      continue;
    }
    const code = storableText(says.code);
    const key = tillCodeKey(code);
    if (wanted.has(key) || seen.has(key)) bad.push({ row, text, because: 'twice' });
    else wanted.set(key, { ...says, code, key, row, text });
  }
  const there = await findThere(tx, target.storeId, [...wanted.keys()]);
  let known = 0;
  for (const [key, importId] of there) {
    const one = wanted.get(key);
    wanted.delete(key);
    if (importId !== target.importId || !one) known += 1;
    else bad.push({ row: one.row, text: one.text, because: 'twice' });
  }
  const fresh = [...wanted.values()];
  if (target.dryRun) for (const { key } of fresh) seen.add(key);
  const added = target.dryRun ? fresh.length : await insert(tx, target, fresh);
  // Another import may have brought some in the meantime.
  known += fresh.length - added;
  return { added, known, bad: bad.toSorted((a, b) => a.row - b.row) };
}

async function findThere(
  tx: Tx,
  storeId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code_key: string; import_id: string }>`
    select there.code_key, there.import_id
    from unnest(${keys}::text[]) as each (code_key)
    join reward_codes as there on there.store_id = ${storeId} and there.code_key = each.code_key`.execute(tx);
  return new Map(rows.map((row) => [row.code_key, row.import_id]));
}

async function insert(tx: Tx, target: CodeTarget, codes: readonly Wanted[]): Promise<number> {
  if (codes.length === 0) return 0;
  const done = await sql`
    insert into reward_codes (store_id, code_key, programme_id, side, code, expires_at, import_id, place)
    select ${target.storeId}, each.code_key, ${target.programmeId}, ${target.side}, each.code, each.expires_at,
      ${target.importId}, each.place
    from unnest(
      ${codes.map(({ key }) => key)}::text[], ${codes.map(({ code }) => code)}::text[],
      ${codes.map(({ expiresAt }) => expiresAt?.toISOString() ?? null)}::timestamptz[],
      ${codes.map(({ row }) => row)}::integer[]
    ) as each (code_key, code, expires_at, place)
    on conflict (store_id, code_key) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

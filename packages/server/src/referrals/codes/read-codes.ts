import type { CodeImport } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { CodeFileSettings } from '../../db/schema/review-files.ts';
import { type FileReading, leftFiles, readFile } from '../../file-imports/read-file.ts';
import type { TakenFile } from '../../file-imports/take-file.ts';
import { issueDue, wakeWaiting } from '../rewards/retry.ts';
import { addCodes } from './add-codes.ts';
import { type BadCode, type FileCode, judgeCode } from './judge-code.ts';
import { longestRow } from './read-layout.ts';

/** Codes that are shown of an import. */
const previewed = 5;

/** A file's settings: what `startCodeImport` kept for this kind of file. */
const settingsOf = ({ settings }: TakenFile) => settings as CodeFileSettings;

/** How one file of codes is read. Of a dry run the keys of what would be there are remembered, as nothing is written. */
function codeReading(context: Context): FileReading<FileCode | BadCode> {
  const now = context.clock.now();
  const seen = new Set<string>();
  let preview: CodeImport['preview'] = [];
  return {
    kind: 'codes',
    stepRows: 2_000,
    shape: (taken) => ({ delimiter: settingsOf(taken).layout.delimiter, longestRow }),
    judge(row, taken) {
      const { layout, timeZone } = settingsOf(taken);
      return judgeCode(row, layout, timeZone, now);
    },
    isReadAfresh: (taken) => settingsOf(taken).dryRun,
    async add(tx, taken, rows) {
      const { store_id: storeId, import_id: importId } = taken;
      const { programmeId, side, dryRun } = settingsOf(taken);
      const done = await addCodes(tx, { storeId, importId, programmeId, side, dryRun }, rows, seen);
      if (!dryRun && done.added > 0) await wakeWaiting(tx, { storeId, programmeId, side }, now);
      const isEarly = preview.length < previewed && taken.preview.length < previewed;
      if (isEarly) {
        const good = rows.flatMap(({ says }) => (typeof says === 'string' ? [] : [shown(says)]));
        preview = [...preview, ...good].slice(0, previewed);
      }
      return { ...done, ...(isEarly ? { preview } : {}) };
    },
  };
}

const shown = ({ code, expiresAt }: FileCode): CodeImport['preview'][number] => ({
  code,
  expiresAt: expiresAt?.toISOString() ?? null,
});

/** Reads a kept file of codes to its end (see `readFile`), and gives them to the rewards that waited for some. */
export async function readCodes(context: Context, storeId: string, importId: string): Promise<void> {
  await readFile(context, storeId, importId, codeReading);
  await issueDue(context, storeId);
}

/** Goes on with what a killed process left half read, of all stores; returns how many were found. */
export async function readLeftCodes(context: Context): Promise<number> {
  const left = await leftFiles(context, 'codes');
  for (const { storeId, importId } of left) {
    if (context.stopping.aborted) break;
    await readCodes(context, storeId, importId);
  }
  return left.length;
}

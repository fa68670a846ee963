import { open, readFile } from 'node:fs/promises';
import { messageOf, PostludeServerError } from '../errors.ts';
import { exitCodes, type Io } from './io.ts';
import { facts, table } from './output.ts';

/** How far the import of a file is, of whatever kind. */
export interface FileReport {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed' | 'undone';
  readonly dryRun?: boolean;
  readonly read: number;
  readonly rows: number;
  readonly added: number;
  readonly known: number;
  readonly bad: number;
  readonly badRows: readonly { readonly row: number; readonly text: string; readonly because: string }[];
}

/** What the help of every command that imports a file ends with. */
export const importHelp = '\nEnds with 0 when every row was taken and with 3 when some were bad.';

/** The bytes of a file, if there are not more than are taken at once. */
export async function bytesOf(file: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file);
    if (bytes.length <= most) return bytes;
  } catch (cause) {
    throw new PostludeServerError('invalid_argument', `${file} cannot be read: ${messageOf(cause)}`, {
      cause,
    });
  }
  throw new PostludeServerError('invalid_argument', `${file} is larger than ${most} bytes.`);
}

/** Writes pieces to a new file as they come; returns how many bytes. */
export async function writePieces(file: string, pieces: AsyncIterable<string>): Promise<number> {
  const target = await open(file, 'wx').catch((cause: unknown) => {
    throw new PostludeServerError('invalid_argument', `${file} cannot be written: ${messageOf(cause)}`, {
      cause,
    });
  });
  let bytes = 0;
  try {
    for await (const piece of pieces) bytes += (await target.write(piece)).bytesWritten;
  } finally {
    await target.close();
  }
  return bytes;
}

/** Reads a file to its end, with a line that says how far it is for whoever watches. `look` tells how far. */
export async function readWatched<Report extends FileReport>(
  io: Io,
  look: () => Promise<Report>,
  read: () => Promise<unknown>,
): Promise<Report> {
  const timer = io.watched
    ? setInterval(() => {
        look().then(
          (report) => io.err(`\r${report.read} of ${report.rows} rows`),
          () => undefined,
        );
      }, 500)
    : undefined;
  try {
    await read();
  } finally {
    clearInterval(timer);
    if (io.watched) io.err('\r');
  }
  return look();
}

/** What a command that imports a file ends with. */
export function exitOf({ state, bad }: FileReport): number {
  if (state !== 'done') return exitCodes.failed;
  return bad === 0 ? exitCodes.done : exitCodes.partly;
}

/** A report as people read it: its facts with those of its kind, a look at what was understood, and the first bad rows. */
export function reportText(
  report: FileReport,
  own: { readonly about?: Parameters<typeof facts>[0]; readonly look?: string } = {},
): string {
  const { badRows, bad } = report;
  const parts = [
    facts([
      ['import', report.id],
      ['state', report.dryRun ? `${report.state} (dry run, nothing was written)` : report.state],
      ['rows', `${report.read} of ${report.rows}`],
      ['added', String(report.added)],
      ['known', String(report.known)],
      ...(own.about ?? []),
      ['bad', String(bad)],
    ]),
    own.look,
  ];
  if (badRows.length > 0) {
    const shown = badRows
      .slice(0, 50)
      .map(({ row, because, text }) => [String(row), because, text.slice(0, 80)]);
    const more = bad > shown.length ? `\n… and ${bad - shown.length} more (--json lists a thousand).` : '';
    parts.push(`${table(['row', 'because', 'text'], shown)}${more}`);
  }
  return parts.filter((part) => part !== undefined).join('\n\n');
}

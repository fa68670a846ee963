import { readFile } from 'node:fs/promises';
import { messageOf, PostludeServerError } from '../errors.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { invalidInput } from '../http/invalid-fields.ts';
import type { Io } from './io.ts';

/** What a schema says of settings. */
export type ReadSettings<Input> = (
  json: unknown,
) => { success: true; data: Input } | { success: false; error: Parameters<typeof invalidInput>[0] };

/**
 * Reads settings in JSON from a file or, for `-`, from standard input: alone, or in the field `within` of what a command printed with
 * `--json`.
 *
 * @throws PostludeServerError `invalid_argument`; ApiProblem `invalid_input` with a line for each field that is wrong.
 */
export async function settingsIn<Input>(
  io: Io,
  file: string,
  within: string,
  read: ReadSettings<Input>,
): Promise<Input> {
  const json = parsed(file === '-' ? await io.readInput() : await textOf(file));
  const input =
    typeof json === 'object' && json !== null ? ((json as Record<string, unknown>)[within] ?? json) : json;
  const found = read(input);
  if (found.success) return found.data;
  return explain(invalidInput(found.error, input));
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PostludeServerError('invalid_argument', `The file cannot be read: ${messageOf(error)}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PostludeServerError('invalid_argument', `This is not JSON: ${messageOf(error)}`);
  }
}

/** Throws a problem on with its fields, a line each: at a terminal nobody sees them otherwise. */
export function explain(problem: unknown): never {
  if (!(problem instanceof ApiProblem)) throw problem;
  const lines = Object.entries(problem.details.fields ?? {}).map(
    ([path, sentence]) => `  ${path}: ${sentence}`,
  );
  throw new ApiProblem(problem.code, { ...problem.details, detail: [problem.message, ...lines].join('\n') });
}

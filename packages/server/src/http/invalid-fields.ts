import type * as z from 'zod/mini';
import { ApiProblem } from './api-problem.ts';

type Issue = z.core.$ZodIssue;

/** How many fields one answer names: enough to work with, and no way to have a large answer made. */
const mostFields = 25;
const longestPath = 200;

/**
 * Turns what a schema found into `invalid_input`, each field with a sentence a person can act on.
 * `prefix` says which part of the request is meant (`query.`), empty for the body.
 */
export function invalidInput(error: z.core.$ZodError, input: unknown, prefix = ''): ApiProblem {
  const fields: Record<string, string> = {};
  for (const [path, sentence] of sentences(error.issues, [], input)) {
    const key = `${prefix}${path.join('.')}`.slice(0, longestPath) || 'body';
    if (Object.keys(fields).length >= mostFields) break;
    if (!Object.hasOwn(fields, key)) setOwn(fields, key, sentence);
  }
  return new ApiProblem('invalid_input', { fields });
}

function* sentences(
  issues: readonly Issue[],
  base: readonly PropertyKey[],
  input: unknown,
): Generator<[string[], string]> {
  for (const issue of issues) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) yield [[...path, key].map(String), 'This field is not known.'];
    } else if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const closest = issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
      yield* sentences(closest, path, input);
    } else {
      const missing = valueAt(input, path) === undefined;
      yield [path.map(String), missing ? 'This is missing.' : sentence(issue)];
    }
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${a(issue.expected)}.`;
    case 'too_small':
      return `This must be at least ${amount(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `This must be at most ${amount(issue.maximum, issue.origin)}.`;
    case 'invalid_format':
      return formats[issue.format] ?? 'This does not have the right form.';
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      return options.length > 0
        ? `This must be one of: ${options.map(String).join(', ')}.`
        : 'This is not right.';
    }
    default:
      return 'This is not right.';
  }
}

const formats: Readonly<Record<string, string>> = {
  datetime: 'This must be a moment like 2026-11-26T09:30:00Z.',
  date: 'This must be a day like 2026-11-26.',
};

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const a = (kind: string): string => kinds[kind] ?? `a ${kind}`;

function amount(limit: number | bigint, origin: string): string {
  const plural = Number(limit) === 1 ? '' : 's';
  if (origin === 'string') return `${limit} character${plural} long`;
  return origin === 'array' ? `${limit} entr${plural ? 'ies' : 'y'} long` : String(limit);
}

/** A field may be called `__proto__`; plain assignment would lose it. */
function setOwn(target: Record<string, string>, key: string, value: string): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

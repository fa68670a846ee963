import { Origin, type Provider, providers, StoreUpdate } from '@postlude/contract';
import { type Command, InvalidArgumentError } from 'commander';
import { PostludeServerError } from '../errors.ts';

/** Options every command has, before or after its name. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly data?: string;
}

/** The options of a command together with those of the program. */
export function optionsOf<T>(command: Command): T & GlobalOptions {
  const options = command.optsWithGlobals<T & GlobalOptions>();
  return { ...options, json: options.json ?? false };
}

const fields = StoreUpdate.shape;

/** Reads an origin; may be given several times. */
export function origin(text: string, before: readonly string[] = []): string[] {
  const bare = text.replace(/\/+$/, '').toLowerCase();
  if (!Origin.safeParse(bare).success) {
    throw new InvalidArgumentError(
      'It must be like https://shop.example.com, without a path (http only for localhost).',
    );
  }
  return [...before, bare];
}

/** Reads a language tag. */
export function locale(text: string): string {
  return checked(fields.locale.safeParse(text).success, text, 'It must be a language tag like de or en-GB.');
}

/** Reads a currency code, in any case. */
export function currency(text: string): string {
  const code = text.toUpperCase();
  return checked(fields.currency.safeParse(code).success, code, 'It must be an ISO 4217 code like EUR.');
}

/** Reads a time zone of IANA. */
export function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone === undefined
      ? 'UTC'
      : text;
  } catch {
    throw new InvalidArgumentError('It must be a time zone like Europe/Berlin.');
  }
}

/** Reads a whole number between two bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads the name of a provider of webhooks. */
export function provider(text: string): Provider {
  const found = providers.find((name) => name === text.toLowerCase());
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It must be one of ${providers.join(', ')}.`);
}

/** Hours from now as a moment; null for none, when the old one is to end at once. */
export function graceUntil(
  now: Date,
  options: { readonly grace: number; readonly now?: boolean },
): Date | null {
  return options.now === true || options.grace === 0
    ? null
    : new Date(now.getTime() + options.grace * 3_600_000);
}

/** Checks settings of a store against the contract, which knows lengths and forms. */
export function checkedSettings(settings: unknown): StoreUpdate {
  const parsed = StoreUpdate.safeParse(settings);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new PostludeServerError('invalid_argument', `The settings are not right. ${wrong.join('; ')}`);
}

function checked(right: boolean, text: string, sentence: string): string {
  if (right) return text;
  throw new InvalidArgumentError(sentence);
}

import { type Signal, signal } from '@preact/signals';
import { createFormat, type Format } from '../kit/format.ts';
import { createGuard, type Guard, type Reporter } from '../kit/guard.ts';
import type { Said } from '../kit/live-region.tsx';
import { localeFor, varietyFor } from '../kit/locale.ts';
import { fillIn, type MessageValues, type Translate } from '../kit/messages.ts';
import type { OrderTrackingTexts } from '../order-tracking/order-tracking.messages.ts';
import type { LookupField } from './state.ts';

/** What every part of a widget about an order works with: words, dates, and the wall. */
export interface Words {
  readonly format: Format;
  readonly guard: Guard;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly t: Translate<OrderTrackingTexts>;
  /** The text for a code of the server, or null where this version has none: a newer server knows more than we do. */
  readonly known: (key: string, values?: MessageValues) => string | null;
  /** What the live region says. */
  readonly said: Signal<Said | null>;
}

/** The same for the parts that are there before the order is: what they can do with the model. */
export interface SessionUi extends Words {
  readonly model: {
    edit(field: LookupField, value: string): void;
    find(values: Readonly<Record<LookupField, string>>): void;
    now(): number;
    /** Present where a gift's code opens an order too. */
    lookUpGift?(isGift: boolean): void;
  };
}

/** What `createWords` makes its words of. */
export interface WordsOptions {
  readonly catalogue: { readonly language: string; readonly direction: 'ltr' | 'rtl' } | undefined;
  /** As the page says it, in any spelling. */
  readonly locale: string | undefined;
  /** Later ones win. */
  readonly texts: readonly (Readonly<Partial<Record<string, string>>> | undefined)[];
  readonly now: () => number;
  readonly timeZone: string | undefined;
  readonly report: Reporter | undefined;
}

/** Makes the `Words` of one widget. */
export function createWords(options: WordsOptions): Words {
  const { catalogue, now, timeZone, report } = options;
  const language = catalogue?.language ?? 'en';
  const direction = catalogue?.direction ?? 'ltr';
  const locale = localeFor(language, options.locale);
  const format = createFormat(varietyFor(locale), now, timeZone);
  const rules = { number: format.number, plural: format.plural, isolate: direction === 'rtl' };
  const texts: Readonly<Record<string, string | undefined>> = Object.assign({}, ...options.texts);
  const known = (key: string, values: MessageValues = {}): string | null => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    return text === undefined ? null : fillIn(text, values, rules);
  };
  return {
    format,
    guard: createGuard(report),
    locale,
    direction,
    t: (key, ...[values]) => known(key, values) ?? key,
    known,
    said: signal<Said | null>(null),
  };
}

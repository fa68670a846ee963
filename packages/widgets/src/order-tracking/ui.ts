import { type Signal, signal } from '@preact/signals';
import { createFormat, type Format } from '../kit/format.ts';
import { createGuard, type Guard } from '../kit/guard.ts';
import type { Said } from '../kit/live-region.tsx';
import { localeFor, varietyFor } from '../kit/locale.ts';
import { fillIn, type MessageValues, type Translate } from '../kit/messages.ts';
import type { OrderTrackingModel } from './options.ts';
import { english } from './order-tracking.messages.ts';
import type { OrderTrackingProps } from './order-tracking.tsx';

/** What every part of the card works with: words, dates, the wall, and the model's actions. */
export interface Ui {
  readonly model: OrderTrackingModel;
  readonly format: Format;
  readonly guard: Guard;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly t: Translate<typeof english>;
  /** The text for a code of the server, or null where this version has none: a newer server knows more than we do. */
  readonly known: (key: string, values?: MessageValues) => string | null;
  /** What the live region says. */
  readonly said: Signal<Said | null>;
}

/** Makes the `Ui` of one card. */
export function createUi(props: OrderTrackingProps): Ui {
  const { model, catalogue, messages } = props;
  const language = catalogue?.language ?? 'en';
  const direction = catalogue?.direction ?? 'ltr';
  const locale = localeFor(language, props.locale);
  const format = createFormat(varietyFor(locale), model.now, props.timeZone);
  const rules = { number: format.number, plural: format.plural, isolate: direction === 'rtl' };
  const texts: Readonly<Record<string, string>> = { ...english, ...catalogue?.orderTracking, ...messages };
  const known = (key: string, values: MessageValues = {}): string | null => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    return text === undefined ? null : fillIn(text, values, rules);
  };
  return {
    model,
    format,
    guard: createGuard(props.report),
    locale,
    direction,
    t: (key, ...[values]) => known(key, values) ?? key,
    known,
    said: signal<Said | null>(null),
  };
}

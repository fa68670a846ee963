import type { Reporter } from '../kit/guard.ts';
import type { Theme } from '../kit/theme.ts';
import type { Catalogue } from '../locales/catalogue.ts';

/** What every widget's component is given. `Message` is the names of its texts. */
export interface WidgetProps<Model, Message extends string> {
  readonly model: Model;
  /** A language tag in any spelling (`de_DE`, `pt-br`); one that cannot be used reads as that of the catalogue. */
  readonly locale?: string | undefined;
  /** The texts of one language (`@postlude/widgets/locales/de`); English unless given. */
  readonly catalogue?: Catalogue | undefined;
  /** The store's own words for single texts. */
  readonly messages?: Readonly<Partial<Record<Message, string>>> | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The shopper's own zone unless given. */
  readonly timeZone?: string | undefined;
  /** Where errors go that the widget caught. */
  readonly report?: Reporter | undefined;
}

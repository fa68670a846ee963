import type { english as claimStatus } from '../claims/claim-status.messages.ts';
import type { MessageValues, Translate } from '../kit/messages.ts';
import { english as session } from '../order-session/order-session.messages.ts';
import { isPassing } from '../order-session/problem.ts';
import { createWords, type Words } from '../order-session/words.ts';
import type { RegistrationModel } from './options.ts';
import type { english as stepsEnglish } from './registration-steps.messages.ts';
import { english } from './warranty-registration.messages.ts';
import type { WarrantyRegistrationProps } from './warranty-registration.tsx';

/** The texts of registrations by their English words. Those of later screens are there once the screens are. */
export type RegistrationTexts = typeof english & typeof claimStatus & typeof stepsEnglish;

/** Texts that came with later screens. */
export type LaterTexts = Readonly<Record<string, string>>;

/** What every part of the registration widget works with: its words, and the model's actions. */
export interface Ui extends Words {
  readonly model: RegistrationModel;
  /** Says a text of registrations. */
  readonly say: Translate<RegistrationTexts>;
}

/** Makes the `Ui` of one widget. `later` is what came with later screens: the English texts first. */
export function createUi(props: WarrantyRegistrationProps, later: readonly (LaterTexts | undefined)[]): Ui {
  const { model, catalogue, messages, locale, timeZone, report } = props;
  const [laterEnglish, ...translated] = later;
  const own = [catalogue?.orderSession, catalogue?.warrantyRegistration, ...translated, messages];
  const texts = [session, english, laterEnglish, ...own];
  const words = createWords({ catalogue, locale, texts, now: model.now, timeZone, report });
  const say = (key: string, ...[values]: readonly MessageValues[]): string => words.known(key, values) ?? key;
  return { ...words, model, say: say as Translate<RegistrationTexts> };
}

/** What went wrong, in words. */
export function troubleText(ui: Ui, { code }: { readonly code: string }): string {
  const known = ui.known(`problem.${code === 'rate_limited' ? 'unavailable' : code}`);
  const isNetwork = isPassing({ code, retryable: true, requestId: null, retryAt: null });
  return known ?? ui.t(isNetwork ? 'problem.unreachable' : 'problem.other');
}

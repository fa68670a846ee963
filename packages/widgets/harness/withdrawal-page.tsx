// The withdrawal function for the harness's page: any sample, in a shadow root as on a real page.
import { render } from 'preact';
import type { Catalogue } from '../src/locales/catalogue.ts';
import { browserEnvironment } from '../src/order-session/browser-environment.ts';
import { sampleNow } from '../src/order-tracking/samples.ts';
import {
  adoptStyles,
  createWithdrawalModel,
  type Theme,
  Withdrawal,
  withdrawalStyles,
} from '../src/withdrawal/index.ts';
import { sampleStates } from '../src/withdrawal/samples.ts';

/** The names of its states: `withdrawal/check`. */
export const withdrawalNames = Object.keys(sampleStates)
  // Of what is not offered there is nothing to see.
  .filter((name) => name !== 'off')
  .map((name) => `withdrawal/${name}`);

const never = (): Promise<never> => new Promise(() => {});

/** Shows a state in this place, and returns what takes it away. */
export function showWithdrawal(
  host: HTMLElement,
  name: string,
  language: string,
  catalogue: Catalogue | undefined,
  theme: Theme,
): () => void {
  const state = sampleStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, withdrawalStyles);
  const model = createWithdrawalModel({
    source: { terms: never, open: never, declare: never },
    restore: { state, sent: {} },
    environment: { ...browserEnvironment(), now: () => sampleNow, after: () => () => {} },
  });
  render(
    <Withdrawal
      model={model}
      locale={language === 'en' ? 'en-GB' : language}
      catalogue={catalogue}
      theme={theme}
      timeZone="Europe/Berlin"
    />,
    root,
  );
  return () => {
    render(null, root);
    model.dispose();
  };
}

// The returns widget for the harness's page: any sample, in a shadow root as on a real page.
import { render } from 'preact';
import type { Catalogue } from '../src/locales/catalogue.ts';
import { browserEnvironment } from '../src/order-session/browser-environment.ts';
import { sampleNow } from '../src/order-tracking/samples.ts';
import {
  adoptStyles,
  createReturnsModel,
  Returns,
  type ReturnsSource,
  returnsStyles,
  type Theme,
} from '../src/returns/index.ts';
import { createLaterModel } from '../src/returns/later.model.ts';
import { sampleStates } from '../src/returns/sample-states.ts';

/** The names of its states: `returns/check`. */
export const returnNames = Object.keys(sampleStates).map((name) => `returns/${name}`);

const never = (): Promise<never> => new Promise(() => {});
const source = new Proxy({}, { get: () => never }) as ReturnsSource;

/** Shows a state in this place, and returns what takes it away. */
export function showReturn(
  host: HTMLElement,
  name: string,
  language: string,
  catalogue: Catalogue | undefined,
  theme: Theme,
): () => void {
  const state = sampleStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, returnsStyles);
  const model = createReturnsModel({
    source,
    drafts: null,
    later: () => createLaterModel,
    restore: {
      state,
      session: { token: 't', expiresAt: '2027-01-01T00:00:00.000Z', orderId: 'ord_1' },
    },
    environment: {
      ...browserEnvironment(),
      now: () => sampleNow,
      after: () => () => {},
      isOnline: () => !name.includes('offline'),
    },
  });
  // Going on asks for sums and settles what was under way; the picture is of the state as it is.
  (model.state as { value: unknown }).value = state;
  render(
    <Returns
      model={model}
      locale={language === 'en' ? 'en-GB' : language}
      catalogue={catalogue}
      theme={theme}
      timeZone="Europe/Berlin"
      withdrawalUrl="https://shop.example/withdraw"
    />,
    root,
  );
  return () => {
    render(null, root);
    model.dispose();
  };
}

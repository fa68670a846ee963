// Registrations for the harness's page: any sample, in a shadow root as on a real page.
import { render } from 'preact';
import type { Catalogue } from '../src/locales/catalogue.ts';
import { browserEnvironment } from '../src/order-session/browser-environment.ts';
import { sampleNow } from '../src/order-tracking/samples.ts';
import {
  adoptStyles,
  createRegistrationModel,
  type RegistrationSource,
  registrationStyles,
  type Theme,
  WarrantyRegistration,
} from '../src/warranty-registration/index.ts';
import { createLaterModel } from '../src/warranty-registration/later.model.ts';
import { sampleStates } from '../src/warranty-registration/sample-states.ts';
import { laterScreens } from '../src/warranty-registration/steps/index.ts';

/** The names of its states: `registration/done`. */
export const registrationNames = Object.keys(sampleStates).map((name) => `registration/${name}`);

const never = (): Promise<never> => new Promise(() => {});
const source = new Proxy({}, { get: () => never }) as RegistrationSource;

/** Shows a state in this place, and returns what takes it away. */
export function showRegistration(
  host: HTMLElement,
  name: string,
  language: string,
  catalogue: Catalogue | undefined,
  theme: Theme,
): () => void {
  const state = sampleStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, registrationStyles);
  const model = createRegistrationModel({
    source,
    later: async () => createLaterModel,
    restore: {
      state,
      session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: `ord_${'1'.repeat(32)}` },
    },
    environment: {
      ...browserEnvironment(),
      now: () => sampleNow,
      after: () => () => {},
      isOnline: () => name !== 'offline',
    },
  });
  render(
    <WarrantyRegistration
      model={model}
      locale={language === 'en' ? 'en-GB' : language}
      catalogue={catalogue}
      theme={theme}
      timeZone="Europe/Berlin"
      later={async () => ({ screens: laterScreens })}
      claims={never}
    />,
    root,
  );
  return () => {
    render(null, root);
    model.dispose();
  };
}

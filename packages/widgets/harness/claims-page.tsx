// The claims of an item for the harness's page: any sample, in a shadow root as on a real page.
import { signal } from '@preact/signals';
import { render } from 'preact';
import type { ClaimsSource } from '../src/claims/claims-source.ts';
import { claims } from '../src/claims/part.ts';
import { claimStates } from '../src/claims/sample-states.ts';
import { sampleItem } from '../src/claims/samples.ts';
import { css as form } from '../src/kit/form.css';
import { css as kit } from '../src/kit/kit.css';
import { LiveRegion, type Said } from '../src/kit/live-region.tsx';
import { adoptStyles } from '../src/kit/styles.ts';
import { css as tokens } from '../src/kit/tokens.css';
import type { Catalogue } from '../src/locales/catalogue.ts';
import { browserEnvironment } from '../src/order-session/browser-environment.ts';
import { css as orderSession } from '../src/order-session/order-session.css';
import { sampleNow } from '../src/order-tracking/samples.ts';

/** The names of its states: `claims/doors`. */
export const claimNames = Object.keys(claimStates).map((name) => `claims/${name}`);

const never = (): Promise<never> => new Promise(() => {});
const source = new Proxy({}, { get: () => never }) as ClaimsSource;

/** Shows a state in this place, and returns what takes it away. */
export function showClaims(
  host: HTMLElement,
  name: string,
  language: string,
  catalogue: Catalogue | undefined,
  theme: string,
): () => void {
  const state = claimStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, [tokens, kit, orderSession, form, ...claims.styles]);
  const said = signal<Said | null>(null);
  const model = claims.createClaims({
    source,
    access: { session: null, hold: () => {}, use: never },
    item: sampleItem,
    drafts: null,
    restore: { state, claimId: null },
    world: { ...browserEnvironment(), now: () => sampleNow, after: () => () => {}, isOnline: () => true },
    onEvent: () => {},
    report: (error) => console.error(error),
    sessionEnded: () => {},
    leave: () => {},
  });
  // Going on settles what was under way; the picture is of the state as it is.
  (model.state as { value: unknown }).value = state;
  render(
    <div
      class="root"
      data-theme={theme}
      lang={catalogue?.language ?? 'en'}
      dir={catalogue?.direction ?? 'ltr'}
    >
      <LiveRegion said={said} />
      <claims.Claims
        model={model}
        locale={language === 'en' ? 'en-GB' : language}
        catalogue={catalogue}
        timeZone="Europe/Berlin"
        said={said}
        pages={{ returns: 'https://shop.example/returns', withdrawal: 'https://shop.example/withdraw' }}
      />
    </div>,
    root,
  );
  return () => {
    render(null, root);
    model.dispose();
  };
}

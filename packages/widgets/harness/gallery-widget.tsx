// What every widget of the harness's page has in common: its samples by name, each in a shadow root as on a real page.
import { render, type VNode } from 'preact';
import { adoptStyles } from '../src/kit/styles.ts';
import type { Catalogue } from '../src/locales/catalogue.ts';
import { browserEnvironment } from '../src/order-session/browser-environment.ts';
import type { Theme } from '../src/order-tracking/index.ts';
import { sampleNow } from '../src/order-tracking/samples.ts';

/** How a sample is drawn: what every widget takes. */
export interface Look {
  readonly locale: string;
  readonly catalogue: Catalogue | undefined;
  readonly theme: Theme;
  readonly timeZone: string;
}

/** A widget as the page shows it. */
export interface GalleryWidget {
  /** Its states: `returns/check`. */
  readonly names: readonly string[];
  /** Shows a state in this place, and returns what takes it away. */
  show(host: HTMLElement, name: string, look: Look): () => void;
}

/** A widget in one of its states. */
interface Drawn {
  readonly view: VNode;
  readonly model: { dispose(): void };
}

/** Makes a widget of the page of its sample states. The one without a name is the tracking card, whose samples came first. */
export function galleryWidget<State>(
  widget: string,
  styles: Parameters<typeof adoptStyles>[1],
  states: Readonly<Record<string, State>>,
  draw: (state: State, look: Look, name: string) => Drawn,
): GalleryWidget {
  const prefix = widget === '' ? '' : `${widget}/`;
  return {
    names: Object.keys(states).map((name) => prefix + name),
    show(host, named, look) {
      const name = named.slice(prefix.length);
      const state = states[name];
      if (state === undefined) throw new Error(`There is no state ${named}.`);
      const root = host.attachShadow({ mode: 'open' });
      adoptStyles(root, styles);
      const { view, model } = draw(state, look, name);
      render(view, root);
      return () => {
        render(null, root);
        model.dispose();
      };
    },
  };
}

/** The browser's own environment, in which it is always the samples' moment and nothing happens later. */
export const still = (isOnline = true) => ({
  ...browserEnvironment(),
  now: () => sampleNow,
  after: () => () => {},
  isOnline: () => isOnline,
});

/** What is asked for and does not come: the sample says what is there. */
export const never = (): Promise<never> => new Promise(() => {});

/** A source of which nothing ever comes. */
export const silent = <Source extends object>(): Source => new Proxy({}, { get: () => never }) as Source;

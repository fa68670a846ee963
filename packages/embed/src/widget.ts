import type { Catalogue } from '@postlude/widgets/kit';
import type { WidgetSettings } from './settings.ts';

/** The session a loader asks for while the widget's code is still on its way. */
export interface FirstAnswer {
  /** What was asked for: a widget that wants something else by now leaves the answer alone. */
  readonly settings: WidgetSettings;
  readonly response: Promise<Response>;
  readonly aborting: AbortController;
}

/** The chunks and what they export. The names are those of the build. */
export interface Chunks {
  'order-tracking': typeof import('./elements/order-tracking.tsx');
  client: typeof import('./elements/client.ts');
  'locale-de': { readonly catalogue: LoadedCatalogue };
  'locale-ar': { readonly catalogue: LoadedCatalogue };
}

/** The texts of a language: as they are, or as its chunk packs them. */
export type LoadedCatalogue =
  | Catalogue
  | (Omit<Catalogue, 'orderTracking'> & { readonly orderTracking: string });

/** Loads a chunk: once, and again after a failure. */
export type Load = <Name extends keyof Chunks>(name: Name) => Promise<Chunks[Name]>;

/** What an element hands to its widget. */
export interface WidgetPlace {
  /** Events are told here. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the widget draws, in the room kept for it. What is in there goes. */
  readonly room: HTMLElement;
  readonly first: FirstAnswer | undefined;
  readonly load: Load;
}

/** A widget on the page. */
export interface Widget {
  /** Takes other settings; draws anew and fetches anew as far as they differ. */
  update(settings: WidgetSettings, catalogue: LoadedCatalogue | undefined): void;
  /** Asks for news now instead of at its own next time. */
  refresh(): void;
  /** Lets go of everything outside of the element, because it left the page. */
  pause(): void;
  /** Goes on where it was, because the element is back. */
  resume(): void;
}

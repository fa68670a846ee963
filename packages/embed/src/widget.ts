import type { Session } from '@postlude/contract';
import type { Catalogue, CatalogueGroup } from '@postlude/widgets/kit';
import type { WidgetSettings } from './settings.ts';

/** The widgets there are. Each has a tag, `postlude-…`, and a chunk of this name. */
export const widgetNames = [
  'order-tracking',
  'returns',
  'withdrawal',
  'warranty-registration',
  'review-prompt',
  'reviews',
  'referral',
  'referral-offer',
] as const;

/** The name of a widget. */
export type WidgetName = (typeof widgetNames)[number];

/** The session a loader asks for while the widget's code is still on its way; elements about the same order share it. */
export interface FirstAnswer {
  /** What was asked for: a widget that wants something else by now leaves the answer alone. */
  readonly settings: WidgetSettings;
  readonly response: Promise<Response>;
  /** Aborted when an element leaves that waited for it, or when it takes too long; whoever still wants it asks again. */
  readonly aborting: AbortController;
  /** The session in it once somebody reads it, which can be done once only. */
  body?: Promise<Session>;
}

/** What the chunk of a widget exports. */
export interface WidgetChunk {
  /** Puts the widget into an element. Called once for each element, when the chunk is there. */
  mount(place: WidgetPlace, settings: WidgetSettings, catalogue: LoadedCatalogue | undefined): Widget;
}

/** What the chunk with a language's texts for a widget, or for its later steps, exports. */
export interface TextsChunk {
  readonly catalogue: LoadedCatalogue;
}

/** The chunks and what they export, by their names in the build. */
export interface Chunks extends Readonly<Record<WidgetName, WidgetChunk>> {
  client: typeof import('./elements/client.ts');
  debug: typeof import('./elements/debug.ts');
  'returns-steps': typeof import('./elements/returns-steps.ts');
  'returns-client': typeof import('./elements/returns-client.ts');
  'withdrawal-client': typeof import('./elements/withdrawal-client.ts');
  'registration-steps': typeof import('./elements/registration-steps.ts');
  'warranty-client': typeof import('./elements/warranty-client.ts');
  claims: typeof import('./elements/claims.ts');
  'claims-client': typeof import('./elements/claims-client.ts');
  recalls: typeof import('./elements/recalls.tsx');
  'recalls-client': typeof import('./elements/recalls-client.ts');
  'review-steps': typeof import('./elements/review-steps.ts');
  'reviews-client': typeof import('./elements/reviews-client.ts');
  'reviews-later': typeof import('./elements/reviews-later.ts');
  'reviews-list-client': typeof import('./elements/reviews-list-client.ts');
  'referral-client': typeof import('./elements/referral-client.ts');
  'referral-offer-client': typeof import('./elements/referral-offer-client.ts');
  /** `returns.de`, `returns-steps.de` */
  [texts: `${string}.${string}`]: TextsChunk;
}

/** The texts of a language: as they are, or as their chunk packs them. */
export type LoadedCatalogue = Pick<Catalogue, 'language' | 'direction'> & {
  readonly [Group in CatalogueGroup]?: Catalogue[Group] | string;
};

/** Loads a chunk: once, and again after a failure. */
export type Load = <Name extends keyof Chunks>(name: Name) => Promise<Chunks[Name]>;

/** Loads the texts of the settings' language for one widget; none for English, and where they do not come. */
export type LoadTexts = (settings: WidgetSettings) => Promise<LoadedCatalogue | undefined>;

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
  /**
   * Something about the element may have changed: lets go of everything outside of it when it left the page, goes on where
   * it was when it is back, and takes other settings.
   */
  settle(here: boolean, settings: WidgetSettings, texts: LoadTexts): void;
  /** Asks for news now instead of at its own next time. */
  refresh(): void;
}

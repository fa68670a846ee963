import { defineElement } from './element.ts';
import type { PostludeOptions } from './settings.ts';
import type { Chunks, Load } from './widget.ts';

/** What `defineElements` takes: the same as the script tag, without where the code is. */
export type DefineOptions = Omit<PostludeOptions, 'base'> & Required<Pick<PostludeOptions, 'store' | 'api'>>;

const chunks: { readonly [Name in keyof Chunks]: () => Promise<Chunks[Name]> } = {
  'order-tracking': () => import('./elements/order-tracking.tsx'),
  client: () => import('./elements/client.ts'),
  'locale-de': () => import('@postlude/widgets/locales/de'),
  'locale-ar': () => import('@postlude/widgets/locales/ar'),
};

const listeners = new Set<() => void>();
let current: PostludeOptions = {};

/**
 * Registers `<postlude-order-tracking>`, for pages that bundle instead of using the script tag. Importing this module
 * does nothing, here or on a server; where there is no DOM, calling it does nothing either. Calling it again changes
 * the options of all elements. A tag that the script tag has already registered is left to it.
 *
 * @example
 * ```ts
 * import { defineElements } from '@postlude/embed';
 * defineElements({ store: 'pk_…', api: 'https://postlude.example' });
 * ```
 */
export function defineElements(options: DefineOptions): void {
  if (typeof customElements === 'undefined') return;
  current = { ...current, ...options };
  for (const changed of listeners) changed();
  const load: Load = (name) => chunks[name]();
  defineElement('postlude-order-tracking', {
    options: () => current,
    load,
    chunks,
    listeners,
  });
}

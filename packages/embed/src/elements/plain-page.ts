import type { WidgetSettings } from '../settings.ts';

/** Where the store's plain withdrawal page is, as far as an element can tell by itself. */
export const plainPageOf = ({ api, store }: Pick<WidgetSettings, 'api' | 'store'>): string =>
  api.replace(/\/*$/, '/withdraw/') + encodeURIComponent(store);

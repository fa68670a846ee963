import type { ClaimsProps, ClaimsSource, DoorPages, LoadClaims } from '@postlude/widgets/claims';
import type { VNode } from 'preact';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { lazySource } from './lazy-source.ts';
import { plainPageOf } from './plain-page.ts';
import { reachable } from './session-source.ts';

const methods = [
  'options',
  'firstHelp',
  'file',
  'read',
  'cancel',
  'answerQuote',
  'tellParcel',
  'message',
  'upload',
  'removeUpload',
] as const satisfies readonly (keyof ClaimsSource)[];

/** What is done when something is wrong with an item: its code, its texts and its requests, all with the first use. */
export function claimsOf(settings: WidgetSettings, load: Load): LoadClaims {
  const { language, nonce } = settings;
  const source = lazySource<ClaimsSource, (typeof methods)[number]>(methods, async () =>
    (await reachable(load('claims-client'))).createClaimsSource(settings),
  );
  const pages = pagesOf(settings);
  return async () => {
    load('claims-client').catch(() => {});
    const [{ claims, claimsTexts }, texts] = await Promise.all([
      reachable(load('claims')),
      // English, which is there anyway, is better than nothing.
      language === 'en' ? undefined : load(`claims.${language}`).catch(() => undefined),
    ]);
    const Claims = (props: ClaimsProps): VNode => <claims.Claims {...props} pages={pages} />;
    return {
      claims: { ...claims, Claims },
      source,
      pages,
      catalogue: catalogueOf(texts?.catalogue, claimsTexts),
      nonce,
    };
  };
}

/** Where the other doors lead to: to a widget on this page, to the page the store names, or to the backend's own. */
function pagesOf(settings: WidgetSettings): DoorPages {
  const address = (written: string | undefined): string | null => {
    if (!written) return null;
    const link = document.createElement('a');
    link.href = written;
    return link.href;
  };
  const onPage = (widget: string): HTMLElement | null =>
    document.querySelector<HTMLElement>(`postlude-${widget}`);
  return {
    returns: address(settings.returns),
    withdrawal: address(settings.withdrawal || plainPageOf(settings)),
    isHere: (widget) => onPage(widget) !== null,
    goTo(widget) {
      const there = onPage(widget);
      there?.scrollIntoView({ block: 'start' });
      there?.shadowRoot?.querySelector<HTMLElement>('.headline')?.focus({ preventScroll: true });
      return there !== null;
    },
  };
}

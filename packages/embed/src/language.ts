import { all } from './document-access.ts';

/** The language around an element as the page says it, past the borders of shadow roots; empty when it says nothing. */
export function languageAround(element: Element): string {
  let here: Element | null = element;
  while (here) {
    const holder: Element | null = here.closest('[lang]');
    if (holder) return holder.getAttribute('lang') || '';
    const root = here.getRootNode();
    here = root instanceof ShadowRoot ? root.host : null;
  }
  const [page] = Array.prototype.slice.call(all('html')) as HTMLElement[];
  return page ? page.lang : '';
}

/** The first part of a language tag in any spelling: `de` of `de_AT`. */
export function languageOf(tag: string): string {
  return (/^[a-z]+/.exec(tag.toLowerCase()) || ['en'])[0];
}

/** The language around an element as the page says it, past the borders of shadow roots; empty when it says nothing. */
export function languageAround(element: Element): string {
  let here: Element | undefined = element;
  while (here) {
    const holder = here.closest('[lang]');
    if (holder) return holder.getAttribute('lang') || '';
    here = (here.getRootNode() as Partial<ShadowRoot>).host;
  }
  return '';
}

/** The first part of a language tag in any spelling: `de` of `de_AT`. */
export function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[^a-z]/)[0] || 'en';
}

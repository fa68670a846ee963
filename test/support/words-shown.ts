/** Runs in the page: every text the card in a host shows, or says to who cannot see it. */
export function wordsShown(selector: string): string[] {
  const root = document.querySelector(selector)?.shadowRoot;
  if (!root) throw new Error('There is no card.');
  const found: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element?.checkVisibility() || element.closest('style')) continue;
    if (!(node instanceof Element)) {
      found.push(node.textContent ?? '');
      continue;
    }
    for (const name of ['aria-label', 'aria-description', 'placeholder', 'alt', 'title'])
      found.push(node.getAttribute(name) ?? '');
  }
  return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
}

/** Texts by their keys. */
type Texts = Readonly<Record<string, unknown>>;

/**
 * The English texts among what is shown, where the other language says something else. Sentences that hold a name or a
 * number are found by what stands around it; those of which hardly anything is left are not looked for.
 */
export function englishAmong(shown: readonly string[], english: Texts, other: Texts): string[] {
  const patterns = Object.entries(english).flatMap(([key, text]) => {
    const texts = typeof text === 'string' ? [text] : Object.values(text as Texts).map(String);
    return texts.flatMap((one) => {
      const fixed = one.replaceAll(/\{\w+\}/g, '');
      if (other[key] === text || (fixed.match(/[a-z]{3,}/gi)?.length ?? 0) < 1) return [];
      const parts = one.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      return [new RegExp(`^${parts.join('.+')}$`)];
    });
  });
  return shown.filter((text) => patterns.some((pattern) => pattern.test(text)));
}

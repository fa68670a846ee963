/** Tells the page something as an event on the element. A listener that throws, or a page that patched events, stops nobody. */
export function tellPage(element: HTMLElement, name: string, detail: object): void {
  try {
    element.dispatchEvent(new CustomEvent(`postlude:${name}`, { bubbles: true, composed: true, detail }));
  } catch {
    // Nothing of ours depends on who listens.
  }
}

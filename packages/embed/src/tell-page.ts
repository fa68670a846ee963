/** Tells the page something as an event on the element. What a listener throws goes to the page, whose it is, and not to us. */
export function tellPage(element: HTMLElement, name: string, detail: object): void {
  element.dispatchEvent(new CustomEvent(`postlude:${name}`, { bubbles: true, composed: true, detail }));
}

/**
 * A page may hold elements named `currentScript` or `querySelectorAll`, which then stand in for those members of
 * `document`. So they are taken from the prototype, where no element reaches.
 */
const prototype = Document.prototype;

/** The running classic script; null for modules, and for anything that only bears the name. */
export function currentScript(): HTMLScriptElement | null {
  const member = Object.getOwnPropertyDescriptor(prototype, 'currentScript') as { get(): unknown };
  const script = member.get.call(document);
  return script instanceof HTMLScriptElement ? script : null;
}

/** All elements of the page that fit. */
export function all<Kind extends HTMLElement>(selector: string): NodeListOf<Kind> {
  return prototype.querySelectorAll.call(document, selector) as NodeListOf<Kind>;
}

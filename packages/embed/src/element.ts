import { type Control, controlElement, type ElementHost } from './element-control.ts';
import { guarded } from './guard.ts';
import { attributeNames, elementProperties } from './settings.ts';

/**
 * Registers a tag, once: a second copy of this script, or of the npm package, finds it there and leaves it.
 * The class is small on purpose; what an element does is in its control, where no page can reach it.
 */
export function defineElement(tag: string, host: ElementHost): void {
  if (customElements.get(tag)) return;
  const controls = new WeakMap<HTMLElement, Control>();
  const of = (element: HTMLElement) => controls.get(element) as Control;
  const changed = guarded(function (this: HTMLElement) {
    of(this).changed();
  });

  class PostludeElement extends HTMLElement {
    static get observedAttributes() {
      return attributeNames;
    }
    constructor() {
      super();
      controls.set(this, controlElement(this, host));
    }
  }

  const callbacks: Record<string, unknown> = {
    connectedCallback: guarded(function (this: HTMLElement & Record<string, unknown>) {
      // What was set before the tag was known lies on the element itself and hides the accessor.
      for (const name of elementProperties) {
        if (!Object.getOwnPropertyDescriptor(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      of(this).changed();
    }),
    disconnectedCallback: changed,
    // Being there keeps `moveBefore` from taking the element out and putting it in again.
    connectedMoveCallback: changed,
    refresh: guarded(function (this: HTMLElement) {
      of(this).refresh();
    }),
    attributeChangedCallback: guarded(function (this: HTMLElement, name: string, _: unknown, value: unknown) {
      of(this).set(name, value);
    }),
  };
  Object.assign(PostludeElement.prototype, callbacks);
  for (const name of elementProperties) {
    Object.defineProperty(PostludeElement.prototype, name, {
      get(this: HTMLElement) {
        return of(this).get(name);
      },
      set: guarded(function (this: HTMLElement, value: unknown) {
        of(this).set(name, value);
      }),
    });
  }
  customElements.define(tag, PostludeElement);
}

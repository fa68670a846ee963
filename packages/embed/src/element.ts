import { type Control, controlElement, type ElementHost } from './element-control.ts';
import { guarded } from './guard.ts';
import { elementProperties } from './settings.ts';

/**
 * Registers a tag, once: a second copy of this script, or of the npm package, finds it there and leaves it.
 * The class is small on purpose; what an element does is in its control, where no page can reach it.
 */
export function defineElement(tag: string, host: ElementHost): void {
  if (customElements.get(tag)) return;
  const controls = new WeakMap<HTMLElement, Control>();
  const of = (element: HTMLElement) => controls.get(element) as Control;

  class PostludeElement extends HTMLElement {
    static get observedAttributes() {
      return (elementProperties as readonly string[]).concat('lang', 'dir');
    }
    constructor() {
      super();
      controls.set(this, controlElement(this, host));
    }
    connectedCallback() {
      // What was set before the tag was known lies on the element itself and hides the accessor.
      for (const name of elementProperties) {
        if (!Object.hasOwn(this, name)) continue;
        const held = this as unknown as Record<string, unknown>;
        const value = held[name];
        delete held[name];
        held[name] = value;
      }
      of(this).connected();
    }
    disconnectedCallback() {
      of(this).disconnected();
    }
    /** Being there keeps `moveBefore` from taking the element out and putting it in again. */
    connectedMoveCallback() {}
    attributeChangedCallback(name: string, _old: string | null, value: string | null) {
      of(this).set(name, value);
    }
  }

  const prototype = PostludeElement.prototype as unknown as Record<string, (...values: unknown[]) => void>;
  for (const name of ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback']) {
    prototype[name] = guarded(prototype[name] as (...values: unknown[]) => void);
  }
  for (const name of elementProperties) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
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

import { type Control, controlElement, type ElementHost } from './element-control.ts';
import { attributeNames, elementProperties } from './settings.ts';
import type { WidgetName } from './widget.ts';

/**
 * Registers the tag of a widget, once: a second copy of this script, or of the npm package, finds it there and leaves it.
 * The class is small on purpose; what an element does is in its control, where no page can reach it. Nothing here can
 * throw: what can is in the control, behind its guard.
 */
export function defineElement(name: WidgetName, host: ElementHost): void {
  const tag = `postlude-${name}`;
  if (customElements.get(tag)) return;
  const controls = new WeakMap<HTMLElement, Control>();
  const of = (element: HTMLElement) => controls.get(element) as Control;

  class PostludeElement extends HTMLElement {
    constructor() {
      super();
      controls.set(this, controlElement(this, host, name));
    }
    connectedCallback() {
      const own = this as unknown as Record<string, unknown>;
      for (const property of elementProperties) {
        // biome-ignore lint/suspicious/noPrototypeBuiltins: Object.hasOwn is younger than some browsers that get here.
        if (own.hasOwnProperty(property)) {
          // What was set before the tag was known lies on the element itself and hides the accessor.
          const value = own[property];
          delete own[property];
          own[property] = value;
        }
      }
      of(this).changed();
    }
    disconnectedCallback() {
      of(this).changed();
    }
    /** Being there keeps `moveBefore` from taking the element out and putting it in again. */
    connectedMoveCallback() {}
    refresh() {
      of(this).refresh();
    }
    attributeChangedCallback(attribute: string, _: string | null, value: string | null) {
      of(this).set(attribute, value);
    }
  }

  for (const property of elementProperties) {
    Object.defineProperty(PostludeElement.prototype, property, {
      get() {
        return of(this).get(property);
      },
      set(value) {
        of(this).set(property, value);
      },
    });
  }
  (PostludeElement as { observedAttributes?: readonly string[] }).observedAttributes = attributeNames;
  customElements.define(tag, PostludeElement);
}

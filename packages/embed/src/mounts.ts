import { guarded } from './guard.ts';
import { attributeNames } from './settings.ts';

const selector = '[data-postlude]';

/**
 * Where an editor strips unknown tags, `<div data-postlude="order-tracking" data-order="…">` stands for the tag: the tag
 * is put inside, now and whenever such an element appears later.
 */
export function watchMounts(): void {
  const fill = guarded((mount: Element) => {
    const tag = `postlude-${mount.getAttribute('data-postlude')}`;
    if (!customElements.get(tag) || mount.querySelector(tag)) return;
    const element = document.createElement(tag);
    for (const name of attributeNames) {
      const value = mount.getAttribute(`data-${name}`);
      if (value) element.setAttribute(name, value);
    }
    // What the page wrote for browsers without scripts stays on screen until the widget is there.
    // Themes hide what is `:empty`, and a shadow root does not count as content; a space does.
    element.append(...mount.childNodes, ' ');
    mount.appendChild(element);
  });

  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node instanceof Element) [node, ...node.querySelectorAll(selector)].forEach(fill);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  document.querySelectorAll(selector).forEach(fill);
}

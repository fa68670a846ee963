import { all } from './document-access.ts';
import { guarded } from './guard.ts';
import { elementProperties } from './settings.ts';

const names = (elementProperties as readonly string[]).concat('lang', 'dir');
const selector = '[data-postlude]';

/**
 * Where an editor strips unknown tags, `<div data-postlude="order-tracking" data-order="…">` stands for the tag: the tag
 * is put inside, now and whenever such an element appears later.
 * @param tags the widget's name in `data-postlude` to its tag
 */
export function watchMounts(tags: Readonly<Record<string, string>>): void {
  const fill = guarded((mount: Element) => {
    const tag = tags[mount.getAttribute('data-postlude') || ''];
    if (!tag || mount.querySelector(tag)) return;
    const element = document.createElement(tag);
    for (const name of names) {
      const value = mount.getAttribute(`data-${name}`);
      if (value) element.setAttribute(name, value);
    }
    // What the page wrote for browsers without scripts stays on screen until the widget is there.
    while (mount.firstChild) element.appendChild(mount.firstChild);
    // Themes hide what is `:empty`, and a shadow root does not count as content.
    element.appendChild(document.createElement('span')).hidden = true;
    mount.appendChild(element);
  });

  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(selector)) fill(node);
        for (const mount of node.querySelectorAll(selector)) fill(mount);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  for (const mount of all(selector)) fill(mount);
}

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
  const fill = (mount: Element) => {
    const tag = tags[mount.getAttribute('data-postlude') || ''];
    if (!tag) return;
    let element = mount.querySelector(tag);
    const isNew = !element;
    if (!element) {
      element = document.createElement(tag);
      // What the page wrote for browsers without scripts stays the element's own until the widget is there.
      while (mount.firstChild) element.appendChild(mount.firstChild);
      // Themes hide what is `:empty`, and a shadow root does not count as content.
      element.appendChild(document.createElement('span')).hidden = true;
    }
    for (const name of names) {
      const value = mount.getAttribute(`data-${name}`);
      if (value === null || value === element.getAttribute(name)) continue;
      element.setAttribute(name, value);
    }
    if (isNew) mount.appendChild(element);
  };

  const each = <Item>(list: ArrayLike<Item>, task: (item: Item) => void) => {
    Array.prototype.forEach.call(list, guarded(task) as (item: unknown) => void);
  };

  new MutationObserver(
    guarded((changes: MutationRecord[]) => {
      each(changes, (change) => {
        if (change.type === 'attributes' && (change.target as Element).matches(selector)) {
          fill(change.target as Element);
        }
        each(change.addedNodes, (node) => {
          if (!(node instanceof Element)) return;
          if (node.matches(selector)) fill(node);
          each(node.querySelectorAll(selector), fill);
        });
      });
    }),
  ).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: names.map((name) => `data-${name}`).concat('data-postlude'),
  });
  each(all(selector), fill);
}

import { guarded } from '../guard.ts';

/** What `reserveCss` keeps for a list whose length nobody knows: a screen, until this says how much it is. */
const property = '--postlude-room';

/** All that is kept when nothing more is needed, in pixels: what the element keeps by itself. */
const least = '444px';

/** The room a page keeps for a list. */
export interface KeptRoom {
  /** Another list comes: as much as this one takes, until it is there. */
  keep(): void;
  /** The list is there: what it does not need is given back where nobody sees something move. */
  giveBack(): void;
}

/**
 * Minds the room a page keeps for an element, so that what stands below it never moves by itself. What is too much is given back as long
 * as the element is below the view, or with the next press of the shopper: what follows a press is no surprise, nor one to the browser,
 * which counts no shift after it (Layout Instability API, `hadRecentInput`).
 */
export function keptRoom(element: HTMLElement): KeptRoom {
  const parent = element.parentElement;
  const places = parent?.dataset.postlude ? [element, parent] : [element];
  let stop = (): void => {};

  const set = (height: string): void => {
    stop();
    for (const { style } of places) style.setProperty(property, height);
  };
  return {
    keep: () => set(`${element.getBoundingClientRect().height}px`),
    giveBack() {
      stop();
      const give = guarded(() => set(least));
      const page = element.ownerDocument;
      const below = new IntersectionObserver(([seen]) => {
        if (seen && !seen.isIntersecting && seen.boundingClientRect.top > 0) give();
      });
      below.observe(element);
      for (const press of presses) page.addEventListener(press, give, true);
      stop = () => {
        below.disconnect();
        for (const press of presses) page.removeEventListener(press, give, true);
      };
    },
  };
}

const presses = ['click', 'keydown'];

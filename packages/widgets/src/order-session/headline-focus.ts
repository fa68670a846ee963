import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Leads the focus through the places of a widget: one that takes the place of another which held the focus begins at its
 * headline, and so does one whose focused button goes with what was pressed. Call it where the places are drawn.
 * @param place names what is on screen: a state, or a step of it
 * @param mayTake true where the headline may have the focus; by default where the widget has it
 * @returns the place that was on screen before this drawing
 */
export function useHeadlineFocus<Place>(
  root: RefObject<HTMLElement | null>,
  place: Place,
  mayTake: (element: Element | null, before: Place) => boolean = holdsFocus,
): Place {
  const shown = useRef(place);
  // What is to be drawn may still be on its way when its turn comes; its headline gets the focus when it is there.
  const owed = useRef(false);
  const before = shown.current;
  const held = holdsFocus(root.current);
  if (before !== place) owed.current = mayTake(root.current, before);
  shown.current = place;
  useLayoutEffect(() => {
    const headline = root.current?.querySelector<HTMLElement>('.headline');
    // A button may go that held it: what it asked for is done, and cannot be asked for again.
    const isLost = held && !holdsFocus(root.current);
    if (!(owed.current || isLost) || !headline) return;
    owed.current = false;
    headline.focus({ preventScroll: true });
    // A place begins at its top, also where the one before was longer than the screen.
    if (root.current && root.current.getBoundingClientRect().top < 0)
      root.current.scrollIntoView({ block: 'start' });
  });
  return before;
}

/** True while the focus is in an element. */
const holdsFocus = (element: Element | null): boolean =>
  element?.contains((element.getRootNode() as Document | ShadowRoot).activeElement) ?? false;

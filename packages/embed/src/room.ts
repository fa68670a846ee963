import type { WidgetSettings } from './settings.ts';
import type { WidgetName } from './widget.ts';

/**
 * How tall a widget is when it first stands there, in pixels: the form that finds an order (or all there is, where there is no
 * order), what a proof opens, and how much taller that is for each parcel the page says there is beyond one. What is not said
 * is nothing; the texts that may follow have nothing to do with it.
 */
export type Heights = readonly [form: number, ...more: (number | string)[]];

/** The room of each widget. */
export const heights: Readonly<Record<WidgetName, Heights>> = {
  'order-tracking': [444, 674, 535],
  returns: [444, 814],
  'warranty-registration': [444, 814],
  withdrawal: [790, 790],
  // An ask that is not due takes no room; what is always there has it of the page's own style.
  'review-prompt': [0, 0],
  referral: [0, 0],
  // Without an order: a proof says nothing to them.
  reviews: [444],
  'referral-offer': [318],
};

/** The element's own sheet. */
export const elementCss = ':host(:not([hidden])){display:flow-root}';

/**
 * Keeps room in an element for its widget, so that nothing moves when it appears. A float without a width does so without
 * standing in anything's way. The returned function says what the room has to be for.
 */
export function keepRoom(
  root: ShadowRoot,
  [form, proven, each]: Heights,
): (settings: WidgetSettings) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(elementCss);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // An older browser, or a document the sheet was not made in: the widget brings the sheet in another way.
  }
  const { style } = root.appendChild(document.createElement('div'));
  style.float = 'left';
  return ({ proof, parcels }) => {
    // A text that is subtracted from counts as the number it spells.
    const further = (parcels as unknown as number) - 1;
    style.paddingTop = `${proof ? (proven as number) + ((each as number) * Math.max(further, 0) || 0) : form}px`;
  };
}

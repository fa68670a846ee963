import { attributeNames, meantText, type WidgetSettings } from '../settings.ts';

/**
 * The settings with those attributes only this widget knows: of its tag, or `data-…` of the element that stands for it. The
 * script that registers the tags has never heard of them, so they are read when something else about the element changes.
 */
export function withOwnSettings(element: HTMLElement, settings: WidgetSettings): WidgetSettings {
  const own: Record<string, string> = {};
  const take = (name: string, value: string | undefined) => {
    const text = meantText(value);
    if (text && !attributeNames.includes(name)) own[name] = text;
  };
  const { dataset } = element.parentElement ?? element;
  if (dataset.postlude) for (const [name, value] of Object.entries(dataset)) take(name, value);
  for (const { name, value } of element.attributes) take(name, value);
  return { ...own, ...settings };
}

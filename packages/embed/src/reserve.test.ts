import { describe, expect, it } from 'vitest';
import { reserveCss } from './reserve.ts';
import { heights, keepRoom } from './room.ts';
import type { WidgetSettings } from './settings.ts';
import { widgetNames } from './widget.ts';

const roomFor = (settings: Partial<WidgetSettings>): string => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  keepRoom(root, heights['order-tracking'])(settings as WidgetSettings);
  return (root.firstElementChild as HTMLElement).style.paddingTop;
};
const [form = 0, proven = 0, each = 0] = heights['order-tracking'].map(Number);

describe('the room kept in an element', () => {
  it.each([
    ['a form, without a proof', {}, form],
    ['one parcel, with a proof', { proof: 'a' }, proven],
    ['one parcel, when the page says so', { proof: 'a', parcels: '1' }, proven],
    ['as many parcels as the page says', { proof: 'a', parcels: '3' }, proven + 2 * each],
    ['one, when nothing is sent yet', { proof: 'a', parcels: '0' }, proven],
    ['one, when the number is none', { proof: 'a', parcels: 'some' }, proven],
    ['the form, when there is a number and no proof', { parcels: '4' }, form],
  ])('is that of %s', (_, settings, height) => {
    expect(roomFor(settings)).toBe(`${height}px`);
  });
});

it('a page’s own line of style is for every widget, and as tall as the elements are', () => {
  for (const name of widgetNames) {
    expect(reserveCss).toContain(`:is(postlude-${name},[data-postlude=${name}])`);
    const [form, proven = form] = heights[name];
    expect(reserveCss).toContain(`padding-top:${proven}px`);
  }
  expect(reserveCss).toContain(
    `&:is([parcels="2"],[data-parcels="2"])::before{padding-top:${proven + each}px}`,
  );
  expect(reserveCss).not.toMatch(/["']?rem\b|\n/);
});

import { afterEach, expect, it } from 'vitest';
import type { WidgetSettings } from '../settings.ts';
import { withOwnSettings } from './own-settings.ts';

afterEach(() => {
  document.body.textContent = '';
});

const settings = { store: 'pk_1', order: '1001', withdrawal: undefined } as unknown as WidgetSettings;
const place = (markup: string): HTMLElement => {
  const holder = document.createElement('section');
  holder.innerHTML = markup;
  document.body.append(holder);
  return holder.querySelector('x-widget') as HTMLElement;
};

it('reads what only one widget knows from its tag', () => {
  const element = place('<x-widget drafts="off" history="" order="1"></x-widget>');
  const own = withOwnSettings(element, { store: 'pk_1', order: '1001' } as unknown as WidgetSettings);
  expect(own).toMatchObject({ drafts: 'off', order: '1001' });
  expect(own).not.toHaveProperty('history');
});

it('and from the element that stands for the tag', () => {
  const element = place('<div data-postlude="widget" data-drafts="off"><x-widget></x-widget></div>');
  expect(withOwnSettings(element, settings).drafts).toBe('off');
});

it('but not from an element around it that stands for nothing', () => {
  const element = place('<div data-drafts="off"><x-widget></x-widget></div>');
  expect(withOwnSettings(element, settings).drafts).toBeUndefined();
});

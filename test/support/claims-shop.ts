import type { WarrantyPolicyInput } from '@postlude/contract';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { GuestPage } from './host-pages/guest-page.ts';
import { type WarrantyShop, warrantyPolicy } from './warranty-shop.ts';

/** What a shop asks and offers that repairs what it sells, for nothing under a cover and for money otherwise. */
export const claimsPolicy: WarrantyPolicyInput = {
  ...warrantyPolicy,
  serials: [],
  claims: {
    symptoms: [
      {
        id: 'dead',
        label: { en: 'It does not work', de: 'Es geht nicht', ar: 'لا يعمل' },
        help: { steps: [{ en: 'Unplug it for a minute.', de: 'Eine Minute ausstecken.' }], videoUrl: null },
        photos: 'optional',
      },
      { id: 'broken', label: { en: 'A part broke off', de: 'Etwas ist abgebrochen' }, photos: 'required' },
    ],
    resolutions: ['repair', 'replacement', 'refund'],
    places: [
      {
        id: 'post',
        kind: 'send_in',
        name: 'Workshop Hamburg',
        address: ['Deich 2', '20095 Hamburg'],
        note: { en: 'We pay for the way.', de: 'Wir zahlen den Weg.' },
      },
      { id: 'counter', kind: 'in_store', name: 'Kontor Nord', address: ['Deich 1', '20095 Hamburg'] },
    ],
    paidRepairs: true,
  },
};

/** Opens a page of the shop with an element, and a link before it that has the focus. */
export async function openWarranty(
  shop: WarrantyShop,
  element: string,
  language = 'en',
  width = 1024,
): Promise<GuestPage> {
  const guest = await shop.open(
    {
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      body: `<main><h1>Shop</h1><p><a href="#" id="before">Before</a></p>${element}</main>${shop.script()}`,
    },
    (page) => page.setViewportSize({ width, height: 800 }),
  );
  await guest.page.locator('#before').focus();
  return guest;
}

/** The tag claims are in. */
export const warrantyTag = 'postlude-warranty-registration';

/** Waits until this is the headline. */
export const reads = (page: Page, text: string | RegExp): Promise<unknown> =>
  expect
    .poll(() => page.locator(`${warrantyTag} [part~="headline"]`).first().textContent(), { timeout: 20_000 })
    .toMatch(text);

/** Presses a button by its words. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** How much wider than the window the page is, in pixels. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** A picture a phone may have taken. */
export const photo = {
  name: 'lamp.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** Walks from the items to the last look at a claim for money back. */
export async function walkToCheck(page: Page): Promise<void> {
  await press(page, /^Something is wrong/);
  await press(page, 'Start: Use the legal guarantee');
  await page.getByRole('radio', { name: 'It does not work' }).check();
  await press(page, 'Continue');
  await press(page, 'No, continue');
  await page.getByLabel('What happens, and when?').fill('It stays dark.');
  await page.getByLabel('Since when?').fill(new Date().toISOString().slice(0, 10));
  await press(page, 'Continue');
  await page.getByRole('radio', { name: 'Money back' }).check();
  await press(page, 'Continue');
  await reads(page, 'Is everything right?');
}

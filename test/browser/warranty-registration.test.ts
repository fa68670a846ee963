import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogue as stepsAr } from '../../packages/widgets/src/locales/registration-steps/ar.ts';
import { catalogue as stepsDe } from '../../packages/widgets/src/locales/registration-steps/de.ts';
import { catalogue as ar } from '../../packages/widgets/src/locales/warranty-registration/ar.ts';
import { catalogue as de } from '../../packages/widgets/src/locales/warranty-registration/de.ts';
import type { GuestPage } from '../support/host-pages/guest-page.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, outOfOrder, tabTo } from '../support/keyboard.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { lampGtin, useWarrantyShop } from '../support/warranty-shop.ts';

declare global {
  interface Window {
    axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
  }
}

const shop = useWarrantyShop();

/** What axe finds on a page as it is now. */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(
      (code) => new Function(code)(),
      await import('node:fs').then(({ readFileSync }) =>
        readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
      ),
    );
  return await page.evaluate(async () => {
    const { violations } = await window.axe.run(document.documentElement, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

/** A page of the shop with the element, and a link before it that has the focus. */
async function open(
  element = '<postlude-warranty-registration></postlude-warranty-registration>',
  language = 'en',
  width = 1024,
): Promise<GuestPage> {
  const guest = await shop().open(
    {
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      body: `<main><h1>Shop</h1><p><a href="#" id="before">Before</a></p>${element}</main>${shop().script()}`,
    },
    (page) => page.setViewportSize({ width, height: 800 }),
  );
  await guest.page.locator('#before').focus();
  return guest;
}

const headline = (page: Page) => page.locator('postlude-warranty-registration [part~="headline"]').first();
const reads = (page: Page, text: string | RegExp) =>
  expect.poll(() => headline(page).textContent(), { timeout: 20_000 }).toMatch(text);
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** A picture a phone may have taken. */
const receipt = {
  name: 'receipt.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe('registering what was bought here', () => {
  it('takes one press; the page says what stands behind it until when, and axe finds nothing', async () => {
    const { tag } = await shop().place('mug');
    const guest = await open(tag());
    const { page } = guest;
    await reads(page, 'Register your item');
    await page.getByText('Registering adds 12 months of warranty.').waitFor();
    await page.getByText(/never a condition of your legal rights/).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Register this item');
    await reads(page, 'It is registered');
    await page.getByRole('img', { name: /Bars of time/ }).waitFor();
    await page.getByText(/12 months more for registering/).waitFor();
    await page.getByText(/you have nothing to prove/).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'All items');
    await reads(page, 'Your item');
    await page.getByText('Registered', { exact: true }).waitFor();
    expect(guest.console).toEqual([]);
    await expectCalm(guest);
  });

  it('puts a typing mistake in a serial number right while it is typed', async () => {
    const { tag } = await shop().place('lamp');
    const { page } = await open(tag());
    await reads(page, 'Register your item');
    const field = page.getByLabel(/^Serial number/);
    await press(page, 'Register this item');
    await page.getByText('Please enter the serial number.', { exact: true }).waitFor();
    await field.pressSequentially('sn 5O41 ac');
    await page.getByText('We read O as 0: SN-5041-AC.').waitFor();
    await press(page, 'Register this item');
    await reads(page, 'It is registered');
    await page.getByText('Serial number SN-5041-AC').first().waitFor();
  });

  it('tells of a number that is registered already what to do, and not whose it is', async () => {
    const first = await shop().place('lamp');
    const { page: one } = await open(first.tag());
    await one.getByLabel(/^Serial number/).fill('SN-7777-AB');
    await press(one, 'Register this item');
    await reads(one, 'It is registered');
    const second = await shop().place('lamp');
    const { page } = await open(second.tag());
    await page.getByLabel(/^Serial number/).fill('SN-7777-AB');
    await press(page, 'Register this item');
    await page.getByText('This number is registered already.', { exact: true }).waitFor();
    await page.getByText(/Ask them for a hand-over code/).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(first.email);
    expect(await findings(page)).toEqual([]);
  });

  it('is done with the keyboard alone, the focus at each headline', async () => {
    const { tag } = await shop().place('mug');
    const { page } = await open(tag());
    await reads(page, 'Register your item');
    await page.locator('postlude-warranty-registration .skeleton').waitFor({ state: 'detached' });
    const stops = await tabTo(page, 'button Register this item');
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    expect(outOfOrder(stops)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe('h2 It is registered');
    await tabTo(page, 'button All items');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe('h2 Your item');
    await tabTo(page, /^button Details/);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe('h2 What stands behind it');
    expect(await findings(page)).toEqual([]);
  });

  it.each([
    ['de', de.warrantyRegistration, stepsDe.registrationSteps],
    ['ar', ar.warrantyRegistration, stepsAr.registrationSteps],
  ] as const)('is done at 320 pixels in another language (%s)', async (language, first, steps) => {
    const { tag } = await shop().place('lamp');
    const { page } = await open(tag(), language, 320);
    await page.getByText(first.rights).waitFor();
    await page
      .locator('postlude-warranty-registration input[type="text"]')
      .fill(language === 'de' ? 'SN-1001-DE' : 'SN-1002-AR');
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await findings(page)).toEqual([]);
    await page.locator('postlude-warranty-registration button[type="submit"]').click();
    await page.getByText(steps.certificate_code).first().waitFor({ timeout: 20_000 });
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await findings(page)).toEqual([]);
  });

  it('breaks no rule of a strict policy', async () => {
    const { backend, open: openPage, script } = shop();
    const { tag } = await shop().place('mug');
    const policy = `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${backend.url}; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'`;
    const guest = await openPage({
      headers: { 'content-security-policy': policy },
      head: script('async nonce="abc"'),
      body: tag(),
    });
    await reads(guest.page, 'Register your item');
    await press(guest.page, 'Register this item');
    await reads(guest.page, 'It is registered');
    await expectCalm(guest);
  });
});

it.each([320, 768, 1280])('moves nothing below it when it appears, %i px wide', async (width) => {
  const { tag } = await shop().place('mug');
  const { page } = await shop().open(
    {
      head: `<style>${shop().manifest.reserveCss}</style>${shop().script()}`,
      body: `<h1>Warranty</h1>${tag()}<footer style="height: 900px"><p>Below</p></footer>`,
    },
    async (page) => {
      await page.setViewportSize({ width, height: 900 });
      await watchShifts(page);
    },
  );
  await reads(page, 'Register your item');
  await page.locator('postlude-warranty-registration .skeleton').waitFor({ state: 'detached' });
  expect(await shiftsOf(page)).toEqual([]);
});

describe('what was bought elsewhere', () => {
  it('is found, told, and registered with a photo of the receipt', async () => {
    const guest = await open();
    const { page } = guest;
    await reads(page, 'Register what you bought');
    expect(await findings(page)).toEqual([]);
    await press(page, /^I bought it elsewhere/);
    await reads(page, 'Which product is it?');
    await page.getByLabel(/^Name, or number/).fill('desk lamp');
    await page.getByRole('radio', { name: 'Desk lamp' }).check();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Continue');
    await reads(page, 'When and where was it bought?');
    await press(page, 'Continue');
    await page.getByText('Please choose the day.').waitFor();
    await page.getByLabel('Day of purchase').fill('2026-03-01');
    await page.getByLabel('I only know roughly').check();
    await page.getByLabel('Where was it bought?').fill('Lamp market');
    // What the browser's language names is only a suggestion.
    expect(await page.getByLabel('Which country was it bought in?').inputValue()).toBe('US');
    await page.getByLabel('Which country was it bought in?').selectOption('SE');
    await page.getByLabel('Your e-mail address').fill('ada@example.com');
    expect(await findings(page)).toEqual([]);
    await press(page, 'Continue');
    await reads(page, 'Almost done');
    await page.getByLabel(/^Serial number/).fill('SN-9041-XY');
    await press(page, 'Register this item');
    await page
      .getByText(/Please add a proof of purchase/)
      .first()
      .waitFor();
    await page.locator('postlude-warranty-registration input[type="file"]').setInputFiles(receipt);
    await page.getByText('Added').waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Register this item');
    await reads(page, /It is registered|Received/);
    await page
      .getByText(/the law of Sweden/)
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await expectCalm(guest);
  });
});

describe('a code that a camera reads', () => {
  /** A camera that sees what it is told, in a browser that reads codes. */
  const withCamera = (code: string | null) => (page: Page) =>
    page.addInitScript(
      ([seen]) => {
        class BarcodeDetector {
          static getSupportedFormats = async () => ['ean_13', 'qr_code'];
          detect = async () => [{ rawValue: seen }];
        }
        Object.assign(window, { BarcodeDetector, tracks: [] });
        Object.defineProperty(navigator, 'mediaDevices', {
          value: {
            getUserMedia: async () => {
              if (!seen) throw new DOMException('No.', 'NotAllowedError');
              const canvas = document.createElement('canvas');
              canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
              const stream = canvas.captureStream();
              (window as unknown as { tracks: unknown[] }).tracks.push(...stream.getTracks());
              return stream;
            },
          },
        });
      },
      [code] as const,
    );
  const openElsewhere = async (code: string | null): Promise<Page> => {
    const { page } = await shop().open(
      { body: `<postlude-warranty-registration></postlude-warranty-registration>${shop().script()}` },
      withCamera(code),
    );
    await press(page, /^I bought it elsewhere/);
    await reads(page, 'Which product is it?');
    await press(page, 'Scan the barcode');
    return page;
  };

  it('means one product and its serial number, and turns the camera off', async () => {
    const page = await openElsewhere(`https://id.example/01/0${lampGtin}/21/SN-4242-QR`);
    await expect.poll(() => page.getByRole('radio', { name: 'Desk lamp' }).isChecked()).toBe(true);
    const states = await page.evaluate(() =>
      (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState),
    );
    expect(states).toEqual(['ended']);
    expect(await findings(page)).toEqual([]);
    await press(page, 'Continue');
    await page.getByLabel('Day of purchase').fill('2026-03-01');
    await page.getByLabel('Where was it bought?').fill('Lamp market');
    await page.getByLabel('Your e-mail address').fill('scan@example.com');
    await press(page, 'Continue');
    await reads(page, 'Almost done');
    expect(await page.getByLabel(/^Serial number/).inputValue()).toBe('SN-4242-QR');
  });

  it('is typed instead where the camera is refused', async () => {
    const page = await openElsewhere(null);
    await page.locator('postlude-warranty-registration .scanner .error').waitFor();
    await page.getByLabel(/^Name, or number/).fill(lampGtin);
    await expect.poll(() => page.getByRole('radio', { name: 'Desk lamp' }).isChecked()).toBe(true);
  });
});

describe('handing over', () => {
  it('goes from one owner to the next, who sees nothing of the one before', async () => {
    const { tag, email } = await shop().place('mug');
    const { page: old } = await open(tag());
    await press(old, 'Register this item');
    await reads(old, 'It is registered');
    await press(old, 'All items');
    await press(old, /^Details/);
    await press(old, 'Make a hand-over code');
    const box = old.locator('[part="transfer"] [part="code"]');
    const code = (await box.textContent()) ?? '';
    expect(code).toMatch(/\w{4}/);
    expect(await findings(old)).toEqual([]);

    const { page: next } = await open();
    await press(next, /^I have a hand-over code/);
    await reads(next, 'Take an item over');
    await next.getByLabel('Hand-over code').fill(code.toLowerCase());
    await next.getByLabel('Your e-mail address').fill('next@example.com');
    expect(await findings(next)).toEqual([]);
    await press(next, 'Take it over');
    await next.getByText('Stoneware mug').waitFor({ timeout: 20_000 });
    expect(await next.locator('main').textContent()).not.toContain(email);

    await old.evaluate(() => document.querySelector('postlude-warranty-registration')?.refresh());
    await old.getByText('This item belongs to somebody else now.').waitFor({ timeout: 20_000 });
    expect(await old.locator('main').textContent()).not.toContain('next@example.com');
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogue as ar } from '../../packages/widgets/src/locales/review-prompt/ar.ts';
import { catalogue as de } from '../../packages/widgets/src/locales/review-prompt/de.ts';
import { catalogue as stepsAr } from '../../packages/widgets/src/locales/review-steps/ar.ts';
import { catalogue as stepsDe } from '../../packages/widgets/src/locales/review-steps/de.ts';
import { axeFindings } from '../support/axe.ts';
import type { GuestPage } from '../support/host-pages/guest-page.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, outOfOrder, tabTo } from '../support/keyboard.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { useReviewShop } from '../support/review-shop.ts';

const shop = useReviewShop();
const host = 'postlude-review-prompt';

/** A page of the shop with the element, and a link before it that has the focus. */
async function open(element: string, language = 'en', width = 1024): Promise<GuestPage> {
  const guest = await shop().open(
    {
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      head: '<title>Shop</title>',
      body: `<main><h1>Shop</h1><p><a href="#" id="before">Before</a></p>${element}</main>${shop().script()}`,
    },
    (page) => page.setViewportSize({ width, height: 900 }),
  );
  await guest.page.locator('#before').focus();
  return guest;
}

const headline = (page: Page) => page.locator(`${host} [part~="headline"]`).first();
const reads = (page: Page, text: string | RegExp) =>
  expect.poll(() => headline(page).textContent(), { timeout: 20_000 }).toMatch(text);
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
/** A tap on a star. */
const tap = (page: Page, name: RegExp, thing = /.*/) =>
  page.getByRole('radiogroup', { name: thing }).getByRole('radio', { name }).check();
/** Waits for what an answer of the backend brings about. */
const answered = (page: Page, path: RegExp, method: string) =>
  page.waitForResponse((response) => path.test(response.url()) && response.request().method() === method);

/** A picture a phone may have taken. */
const photo = {
  name: 'mug.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe('an ask', () => {
  it('takes no room and shows nothing where none is due', async () => {
    const { tag } = await shop().place(['mug'], { delivered: false });
    let asked: Promise<unknown> = Promise.resolve();
    const { page } = await shop().open(
      {
        head: `<style>${shop().manifest.reserveCss}</style>${shop().script()}`,
        body: `<h1>Shop</h1>${tag()}<footer style="height: 900px"><p>Below</p></footer>`,
      },
      async (before) => {
        await watchShifts(before);
        asked = answered(before, /\/ask\b/, 'GET');
      },
    );
    await asked;
    await page.waitForLoadState('networkidle');
    expect(await page.locator(host).evaluate((element) => element.getBoundingClientRect().height)).toBe(0);
    expect(await headline(page).count()).toBe(0);
    expect(await shiftsOf(page)).toEqual([]);
  });

  it('is not waited for where the form is always there: its room is kept from the start', async () => {
    const { tag } = await shop().place(['mug']);
    const { page } = await shop().open(
      {
        head: `<style>${shop().manifest.reserveCss}</style>${shop().script()}`,
        body: `<h1>Shop</h1>${tag('mode="always"')}<footer style="height: 900px"><p>Below</p></footer>`,
      },
      watchShifts,
    );
    await reads(page, 'How do you like it?');
    expect(await shiftsOf(page)).toEqual([]);
  });

  it('is shown when it is due, counts as shown, and can be put off', async () => {
    const { tag, id } = await shop().place(['mug']);
    const { page } = await open(tag());
    await reads(page, 'How do you like it?');
    const timesShown = async () =>
      (await shop().backend.staff.asks.list({ order: id, kind: 'review' })).items[0]?.timesShown;
    await expect.poll(timesShown, { timeout: 20_000 }).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    const dismissed = answered(page, /\/ask-responses/, 'POST');
    await press(page, 'Not now');
    await dismissed;
    expect(await headline(page).count()).toBe(0);
    const { items } = await shop().backend.staff.asks.list({ order: id, kind: 'review' });
    expect(items[0]).toMatchObject({ timesShown: 1, dismissedAt: expect.anything() });
  });
});

describe('one tap', () => {
  it('is kept with the backend and here, and is there after a reload', async () => {
    const { tag } = await shop().place(['mug']);
    const { page } = await open(tag());
    await reads(page, 'How do you like it?');
    const kept = answered(page, /\/review-drafts/, 'PUT');
    await tap(page, /4 stars/);
    await kept;
    await page.getByText('Kept', { exact: true }).waitFor();
    await page.reload();
    await reads(page, 'How do you like it?');
    expect(await page.getByRole('radio', { name: /4 stars/ }).isChecked()).toBe(true);
    // Another device knows it too.
    const other = await open(tag());
    await reads(other.page, 'How do you like it?');
    expect(await other.page.getByRole('radio', { name: /4 stars/ }).isChecked()).toBe(true);
  });

  it('offers help beside the form where something seems wrong, and the way on stays the same', async () => {
    const { tag } = await shop().place(['mug']);
    const { page } = await open(tag('returns="/returns" warranty="/warranty"'));
    await reads(page, 'How do you like it?');
    await tap(page, /1 star:/);
    await page.getByRole('link', { name: 'Send it back' }).waitFor();
    await page.getByRole('button', { name: 'Continue: Stoneware mug' }).waitFor();
    await page.getByRole('button', { name: 'Send only the stars: Stoneware mug' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('can be all there is', async () => {
    const { tag } = await shop().place(['mug']);
    const guest = await open(tag());
    const { page } = guest;
    await reads(page, 'How do you like it?');
    await tap(page, /5 stars/);
    await press(page, 'Send only the stars: Stoneware mug');
    await reads(page, 'Thank you');
    await page.getByText('Being checked').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await expectCalm(guest);
  });
});

describe('three products in one sitting', () => {
  it('are reviewed by keyboard alone, one with a photo, one for a reward, one skipped', async () => {
    const { tag } = await shop().place(['mug', 'lamp', 'chair']);
    const guest = await open(tag());
    const { page } = guest;
    const key = (name: string) => page.keyboard.press(name);
    const at = (name: string | RegExp) =>
      expect.poll(async () => (await focused(page)).name, { timeout: 20_000 }).toMatch(name);
    await reads(page, 'How do you like what you bought?');
    await page.getByText('0 of 3 done').waitFor();
    await page.getByRole('button', { name: 'Skip: Ash chair' }).waitFor();

    // The mug: stars with the keys of a radio group, then every step.
    const stops = await tabTo(page, /^input 1 star/);
    await key('End');
    await at(/^input 5 stars/);
    await key('ArrowLeft');
    await at(/^input 4 stars/);
    stops.push(...(await tabTo(page, 'button Continue: Stoneware mug')));
    expect(outOfOrder(stops)).toEqual([]);
    await key('Enter');
    await at('h2 Tell others about it');
    await page.getByText('How did it wash?').waitFor();
    await tabTo(page, 'textarea review');
    await page.keyboard.type('Keeps its warmth.');
    await key('Tab');
    await page.keyboard.type('Warm');
    await key('Enter');
    await at('h2 How is it?');
    await tabTo(page, /^input Too small/);
    await key('ArrowRight');
    await key('ArrowRight');
    await at(/^input Just right/);
    await tabTo(page, 'input pros');
    await page.keyboard.type('Heavy');
    await key('Enter');
    await page.getByRole('button', { name: 'Remove: Heavy' }).waitFor();
    await page.keyboard.type('Round');
    await key('Enter');
    await tabTo(page, 'button Remove: Heavy', 'Shift+Tab');
    await key('Enter');
    await at('button Remove: Round');
    await tabTo(page, 'button Continue');
    await key('Enter');
    await at('h2 Show it in use');
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, /^input Add photos: Stoneware mug/);
    await key('Enter');
    await (await choosing).setFiles(photo);
    await page.getByText('Added', { exact: true }).waitFor();
    await tabTo(page, 'button Continue');
    await key('Enter');
    await at('h2 This is how others will see it');
    await page.locator(`${host} [part~="preview"]`).getByText('Keeps its warmth.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, 'button Send the review');
    await key('Enter');
    await at('h2 How do you like what you bought?');
    await page.getByText('1 of 3 done').waitFor();

    // The lamp: what is promised for it is said before, and its code after.
    await page.getByText(/whatever you say: 10 % off your next order/).waitFor();
    await tabTo(page, /^input 1 star/);
    await key('Space');
    await tabTo(page, 'button Send only the stars: Desk lamp');
    await key('Enter');
    await page.getByText('2 of 3 done').waitFor();

    // The chair: not now.
    await tabTo(page, 'button Skip: Ash chair');
    await key('Enter');
    await at('h2 Thank you');
    await page.getByText('THANKS-10').waitFor();
    await page.getByRole('button', { name: 'Copy: Your code' }).waitFor();
    await page.getByText(/reads each review before it is public, good or bad/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(guest.console).toEqual([]);
    await expectCalm(guest);
  });
});

describe('two windows', () => {
  it('that send the same show the one that is there', async () => {
    const { tag } = await shop().place(['mug']);
    const one = await open(tag('mode="always"'));
    const other = await open(tag('mode="always"'));
    for (const { page } of [one, other]) {
      await reads(page, 'How do you like it?');
      await tap(page, /4 stars/);
      await page.getByRole('button', { name: 'Send only the stars: Stoneware mug' }).waitFor();
    }
    await press(one.page, 'Send only the stars: Stoneware mug');
    await reads(one.page, 'Thank you');
    await press(other.page, 'Send only the stars: Stoneware mug');
    await reads(other.page, 'Your review');
    await other.page
      .locator(`${host} [part~="notice"]`)
      .getByText(/sent this review already/)
      .waitFor();
    expect(await axeFindings(other.page)).toEqual([]);
  });
});

describe('an own review', () => {
  it('can be changed, withdrawn after a question, and written again', async () => {
    const { tag } = await shop().place(['mug']);
    const { page } = await open(tag('mode="always"'));
    await reads(page, 'How do you like it?');
    await tap(page, /3 stars/);
    await press(page, 'Send only the stars: Stoneware mug');
    await reads(page, 'Thank you');
    await press(page, 'See my reviews');
    await press(page, 'Your review: Stoneware mug');
    await page.getByText(/The store is reading it/).waitFor();
    await press(page, 'Change it');
    await page.getByLabel(/^Your review/).fill('Better after a week.');
    await press(page, 'Continue');
    await press(page, 'Skip');
    await press(page, 'Skip');
    await tap(page, /4 stars/);
    await press(page, 'Save the changes');
    await reads(page, 'Your review');
    await page.getByText('Better after a week.').waitFor();
    await press(page, 'Withdraw it');
    await page.getByText('Withdraw this review?').waitFor();
    await press(page, 'Withdraw it');
    await page.getByText('You withdrew it. Nobody else sees it.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Write it again');
    await reads(page, 'Tell others about it');
  });
});

it.each([
  ['de', de.reviewPrompt, stepsDe.reviewSteps],
  ['ar', ar.reviewPrompt, stepsAr.reviewSteps],
] as const)('is written at 320 pixels in another language (%s)', async (language, first, steps) => {
  const { tag } = await shop().place(['mug']);
  const { page } = await open(tag('mode="always"'), language, 320);
  await page.getByText(first.about).waitFor();
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('radio').nth(1).check();
  const next = () => page.locator(`${host} :is(.entry, form) .primary`).click();
  await next();
  for (const step of ['words', 'points', 'media', 'check'] as const) {
    await reads(page, steps[`step.${step}`]);
    expect(await tooWide(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    await next();
  }
  await reads(page, steps['done.title']);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
});

it('breaks no rule of a strict policy', async () => {
  const { backend, open: openPage, script } = shop();
  const { tag } = await shop().place(['mug']);
  const policy = `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${backend.url}; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'`;
  const guest = await openPage({
    headers: { 'content-security-policy': policy },
    head: script('async nonce="abc"'),
    body: tag(),
  });
  const { page } = guest;
  await reads(page, 'How do you like it?');
  await tap(page, /4 stars/);
  await press(page, 'Continue: Stoneware mug');
  await reads(page, 'Tell others about it');
  await press(page, 'Skip');
  await reads(page, 'How is it?');
  await press(page, 'Skip');
  await reads(page, 'Show it in use');
  await page.locator(`${host} input[type="file"]`).setInputFiles(photo);
  await page.getByText('Added', { exact: true }).waitFor();
  await press(page, 'Continue');
  await reads(page, 'This is how others will see it');
  await press(page, 'Send the review');
  await reads(page, 'Thank you');
  await expectCalm(guest);
});

import type { ReferralProgrammeInput } from '@postlude/contract';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type Recommender, useFriendsShop } from '../support/friends-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';

const shop = useFriendsShop();
const host = 'postlude-referral-offer';
let ada: Recommender;
beforeAll(async () => {
  ada = await shop().recommend('Ada');
  await shop().buy('old@example.net');
});
afterEach(() => shop().programme());

interface Visit {
  readonly language?: string;
  readonly width?: number;
  readonly attributes?: string;
  /** Before the page's own scripts. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A landing page with the offer, opened by somebody who was never here. */
const open = ({ language = 'en', width = 1024, attributes, before }: Visit = {}) =>
  shop().open(
    {
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      head: '<title>For friends</title>',
      body: `<main><h1>For friends</h1><p><a href="#" id="before">Before</a></p><postlude-referral-offer ${attributes ?? `code="${ada.code}"`} shop="#shop"></postlude-referral-offer></main>${shop().script()}<footer id="shop"><p>The shop</p></footer>`,
    },
    async (page) => {
      await page.setViewportSize({ width, height: 900 });
      await watchShifts(page);
      await before?.(page);
    },
  );
const heading = (page: Page, words: string | RegExp) =>
  page.locator(host).getByRole('heading', { name: words });
const button = (page: Page, name: string | RegExp) => page.locator(host).getByRole('button', { name });

describe('an offer to a friend', () => {
  it('is shown, claimed and copied without a cookie, and nothing is kept on the device', async () => {
    const guest = await open();
    const { page, context } = guest;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await heading(page, 'Ada gives you €20 off your first order').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'Get my code').click();
    await heading(page, 'Your code').waitFor();
    const code = await page.locator(`${host} [part~=code]`).textContent();
    expect(code).toMatch(/^HELLO-1\d\d$/);
    await button(page, `Copy the code ${code}`).click();
    await page.locator(host).getByText('Copied', { exact: true }).first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    expect(await axeFindings(page)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await expectCalm(guest);
  });

  it('gives a code to copy by hand where the clipboard is refused', async () => {
    const { page } = await open({
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
        }),
    });
    await button(page, 'Get my code').click();
    await button(page, /^Copy the code/).click();
    await page.locator(host).getByText('Selected: copy it now').first().waitFor();
    const code = await page.locator(`${host} [part~=code]`).textContent();
    expect(await page.evaluate(() => String(getSelection()))).toContain(code);
  });

  it('is found by a code that was heard and typed, with the keyboard alone', async () => {
    const { page } = await open({ attributes: '' });
    await heading(page, 'Were you invited?').waitFor();
    await page.locator('#before').focus();
    await tabTo(page, 'input code');
    await page.keyboard.type('NOBODY 7K3M');
    await page.keyboard.press('Enter');
    await page.locator(host).getByText('We do not know this code').first().waitFor();
    await expect.poll(async () => (await focused(page)).name).toBe('input code');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(` ${ada.code.toLowerCase().replace('-', ' ')}`);
    await page.keyboard.press('Enter');
    await heading(page, 'Ada gives you €20 off your first order').waitFor();
    await expect.poll(async () => (await focused(page)).name).toMatch(/^h2 /);
    await tabTo(page, /^button Get my code/);
    await page.keyboard.press('Enter');
    await heading(page, 'Your code').waitFor();
    await expect.poll(async () => (await focused(page)).name).toMatch(/^h2 Your code/);
    const stops = await tabTo(page, /^a Go to the shop/);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#shop');
  });

  it('is told in the language of the page, and fits a phone of 320 pixels', async () => {
    for (const [language, offer, claim] of [
      ['de', /Ada schenkt Ihnen|20 €/, 'Meinen Code holen'],
      ['ar', /Ada/, 'احصل على رمزي'],
    ] as const) {
      const { page } = await open({ language, width: 320 });
      await heading(page, offer).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await button(page, claim).click();
      await page.locator(`${host} [part~=code]`).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    }
  });

  it('moves nothing that stands above it', async () => {
    const { page } = await open();
    await heading(page, 'Ada gives you').waitFor();
    const moved = (await shiftsOf(page)).flatMap((shift) => shift.moved);
    expect(moved.filter((what) => /^(h1|main|a)\./.test(what))).toEqual([]);
  });

  it('is read from the address of the page', async () => {
    const { page } = await open({ attributes: '' });
    await heading(page, 'Were you invited?').waitFor();
    await page.goto(`${page.url()}?ref=${encodeURIComponent(ada.code.toLowerCase())}`);
    await heading(page, 'Ada gives you €20 off your first order').waitFor();
  });

  it('asks for an address only where the store wants one, and says at once to whom it does not apply', async () => {
    await shop().programme({ friendEmail: true, countries: ['DE'] });
    const { page } = await open({ attributes: `code="${ada.code}" country="DE"` });
    await button(page, 'Get my code').click();
    await page.locator(host).getByText('Please type in an e-mail address').first().waitFor();
    await expect.poll(async () => (await focused(page)).name).toBe('input email');
    expect(await axeFindings(page)).toEqual([]);
    const email = page.locator(host).getByLabel('Your e-mail address');
    await email.fill('old@example.net');
    await button(page, 'Get my code').click();
    await page.locator(host).getByText('How nice, you are a customer already.').first().waitFor();
    await page.locator(host).getByRole('link', { name: 'Go to the shop' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it.for<[string, Partial<ReferralProgrammeInput>, string, string | null]>([
    ['own_link', { friendEmail: true }, 'This is your own invitation.', 'ada@example.com'],
    ['country_closed', { countries: ['DE'] }, 'does not reach your country yet', null],
    ['programme_ended', { endsAt: '2026-01-02T00:00:00Z' }, 'This offer has ended.', null],
    ['paused', { paused: true }, 'This offer is taking a break.', null],
    ['not_started', { startsAt: '2999-01-01T00:00:00Z' }, 'This offer has not begun yet.', null],
  ])('says kindly that it is closed: %s', async ([, changes, words, email]) => {
    await shop().programme(changes);
    const { page } = await open({ attributes: `code="${ada.code}" country="FR"` });
    if (email) {
      await page.locator(host).getByLabel('Your e-mail address').fill(email);
      await button(page, 'Get my code').click();
    }
    await page.locator(host).getByText(words).first().waitFor();
    await page.locator(host).getByRole('link', { name: 'Go to the shop' }).waitFor();
    await button(page, 'Use another code').click();
    await heading(page, 'Were you invited?').waitFor();
  });

  it('is that of the code the page says by now', async () => {
    const eve = await shop().recommend('Eve');
    const guest = await open();
    const { page } = guest;
    await heading(page, 'Ada gives you €20 off your first order').waitFor();
    const turnTo = (code: string) =>
      page.locator(host).evaluate((element, to) => element.setAttribute('code', to), code);
    await turnTo(eve.code);
    await heading(page, 'Eve gives you €20 off your first order').waitFor();
    await button(page, 'Get my code').click();
    await heading(page, 'Your code').waitFor();
    await turnTo(ada.code);
    await heading(page, 'Ada gives you €20 off your first order').waitFor();
    await turnTo('');
    await heading(page, 'Were you invited?').waitFor();
    await expectCalm(guest);
  });

  it('still shows the code after a reload and a way back, without taking another', async () => {
    const { page } = await open();
    await button(page, 'Get my code').click();
    await heading(page, 'Your code').waitFor();
    const shown = () => page.locator(`${host} [part~=code]`).textContent();
    const code = await shown();
    const claims: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /referral-(claims|visits)/.test(request.url()))
        claims.push(request.url());
    });
    await page.reload();
    await heading(page, 'Your code').waitFor();
    expect(await shown()).toBe(code);
    await page.goto('about:blank');
    await page.goBack();
    await heading(page, 'Your code').waitFor();
    expect(await shown()).toBe(code);
    expect(claims).toEqual([]);
  });

  it('is tried again where the network broke, as the same claim', async () => {
    const { page } = await open();
    await button(page, 'Get my code').waitFor();
    await page.route(/\/v1\/referral-claims/, (route) => route.abort());
    await button(page, 'Get my code').click();
    await page.locator(host).locator('.error').waitFor();
    await page.unroute(/\/v1\/referral-claims/);
    await button(page, 'Get my code').click();
    await heading(page, 'Your code').waitFor();
  });
});

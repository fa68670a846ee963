import { createClient } from '@postlude/client';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type FriendOrder, useFriendsShop } from '../support/friends-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, outOfOrder, tabTo } from '../support/keyboard.ts';
import { misfits } from '../support/reflow.ts';
import { tooSmallTargets } from '../support/targets.ts';

const shop = useFriendsShop();
const host = 'postlude-referral';
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

interface Visit {
  readonly language?: string;
  readonly width?: number;
  readonly attributes?: string;
  /** Under a policy that lets in the script and what it asks for, and nothing else. */
  readonly strict?: boolean;
  /** Before the page's own scripts. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A page of the shop about an order, opened by who bought it. */
const open = (
  order: FriendOrder,
  { language = 'en', width = 1024, attributes = '', strict = false, before }: Visit = {},
) =>
  shop().open(
    {
      ...(strict && {
        headers: {
          'content-security-policy': `default-src 'none'; script-src ${shop().backend.url}/; connect-src ${shop().backend.url}`,
        },
      }),
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      head: '<title>Order</title>',
      body: `<main><h1>Order</h1><p><a href="#" id="before">Before</a></p><${host} order="${order.number}" proof="${order.proof}" ${attributes}></${host}></main>${shop().script()}`,
    },
    async (page) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        const channels: string[] = [];
        Object.assign(globalThis, { channels });
        addEventListener('postlude:referral-shared', (event) =>
          channels.push((event as CustomEvent<{ channel: string }>).detail.channel),
        );
      });
      await before?.(page);
    },
  );
const button = (page: Page, name: string | RegExp) => page.locator(host).getByRole('button', { name });
const heading = (page: Page) => page.locator(`${host} h2`);
const link = (page: Page) => page.locator(host).getByLabel('Your link', { exact: true });
const said = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.locator(`${host} [role=status]`).textContent(), { timeout: 20_000 }).toMatch(words);
/** Waits for what a press tells the backend. */
const told = (page: Page) =>
  page.waitForResponse(
    (answer) => answer.url().includes('/referral-shares') && answer.request().method() === 'POST',
  );
/** How the page was told that it was shared. */
const channels = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { channels: string[] }).channels);
const noSheet = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
const noClipboard = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));

describe('taking part', () => {
  it('goes by keyboard alone, from the name to a link that is copied and a message that is changed', async () => {
    const guest = await open(await shop().buy('keys@example.com'), { before: noSheet });
    const { page, context } = guest;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const at = (name: string | RegExp) =>
      expect.poll(async () => (await focused(page)).name, { timeout: 20_000 }).toMatch(name);
    await button(page, 'Get my link').waitFor();
    expect(await heading(page).textContent()).toMatch(/€20/);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('#before').focus();
    const stops = await tabTo(page, 'input name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Kay');
    stops.push(...(await tabTo(page, 'button Get my link')));
    expect(outOfOrder(stops)).toEqual([]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await page.keyboard.press('Enter');
    await link(page).waitFor();
    await said(page, /Your link is ready\. Your code is KAY-/);
    await at(/^h2 /);
    await tabTo(page, 'button Copy your link');
    const shared = told(page);
    await page.keyboard.press('Enter');
    expect((await shared).ok()).toBe(true);
    expect(await channels(page)).toEqual(['copy_link']);
    await said(page, 'Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link(page).inputValue());
    await tabTo(page, 'button Change the message');
    await page.keyboard.press('Enter');
    await tabTo(page, /^textarea/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Look here');
    const address = decodeURIComponent(
      (await page
        .locator(host)
        .getByRole('link', { name: /WhatsApp/ })
        .getAttribute('href')) ?? '',
    );
    expect(address).toMatch(
      /^https:\/\/wa\.me\/\?text=Look here\nKAY-[^\n]+\nhttps:\/\/shop\.example\.com\/friends/,
    );
    expect(await axeFindings(page)).toEqual([]);
    await expectCalm(guest);
  });

  it('says it where the network is gone, and goes on when it is back', async () => {
    const { page } = await open(await shop().buy('dead@example.com'));
    await button(page, 'Get my link').waitFor();
    await page.route('**/referral?*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await button(page, 'Get my link').click();
    await page.locator(`${host} .error`).waitFor({ timeout: 30_000 });
    await page.unroute('**/referral?*');
    await button(page, 'Get my link').click();
    await link(page).waitFor();
    expect(await page.locator(`${host} .error`).count()).toBe(0);
  });
});

describe('sharing', () => {
  it('uses the device’s own sheet where there is one', async () => {
    const ada = await shop().recommend('Ada');
    const { page } = await open(ada, {
      strict: true,
      before: (before) =>
        before.addInitScript(() =>
          Object.defineProperty(navigator, 'share', {
            value: async (data: object) => Object.assign(globalThis, { given: data }),
          }),
        ),
    });
    await button(page, 'Share…').waitFor();
    const shared = told(page);
    await button(page, 'Share…').click();
    expect((await shared).ok()).toBe(true);
    expect(await channels(page)).toEqual(['sheet']);
    const { text } = await page.evaluate(() => (globalThis as unknown as { given: { text: string } }).given);
    expect(text).toContain(ada.link);
    expect(text).toContain(ada.code);
  });

  it('has every other way where there is neither sheet nor clipboard', async () => {
    const ben = await shop().recommend('Ben');
    const guest = await open(ben, {
      strict: true,
      before: async (before) => {
        await noSheet(before);
        await noClipboard(before);
      },
    });
    const { page } = guest;
    await link(page).waitFor();
    expect(await button(page, 'Share…').count()).toBe(0);
    const addresses = await page
      .locator(host)
      .getByRole('link')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href')?.split('?')[0]));
    expect(addresses).toEqual(['https://wa.me/', 'mailto:', 'sms:']);
    await button(page, 'Copy your link').click();
    await said(page, 'Selected: now copy it yourself');
    const selected = await link(page).evaluate((field: HTMLInputElement) =>
      field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0),
    );
    expect(selected).toBe(ben.link);
    const shown = told(page);
    await button(page, 'Show it as a QR code').click();
    await page
      .locator(host)
      .getByRole('img', { name: /QR code/ })
      .waitFor();
    expect((await shown).ok()).toBe(true);
    await expectCalm(guest);
  });
});

describe('what became of it', () => {
  it('tells of a friend who claimed, and then of their order, with its reason and day', async () => {
    const cleo = await shop().recommend('Cleo');
    const { page } = await open(cleo);
    await page.locator(host).getByText('Nobody has taken your offer yet.').waitFor();
    const { store, url, staff } = shop().backend;
    const client = createClient({ store, baseUrl: url });
    const claim = await client.referralOffers.claim({ code: cleo.code });
    const code = claim.reward?.code;
    if (!code) throw new Error('A friend has a code.');
    const again = () =>
      page.locator(host).evaluate((element) => (element as HTMLElement & { refresh(): void }).refresh());
    const row = page.locator(`${host} [part~=referral]`);
    const lookAgain = async () => {
      await again();
      return await row.allTextContents();
    };
    await expect.poll(lookAgain, { timeout: 20_000 }).toHaveLength(1);
    const before = await row.textContent();
    await shop().buy('friend-of-cleo@example.net', {
      paid: true,
      discountCodes: [code],
      destination: { name: 'Otto Lindgren', city: 'Kiel', postcode: '24103', country: 'DE' },
    });
    const { items } = await staff.referrals.list({});
    expect(items.map(({ state }) => state)).toContain('held');
    await expect.poll(lookAgain, { timeout: 20_000 }).not.toEqual([before]);
    expect(await row.count()).toBe(1);
    await page.locator(host).getByText('1 waits', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the ask', () => {
  it('shows nothing where nobody is to be asked', async () => {
    const order = await shop().buy('calm@example.com');
    let asked: Promise<unknown> = Promise.resolve();
    const { page } = await open(order, {
      attributes: 'mode="ask"',
      before: async (before) => {
        asked = before.waitForResponse((answer) => /\/ask\b/.test(answer.url()));
      },
    });
    await asked;
    await page.waitForLoadState('networkidle');
    expect(await heading(page).count()).toBe(0);
  });

  it('comes once a second order has arrived, is put off by a press, and stays away then', async () => {
    const before = await shop().buy('glad@example.com', { placedAt: hoursAgo(120) });
    await shop().deliver(before, 72);
    const order = await shop().buy('glad@example.com', { placedAt: hoursAgo(96) });
    await shop().deliver(order, 48);
    const { page } = await open(order, { attributes: 'mode="ask"' });
    await button(page, 'Get my link').waitFor();
    const told = page.waitForResponse((answer) => /\/ask-responses\b/.test(answer.url()) && answer.ok());
    await button(page, 'Not now').click();
    await told;
    await expect.poll(() => heading(page).count()).toBe(0);
    const asked = page.waitForResponse((answer) => /\/ask\b/.test(answer.url()));
    await page.reload();
    expect((await (await asked).json()).offer).toBeNull();
    expect(await heading(page).count()).toBe(0);
  });
});

describe('in other languages, and on a narrow screen', () => {
  it.each([
    ['de', /Euro|€/, 'Meinen Link holen', 'Ihr Link'],
    ['ar', /€/, 'احصل على رابطي', 'رابطك'],
  ])('it can be read and pressed in %s', async (language, offer, press, label) => {
    const order = await shop().buy(`narrow-${language}@example.com`);
    const guest = await open(order, { language, width: 320 });
    const { page } = guest;
    await button(page, press).waitFor();
    expect(await heading(page).textContent()).toMatch(offer);
    expect(await page.evaluate(misfits, host)).toEqual([]);
    await button(page, press).click();
    await page.locator(host).getByLabel(label, { exact: true }).waitFor();
    expect(await page.evaluate(misfits, host)).toEqual([]);
    expect(await page.evaluate(tooSmallTargets, { host, least: 44 })).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await expectCalm(guest);
  });
});

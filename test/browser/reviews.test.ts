import { createClient } from '@postlude/client';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { reviewPolicy, useReviewShop } from '../support/review-shop.ts';

const shop = useReviewShop({
  ...reviewPolicy,
  moderation: { ...reviewPolicy.moderation, publish: 'at_once' },
});
const host = 'postlude-reviews';

const said = [
  [5, 'Stands firm', 'A lamp that I would buy again, every time.'],
  [1, 'Flickers', 'It flickered from the first evening on.'],
  [4, 'Warm', '<b>Warm</b> light and a quiet switch <script>alert(1)</script>.'],
  [3, 'Fine', 'It does what a lamp does, and no more than that.'],
] as const;

/** Reviews of the lamp by shoppers of their own, each sent over the API as the widget does. */
beforeAll(async () => {
  const { store, url } = shop().backend;
  const client = createClient({ store, baseUrl: url });
  for (const [stars, title, text] of said) {
    const { number, proof, lines, id } = await shop().place(['lamp']);
    const { token } = await client.sessions.open({ by: 'proof', order: number, proof });
    const lineId = lines['Desk lamp'] as never;
    const content = { stars, title, text, name: `Reader ${stars}` };
    await client.reviews.send({ token, orderId: id }, { lineId, content });
  }
});

/** A product page with its reviews, opened by a guest. */
const open = (language = 'en', width = 1024, attributes = 'product="lamp"') =>
  shop().open(
    {
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      head: '<title>Desk lamp</title>',
      body: `<main><h1>Desk lamp</h1><p><a href="#" id="before">Before</a></p><postlude-reviews ${attributes}></postlude-reviews></main>${shop().script()}<footer><p>Below</p></footer>`,
    },
    async (page) => {
      await page.setViewportSize({ width, height: 900 });
      await watchShifts(page);
    },
  );
const article = (page: Page, text: string) => page.locator(`${host} article`).filter({ hasText: text });

describe('the reviews of a product', () => {
  it('are shown with their numbers, good and bad, as text, without an error of the page', async () => {
    const guest = await open();
    const { page } = guest;
    await article(page, 'Stands firm').waitFor();
    expect(await page.locator(`${host} article`).count()).toBe(said.length);
    expect(await page.locator(host).getByText('3.3').first().isVisible()).toBe(true);
    expect(await article(page, 'Warm').locator('b').count()).toBe(0);
    expect(await article(page, 'Warm').getByText('<b>Warm</b> light').isVisible()).toBe(true);
    expect(await page.locator(host).getByText('Verified buyer', { exact: true }).count()).toBe(said.length);
    // The lamp is thanked for; every one of its reviews says so.
    expect(await page.locator(host).getByText('Received a reward').count()).toBe(said.length);
    expect(await axeFindings(page)).toEqual([]);
    await expectCalm(guest);
  });

  it('tell search engines what they say, as data that never runs', async () => {
    const { page } = await open();
    await article(page, 'Stands firm').waitFor();
    const data = await page.locator('head > script[type="application/ld+json"]').textContent();
    expect(data).not.toContain('</script');
    expect(data).not.toContain('<b>');
    const product = JSON.parse(data ?? '');
    expect(product).toMatchObject({
      '@type': 'Product',
      aggregateRating: { '@type': 'AggregateRating', ratingValue: 3.25, reviewCount: said.length },
    });
    expect(product.review).toHaveLength(said.length);
    await page.evaluate(() => document.querySelector('postlude-reviews')?.remove());
    await expect.poll(() => page.locator('head > script[type="application/ld+json"]').count()).toBe(0);
  });

  it('are narrowed, searched and found helpful by keyboard alone', async () => {
    const { page } = await open();
    await article(page, 'Stands firm').waitFor();
    const list = page.locator(`${host} article`);
    await page.locator('#before').focus();
    await tabTo(page, /^button 1 star/);
    await page.keyboard.press('Enter');
    await expect.poll(() => list.count()).toBe(1);
    expect(await list.textContent()).toContain('Flickers');
    await page.keyboard.press('Enter');
    await expect.poll(() => list.count()).toBe(said.length);
    await tabTo(page, 'input words');
    await page.keyboard.type('quiet');
    await page.keyboard.press('Enter');
    await expect.poll(() => list.count()).toBe(1);
    await tabTo(page, /^button Find the review/);
    await page.keyboard.press('Space');
    await list.getByText('Helpful (1)').waitFor();
    expect((await focused(page)).name).toContain('(1)');
    await page.keyboard.press('Space');
    await expect.poll(() => list.getByText('Helpful (1)').count()).toBe(0);
  });

  it('can be reported, and a notice of something illegal asks who says so', async () => {
    const { page } = await open();
    await article(page, 'Flickers')
      .getByRole('button', { name: /^Report/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It is illegal').click();
    await dialog.getByRole('button', { name: 'Send the report' }).click();
    await dialog.getByText('Please fill this in.').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByLabel('Why is it illegal?').fill('It is a lie about me.');
    await dialog.getByLabel('Your name').fill('Ines');
    await dialog.getByLabel('Your e-mail address').fill('ines@example.com');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Send the report' }).click();
    await dialog.getByText('Thank you, your report has arrived').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    expect((await focused(page)).name).toContain('Report the review by Reader 1');
  });

  it.for([
    ['de', 'Wie wir Bewertungen prüfen'],
    ['ar', 'كيف نتحقق من التقييمات'],
  ] as const)('fit a phone of 320 pixels in %s', async ([language, checks]) => {
    const { page } = await open(language, 320);
    await article(page, 'Stands firm').waitFor();
    await page.getByRole('button', { name: checks }).click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

  it('move nothing that stands above them', async () => {
    const { page } = await open();
    await article(page, 'Stands firm').waitFor();
    const moved = (await shiftsOf(page)).flatMap((shift) => shift.moved);
    expect(moved.filter((what) => /^(h1|main|a)\./.test(what))).toEqual([]);
  });

  it('are those of the product the page shows by now, whichever answer comes last', async () => {
    const { page } = await open();
    await article(page, 'Stands firm').waitFor();
    const list = page.locator(host);
    const turnTo = (name: string, value: string) =>
      list.evaluate((element, [attribute, to]) => element.setAttribute(attribute, to), [
        name,
        value,
      ] as const);
    const data = page.locator('head > script[type="application/ld+json"]');
    await turnTo('product', 'chair');
    await list.getByText('There are no reviews yet').waitFor();
    expect(await list.locator('article').count()).toBe(0);
    expect(await data.count()).toBe(0);

    // The lamp's answer is held until the mug's is there.
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/product=lamp/, async (route) => {
      await held;
      // Nobody waits for it any more, so that its request may be gone.
      await route.continue().catch(() => {});
    });
    const asked = page.waitForRequest(/product=lamp/);
    await turnTo('product', 'lamp');
    await asked;
    const answered = page.waitForResponse(/product=mug/);
    await turnTo('product', 'mug');
    await answered;
    letGo();
    await list.getByText('There are no reviews yet').waitFor();
    await page.unroute(/product=lamp/);
    expect(await list.locator('article').count()).toBe(0);

    await turnTo('product', 'lamp');
    await article(page, 'Stands firm').waitFor();
    expect(await data.count()).toBe(1);
    await turnTo('subject', 'store');
    await list.getByText('There are no reviews yet').waitFor();
    expect(await data.count()).toBe(0);
  });

  it('say so where there are none, and where they cannot be fetched', async () => {
    const { page } = await open('en', 1024, 'product="nothing"');
    await page.locator(host).getByText('There are no reviews yet').waitFor();
    await page.route(/\/v1\/reviews/, (route) => route.abort());
    await page.evaluate(() => {
      const again = document.createElement('postlude-reviews');
      again.setAttribute('product', 'lamp');
      document.querySelector('postlude-reviews')?.replaceWith(again);
    });
    await page.locator(host).getByText('The reviews cannot be shown').waitFor();
    await page.unroute(/\/v1\/reviews/);
    await page.locator(host).getByRole('button', { name: 'Try again' }).click();
    await article(page, 'Stands firm').waitFor();
  });
});

import { createClient } from '@postlude/client';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../support/built.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { reviewPolicy, useReviewShop } from '../support/review-shop.ts';

const shop = useReviewShop({
  ...reviewPolicy,
  moderation: { ...reviewPolicy.moderation, publish: 'at_once' },
});
const host = 'postlude-reviews';

/** The mug has one review, the lamp three, the chair none. */
beforeAll(async () => {
  const { store, url } = shop().backend;
  const client = createClient({ store, baseUrl: url });
  for (const [index, name] of (['mug', 'lamp', 'lamp', 'lamp'] as const).entries()) {
    const { number, proof, lines, id } = await shop().place([name]);
    const { token } = await client.sessions.open({ by: 'proof', order: number, proof });
    const [lineId] = Object.values(lines);
    const text = `It does what it should, and does so for a long time. ${'Every day. '.repeat(index * 5)}`;
    const content = { stars: 5 - index, title: `Number ${index}`, text, name: `Reader ${index}` };
    await client.reviews.send({ token, orderId: id }, { lineId: lineId as never, content });
  }
});

/** A page with a list in view, and something below it; the list comes late. */
const open = async (product: string, width: number, above = 0) => {
  const { reserveCss } = await readManifest();
  return shop().open(
    {
      html: 'lang="en"',
      head: `<title>Room</title><style>${reserveCss}</style>`,
      body: `<main><h1>Room</h1><p style="height:${above}px">Above</p><${host} product="${product}"></${host}></main>${shop().script()}<footer><p id="below">Below</p><p style="height:300px"></p></footer>`,
    },
    async (page) => {
      await page.setViewportSize({ width, height: 800 });
      await watchShifts(page);
      await page.route(/\/v1\/reviews\?/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue().catch(() => {});
      });
    },
  );
};
const isThere = (page: Page, product: string) =>
  product === 'chair'
    ? page.locator(host).getByText('There are no reviews yet').waitFor()
    : page.locator(`${host} article`).first().waitFor();
const tall = (page: Page) => page.locator(host).evaluate((list) => list.getBoundingClientRect().height);
const top = (page: Page) => page.locator('#below').evaluate((below) => below.getBoundingClientRect().top);

describe('a list of reviews in view', () => {
  it.for(
    ['chair', 'mug', 'lamp'].flatMap((product) => [320, 768, 1280].map((width) => [product, width] as const)),
  )('of the %s moves nothing when it comes, at %i pixels', async ([product, width]) => {
    const { page } = await open(product, width);
    await isThere(page, product);
    expect(await shiftsOf(page)).toEqual([]);
    // A press gives back what was kept for more reviews than there are.
    await page.locator('h1').click();
    if (product === 'chair') await expect.poll(() => tall(page)).toBeLessThan(500);
    expect(await shiftsOf(page)).toEqual([]);
  });

  it('gives back what it does not need before it is seen', async () => {
    // Near enough to be loaded, too far to be seen.
    const { page } = await open('chair', 768, 900);
    await isThere(page, 'chair');
    await expect.poll(() => tall(page)).toBeLessThan(500);
    await page.mouse.wheel(0, 2_000);
    await expect.poll(() => top(page)).toBeLessThan(800);
    expect(await shiftsOf(page)).toEqual([]);
  });

  it('keeps as much as it took while another product’s comes', async () => {
    const { page } = await open('lamp', 1280);
    await isThere(page, 'lamp');
    const before = await tall(page);
    await page.locator(host).evaluate((list) => list.setAttribute('product', 'chair'));
    await isThere(page, 'chair');
    expect(await tall(page)).toBeCloseTo(before, 0);
    const moved = (await shiftsOf(page)).flatMap((shift) => shift.moved);
    expect(moved.filter((what) => what.startsWith('p.'))).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskAnswer } from '../../demo/src/desk/routes.ts';
import { openOrder } from '../../demo/src/returns/shopper.ts';
import { jpeg } from '../../packages/server/src/testing/pictures.ts';
import { launchBrowser } from '../support/browser.ts';
import { ensureBuilt } from '../support/built.ts';
import { openTestDemo, type TestDemo } from '../support/demo.ts';

let test: TestDemo;
let browser: Browser;

beforeAll(async () => {
  await ensureBuilt();
  test = await openTestDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

const orderOf = (story: string) => {
  const order = test.demo.orders.all().find((one) => one.story === story);
  if (!order) throw new Error(`The demo has no order ${story}`);
  return order;
};

/** The page of an order, with the prompt on it and what is said of it aloud. */
async function visit(story: string): Promise<{ page: Page; prompt: Locator }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${test.demo.shop}/orders/${orderOf(story).number}`);
  return { page, prompt: page.locator('postlude-review-prompt') };
}

/** What the desk says of each review that is asked of an order, by title. */
async function reasons(story: string): Promise<Record<string, string>> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${test.demo.shop}/desk/${orderOf(story).number}`, { headers });
  const { asks } = (await answer.json()) as DeskAnswer;
  return Object.fromEntries(
    asks.filter(({ kind }) => kind === 'review').map((ask) => [ask.title, ask.words]),
  );
}

/** Moves the demo's clock on. */
async function later(days: number): Promise<void> {
  const { shop } = test.demo;
  const sent = { method: 'POST', headers: { origin: shop }, body: JSON.stringify({ days }) };
  expect((await fetch(`${shop}/clock`, sent)).status).toBe(200);
}

describe('the demo, telling others', () => {
  it('reviews a lamp with a photo, reads it at the desk, and shows it to everybody', async () => {
    const { page, prompt } = await visit('review-due');
    await prompt.getByText('How do you like what you bought?').waitFor();
    const press = (name: string) => prompt.getByRole('button', { name, exact: true }).click();
    await prompt
      .getByRole('radiogroup', { name: /Dome table lamp/ })
      .getByRole('radio')
      .nth(4)
      .check();
    await press('Continue: Dome table lamp');
    await prompt.getByText('How is the light in the evening?').waitFor();
    await prompt.getByLabel(/^Your review/).fill('Warm and calm, in the corner of the room.');
    await press('Continue');
    await press('Skip');
    const photo = { name: 'corner.jpg', mimeType: 'image/jpeg', buffer: await jpeg(640, 480) };
    await prompt.locator('input[type=file]').setInputFiles(photo);
    await prompt.getByText('Added', { exact: true }).waitFor();
    await press('Continue');
    await press('Send the review');
    await prompt.getByText('Being checked').first().waitFor();

    await page.getByRole('tab', { name: /desk/ }).click();
    const card = page.locator('.desk-reviews .desk-return').filter({ hasText: 'Warm and calm' });
    await card.getByRole('button', { name: /^Approve/ }).click();
    await card.getByText('approved').waitFor();
    await prompt.getByText('Published').first().waitFor();

    await page.goto(`${test.demo.shop}/lamps/dome`);
    const review = page.locator('postlude-reviews article').filter({ hasText: 'Warm and calm' });
    await review.getByText('Verified buyer').waitFor();
    await review.getByText('Received a reward').waitFor();
    const thumbnail = review.locator('img').first();
    await expect
      .poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    const feed = `${test.demo.backend}/feeds/${test.demo.publishableKey}/google-product-reviews.xml`;
    expect(await (await fetch(feed)).text()).toContain('Warm and calm');
  });

  it('asks two weeks after the delivery, waits while a return is open, and asks again when it was closed', async () => {
    const quiet = await visit('review-soon');
    await quiet.page.waitForLoadState('networkidle');
    expect(await quiet.prompt.evaluate((element) => element.getBoundingClientRect().height)).toBe(0);
    expect((await reasons('review-soon'))['Reading light']).toMatch(/days of use/);

    await later(7);
    const due = await visit('review-soon');
    await due.prompt.getByRole('radiogroup', { name: /Reading light/ }).waitFor();
    await due.prompt.getByRole('radiogroup', { name: /Storm lantern/ }).waitFor();

    const { embedSecret } = JSON.parse(await readFile(path.join(test.dataFolder, 'demo.json'), 'utf8'));
    const { backend, publishableKey, shop } = test.demo;
    const opened = await openOrder({ backend, publishableKey, embedSecret }, orderOf('review-soon'));
    const item = (await opened.items()).find(({ title }) => title === 'Reading light');
    if (!item) throw new Error('The light can be sent back.');
    const { lineId, shipmentId } = item;
    const filed = await opened.file({
      route: 'return',
      items: [{ lineId, shipmentId, quantity: 1, reason: 'changed_my_mind', resolution: 'refund' }],
      method: { id: 'label' },
    });
    const held = await visit('review-soon');
    await held.prompt.getByRole('radiogroup').first().waitFor();
    expect(await held.prompt.getByRole('radiogroup', { name: /Reading light/ }).count()).toBe(0);
    expect((await reasons('review-soon'))['Reading light']).toContain(`return ${filed.number} is open`);

    const decline = {
      method: 'POST',
      headers: { origin: shop },
      body: JSON.stringify({ code: 'other', note: 'It was used.' }),
    };
    const desk = `${shop}/desk/${orderOf('review-soon').number}/returns/${filed.id}/decline`;
    expect((await fetch(desk, decline)).status).toBe(200);
    // Whoever looks has it decided anew.
    const closed = await visit('review-soon');
    await closed.prompt.getByRole('radiogroup').first().waitFor();
    expect((await reasons('review-soon'))['Reading light']).toMatch(/closed/);
    await later(8);
    const again = await visit('review-soon');
    await again.prompt.getByRole('radiogroup', { name: /Reading light/ }).waitFor();
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { GuestPage } from '../support/host-pages/guest-page.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { reviewPolicy, useReviewShop } from '../support/review-shop.ts';

/** Public at once, so that what was sent can be looked at where everybody sees it. */
const shop = useReviewShop({
  ...reviewPolicy,
  moderation: { ...reviewPolicy.moderation, publish: 'at_once' },
});
const host = 'postlude-review-prompt';

const open = (element: string): Promise<GuestPage> =>
  shop().open({
    html: 'lang="en"',
    head: '<title>Shop</title>',
    body: `<main><h1>Shop</h1>${element}</main>${shop().script()}`,
  });
const headline = (page: Page) => page.locator(`${host} [part~="headline"]`).first();
const reads = (page: Page, text: string | RegExp) =>
  expect.poll(() => headline(page).textContent(), { timeout: 20_000 }).toMatch(text);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const tap = (page: Page, name: RegExp) => page.getByRole('radio', { name }).check();
const words = (page: Page) => page.getByLabel(/^Your review/);

/** Reviews the store has of an order. */
const reviewsOf = async (number: string) => (await shop().backend.staff.reviews.list({ q: number })).items;

/** As far as the words of the mug, with some of them written. */
async function write(page: Page, text: string): Promise<void> {
  await reads(page, 'How do you like it?');
  await tap(page, /4 stars/);
  await press(page, 'Continue: Stoneware mug');
  await reads(page, 'Tell others about it');
  await words(page).fill(text);
}

/** From the words on to what others will see. */
async function toCheck(page: Page): Promise<void> {
  await press(page, 'Continue');
  await reads(page, 'How is it?');
  await press(page, 'Skip');
  await reads(page, 'Show it in use');
  await press(page, 'Skip');
  await reads(page, 'This is how others will see it');
}

/** A film a browser has recorded: a canvas that changes its colour until there is enough of it. */
async function recorded(
  page: Page,
  mimeType: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(async (type) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const paint = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: type });
    const parts: Blob[] = [];
    let size = 0;
    let hue = 0;
    const film = await new Promise<Blob>((resolve) => {
      const draw = (): void => {
        if (!paint || recorder.state === 'inactive') return;
        hue += 40;
        paint.fillStyle = `hsl(${hue} 80% 50%)`;
        paint.fillRect(0, 0, 64, 48);
        requestAnimationFrame(draw);
      };
      recorder.addEventListener('dataavailable', ({ data }) => {
        parts.push(data);
        size += data.size;
        if (size > 2_000 && recorder.state !== 'inactive') recorder.stop();
      });
      recorder.addEventListener('stop', () => resolve(new Blob(parts)));
      recorder.start(50);
      draw();
    });
    return btoa(String.fromCharCode(...new Uint8Array(await film.arrayBuffer())));
  }, mimeType);
  return { name: 'mug.film', mimeType: mimeType.replace(/;.*/, ''), buffer: Buffer.from(base64, 'base64') };
}

/** A picture a phone may have taken. */
const photo = {
  name: 'mug.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

it.each([
  'video/webm;codecs=vp8',
  // In fragments.
  'video/mp4;codecs=vp9',
])(
  'a short film a browser recorded is sent with the review, and plays where the reviews are shown (%s)',
  async (type) => {
    const { tag, number } = await shop().place(['mug']);
    const { page } = await open(tag('mode="always"'));
    await write(page, `See for yourself: ${type}.`);
    await press(page, 'Continue');
    await press(page, 'Skip');
    await reads(page, 'Show it in use');
    await page.locator(`${host} input[type="file"]`).setInputFiles(await recorded(page, type));
    await page.getByText('Added', { exact: true }).waitFor();
    await press(page, 'Continue');
    await press(page, 'Send the review');
    await reads(page, 'Thank you');
    expect(await reviewsOf(number)).toHaveLength(1);

    const list = await open('<postlude-reviews product="mug"></postlude-reviews>');
    await list.page.getByText(`See for yourself: ${type}.`).waitFor();
    await list.page.locator('postlude-reviews .thumbnail').first().click();
    const video = list.page.locator('postlude-reviews video');
    await expect
      .poll(() => video.evaluate((film) => (film as HTMLVideoElement).videoWidth), { timeout: 20_000 })
      .toBe(64);
    await expectCalm(list);
  },
);

describe('the browser’s own Back', () => {
  it('goes a step back where the page allows it, and takes nothing away', async () => {
    const { tag } = await shop().place(['mug']);
    const guest = await open(tag('mode="always" history="on"'));
    const { page } = guest;
    await write(page, 'Keeps its warmth.');
    await press(page, 'Continue');
    await reads(page, 'How is it?');
    await page.evaluate(() => history.back());
    await reads(page, 'Tell others about it');
    expect(await words(page).inputValue()).toBe('Keeps its warmth.');
    await page.evaluate(() => history.back());
    await reads(page, 'How do you like it?');
    expect(await page.getByRole('radio', { name: /4 stars/ }).isChecked()).toBe(true);
    await press(page, 'Continue: Stoneware mug');
    await reads(page, 'Tell others about it');
    expect(await words(page).inputValue()).toBe('Keeps its warmth.');
    await expectCalm(guest);
  });

  it('is the page’s alone where it does not', async () => {
    const { tag } = await shop().place(['mug']);
    const { page } = await open(tag('mode="always"'));
    const before = await page.evaluate(() => history.length);
    await write(page, 'Keeps its warmth.');
    expect(await page.evaluate(() => history.length)).toBe(before);
  });
});

it('a session that ends in the middle of writing costs one more look-up and nothing that was written', async () => {
  const { number } = await shop().place(['mug']);
  const guest = await open(`<${host} order="${number}" mode="always"></${host}>`);
  const { page } = guest;
  const find = async (): Promise<void> => {
    await page.locator(`${host} input`).nth(1).fill(`reader-${number}@example.com`);
    await page.locator(`${host} form button[type="submit"]`).click();
  };
  await page.locator(`${host} form`).waitFor();
  await find();
  await write(page, 'Keeps its warmth.');
  await toCheck(page);
  let refused = 0;
  await page.route(/\/reviews\?/, async (route) => {
    if (route.request().method() !== 'POST' || refused++ > 0) return await route.continue();
    const headers = await route.request().allHeaders();
    return await route.continue({ headers: { ...headers, authorization: 'Bearer over' } });
  });
  await press(page, 'Send the review');
  await page.getByText('It has been a while, so please find your order once more.').waitFor();
  await find();
  await reads(page, 'This is how others will see it');
  await page.locator(`${host} [part~="preview"]`).getByText('Keeps its warmth.').waitFor();
  expect(await reviewsOf(number)).toHaveLength(0);
  await press(page, 'Send the review');
  await reads(page, 'Thank you');
  expect(await reviewsOf(number)).toHaveLength(1);
  await expectCalm(guest);
});

describe('without a network', () => {
  it('what is sent waits, says so, and goes out once when it is back', async () => {
    const { tag, number } = await shop().place(['mug']);
    const guest = await open(tag('mode="always"'));
    const { page, context } = guest;
    await write(page, 'Keeps its warmth.');
    await toCheck(page);
    await context.setOffline(true);
    await page.locator(host).getByText('You are offline.').first().waitFor();
    await press(page, 'Send the review');
    expect(await reviewsOf(number)).toHaveLength(0);
    await context.setOffline(false);
    await reads(page, 'Thank you');
    expect(await reviewsOf(number)).toHaveLength(1);
    await expectCalm(guest);
  });

  it('an answer that was lost on its way is asked for again under the same key', async () => {
    const { tag, number } = await shop().place(['mug']);
    const { page } = await open(tag('mode="always"'));
    await write(page, 'Keeps its warmth.');
    await toCheck(page);
    const keys: (string | undefined)[] = [];
    await page.route(/\/reviews\?/, async (route) => {
      if (route.request().method() !== 'POST') return await route.continue();
      keys.push((await route.request().allHeaders())['idempotency-key']);
      if (keys.length > 1) return await route.continue();
      await route.fetch();
      return await route.abort();
    });
    await press(page, 'Send the review');
    await expect
      .poll(async () => {
        const again = page.getByRole('button', { name: 'Send the review', exact: true });
        if (await again.isVisible()) await again.click();
        return await headline(page).textContent();
      })
      .toMatch('Thank you');
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(1);
    expect(await reviewsOf(number)).toHaveLength(1);
  });
});

it('a review that was sent takes a photo later', async () => {
  const { tag, number } = await shop().place(['mug']);
  const guest = await open(tag('mode="always"'));
  const { page } = guest;
  await reads(page, 'How do you like it?');
  await tap(page, /4 stars/);
  await press(page, 'Send only the stars: Stoneware mug');
  await reads(page, 'Thank you');
  await press(page, 'See my reviews');
  await press(page, 'Your review: Stoneware mug');
  await press(page, 'Add photos');
  await reads(page, 'Show it in use');
  await page.locator(`${host} input[type="file"]`).setInputFiles(photo);
  await page.getByText('Added', { exact: true }).waitFor();
  await press(page, 'Continue');
  await press(page, 'Save the changes');
  await reads(page, 'Your review');
  const [review] = await reviewsOf(number);
  expect(review?.media).toBe(1);
  await expectCalm(guest);
});

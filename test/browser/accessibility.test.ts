import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Gallery, type GalleryView, openGallery } from '../support/card-gallery.ts';
import { tooSmallTargets } from '../support/targets.ts';

let browser: Browser;
let gallery: Gallery;

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await openGallery(browser, { viewport: { width: 768, height: 900 }, reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
});

const findings = (): Promise<string[]> => axeFindings(gallery.page);

/** Looks at every state in a view, as it comes and with everything opened. */
async function lookAtAll(view: GalleryView, names = gallery.names): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const closed = await gallery.show(name, view);
    for (const finding of await findings()) found.push(`${name}: ${finding}`);
    if (closed === 0) continue;
    await gallery.show(name, { ...view, open: true });
    for (const finding of await findings()) found.push(`${name}, opened: ${finding}`);
  }
  return found;
}

/** States that between them show every part of the card. */
const telling = [
  'three-parcels',
  'pickup',
  'delayed',
  'delivered',
  'legs',
  'offline',
  'loading',
  'lookup-fields',
  'lookup-locked',
  'failed',
  'returns/items-chosen',
  'returns/empty',
  'returns/reasons-filled',
  'returns/reasons-mistakes',
  'returns/resolutions',
  'returns/method-place',
  'returns/check-changed',
  'returns/filed-question',
];

describe('axe finds nothing', () => {
  it.each(['light', 'dark'] as const)('on any state of the card, %s', async (theme) => {
    expect(gallery.names.length).toBeGreaterThan(30);
    expect(await lookAtAll({ theme })).toEqual([]);
  });

  it.each(['de', 'ar'] as const)('in another language: %s', async (language) => {
    expect(await lookAtAll({ language, theme: 'light' }, telling)).toEqual([]);
  });

  it('in the page’s own colours', async () => {
    expect(await lookAtAll({ theme: 'host' }, telling)).toEqual([]);
  });

  it('on a phone', async () => {
    await gallery.page.setViewportSize({ width: 360, height: 740 });
    expect(await lookAtAll({ theme: 'dark', language: 'ar' }, telling)).toEqual([]);
  });

  it('because it looks into the card: a mistake put in there is found', async () => {
    await gallery.show('arrives-on');
    await gallery.page.evaluate(() => {
      const root = document.querySelector('main div')?.shadowRoot;
      root?.querySelector('.parcel')?.insertAdjacentHTML('beforeend', '<button></button>');
    });
    expect(await findings()).toEqual([expect.stringContaining('button-name')]);
  });
});

describe('whatever can be pressed', () => {
  it.each([
    ['en', 320],
    ['ar', 768],
  ] as const)('is 44 pixels high and wide at least (%s, %i pixels)', async (language, width) => {
    await gallery.page.setViewportSize({ width, height: 900 });
    const found: string[] = [];
    for (const name of gallery.names) {
      await gallery.show(name, { language, open: true });
      for (const target of await gallery.page.evaluate(tooSmallTargets, { host: 'main div', least: 44 }))
        found.push(`${name}: ${target}`);
    }
    expect(found).toEqual([]);
  });
});

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Gallery, type GalleryLanguage, openGallery } from '../support/card-gallery.ts';
import { misfits } from '../support/reflow.ts';

const languages: readonly GalleryLanguage[] = ['en', 'de', 'ar'];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** Runs in the page: puts rules into the card, over its own. */
function addToCard(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.querySelector('main div')?.shadowRoot?.append(style);
}

/** What does not fit in any state, language and with everything opened, on such a screen. The languages beside each other: it takes its time. */
async function misfitsOn(screen: BrowserContextOptions, added = { page: '', card: '' }): Promise<string[]> {
  const found = await Promise.all(languages.map((language) => misfitsIn(language, screen, added)));
  return found.flat();
}

async function misfitsIn(
  language: GalleryLanguage,
  screen: BrowserContextOptions,
  added: { readonly page: string; readonly card: string },
): Promise<string[]> {
  const gallery = await openGallery(browser, screen);
  const found: string[] = [];
  try {
    if (added.page) await gallery.page.addStyleTag({ content: added.page });
    for (const name of gallery.names) {
      await gallery.show(name, { language, open: true });
      if (added.card) await gallery.page.evaluate(addToCard, added.card);
      for (const misfit of await gallery.page.evaluate(misfits, 'main div'))
        found.push(`${name}, ${language}: ${misfit}`);
    }
  } finally {
    await gallery.close();
  }
  return found;
}

describe('everything is there and nothing scrolls sideways', () => {
  it('280 pixels wide', async () => {
    expect(await misfitsOn({ viewport: { width: 280, height: 653 } })).toEqual([]);
  });

  it('320 pixels wide', async () => {
    expect(await misfitsOn({ viewport: { width: 320, height: 640 } })).toEqual([]);
  });

  it('on a screen of 1280 pixels zoomed to 400 %', async () => {
    const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
    expect(await misfitsOn(zoomed)).toEqual([]);
  });

  it('with text twice as large, on a phone and beside other things', async () => {
    const twice = { page: ':root { font-size: 200%; --postlude-font-size: 32px }', card: '' };
    expect(await misfitsOn({ viewport: { width: 360, height: 740 } }, twice)).toEqual([]);
    expect(await misfitsOn({ viewport: { width: 700, height: 740 } }, twice)).toEqual([]);
  }, 400_000);

  it('with the spacing of letters, words and lines that some readers set', async () => {
    const spaced = {
      page: '',
      card: '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    };
    expect(await misfitsOn({ viewport: { width: 320, height: 640 } }, spaced)).toEqual([]);
  });
});

describe('these tests', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery(browser, { viewport: { width: 320, height: 640 } });
  });
  afterAll(() => gallery.close());

  /** What is found after a style has been put into the card. */
  async function withStyle(css: string): Promise<string[]> {
    await gallery.show('arrives-on');
    await gallery.page.evaluate(addToCard, css);
    return await gallery.page.evaluate(misfits, 'main div');
  }

  it.each([
    ['a box that is too wide', '.hero { inline-size: 400px }', 'sticks out of the card'],
    ['a line that is cut off', '.name { overflow: hidden; block-size: 9px }', 'sticks out of span.name'],
    [
      'a sentence that does not wrap',
      '.headline { text-wrap: nowrap !important; font-size: 2em !important }',
      'sticks out of article.card',
    ],
    [
      'a button too small for its words',
      '.button { block-size: 6px !important; min-block-size: 0 !important; padding: 0 !important }',
      'sticks out of',
    ],
  ])('find %s', async (_, css, finding) => {
    expect((await withStyle(css)).join('\n')).toContain(finding);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
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

/** Every kind of page, by the story of its order where it has one. */
const pages: readonly (readonly [name: string, path: string, story?: string])[] = [
  ['first page', '/'],
  ['account', '/account'],
  ['returns', '/returns'],
  ['withdrawal', '/withdraw'],
  ['order', '/orders/', 'return-three'],
  ['gift’s order', '/orders/', 'return-gift'],
  ['order with every return', '/orders/', 'return-states'],
];
const views = [
  { width: 320, lang: 'de', theme: 'light' },
  { width: 768, lang: 'ar', theme: 'dark' },
  { width: 1280, lang: 'en', theme: 'light' },
] as const;

describe.for(views)('the demo in $lang, $theme, $width px wide', ({ width, lang, theme }) => {
  it.for(pages)(
    'shows the %s without a finding of axe, and without scrolling sideways',
    async ([, path, story]) => {
      const number = test.demo.orders.all().find((order) => order.story === story)?.number ?? '';
      // The shop's policy lets no script in but its own and the backend's, axe's neither.
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        bypassCSP: true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(`${test.demo.shop}${path}${number}?lang=${lang}&theme=${theme}`, {
        waitUntil: 'networkidle',
      });
      if (story) {
        const handle = page.locator('.panel-handle');
        if (await handle.isVisible()) await handle.click();
        await page.locator('#tab-desk').click();
        await page.waitForLoadState('networkidle');
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await context.close();
    },
  );
});

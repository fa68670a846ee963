import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@postlude/server';
import { chromium } from 'playwright-core';
import { startDemo } from '../demo/src/demo.ts';
import { findBrowser } from './setup/browser.mjs';
import { inRoot } from './setup/paths.mjs';

// `npm run screenshots [-- --readme] [-- --gallery]`: the README's picture into docs/images, and the card in every state, at
// three widths, in both themes and directions, into screenshots/, with a contact sheet for each combination.

const wanted = process.argv.slice(2);
const all = !wanted.includes('--readme') && !wanted.includes('--gallery');
const widths = [320, 768, 1280];
const themes = ['light', 'dark'];
const languages = ['en', 'ar'];
const shown = 'postlude-order-tracking';

const data = await mkdtemp(join(tmpdir(), 'postlude-screenshots-'));
const env = { PORT: '0', POSTLUDE_DATA: data, LOG_LEVEL: 'warn' };
const demo = await startDemo({ config: readConfig(env), shopPort: 0 });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  if (all || wanted.includes('--readme')) await readmePicture();
  if (all || wanted.includes('--gallery')) await gallery();
} finally {
  await browser.close();
  await demo.close();
  await rm(data, { recursive: true, force: true });
}

async function readmePicture() {
  await mkdir(inRoot('docs/images'), { recursive: true });
  const page = await open({ width: 1260, height: 880 }, 'in-transit', 'en', 'light');
  const file = inRoot('docs/images/tracking-card.png');
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.context().close();
  console.log(`${file} ${(await readFile(file)).length} bytes`);
}

async function gallery() {
  for (const language of languages) {
    for (const theme of themes) {
      for (const width of widths) await cards(language, theme, width);
    }
  }
}

async function cards(language, theme, width) {
  const folder = inRoot('screenshots', `${language}-${theme}-${width}`);
  await mkdir(folder, { recursive: true });
  const taken = [];
  for (const { story } of demo.orders.all()) {
    const page = await open({ width, height: 1000 }, story, language, theme);
    await page.evaluate(() => document.querySelector('.panel')?.remove());
    const picture = await page.locator(shown).screenshot({ animations: 'disabled' });
    await writeFile(join(folder, `${story}.png`), picture);
    taken.push({ story, picture });
    await page.context().close();
  }
  await contactSheet(join(folder, 'sheet.png'), taken, width);
  console.log(`${folder} ${taken.length} pictures`);
}

async function contactSheet(file, taken, width) {
  const page = await browser.newPage({ viewport: { width: 1800, height: 800 } });
  const column = Math.min(width, 420);
  const figures = taken.map(
    ({ story, picture }) =>
      `<figure><figcaption>${story}</figcaption><img src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  await page.setContent(
    `<!doctype html><style>body{display:grid;grid-template-columns:repeat(auto-fill,minmax(${column}px,1fr));gap:16px;align-items:start;margin:16px;background:#888;font:600 16px sans-serif}figure{margin:0}img{max-width:100%}</style>${figures.join('')}`,
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

async function open(viewport, story, language, theme) {
  const order = demo.orders.all().find((one) => one.story === story);
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${demo.shop}/orders/${order.number}?lang=${language}&theme=${theme}`);
  await page.locator(`${shown} [part~="headline"]`).first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

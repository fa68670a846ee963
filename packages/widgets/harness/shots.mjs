// Pictures of the tracking card in all its states, and what axe says about each.
//   node harness/shots.mjs [--only name,name] [--widths 320,768] [--languages en,ar] [--themes light,dark] [--axe] [--font-size 32px]

import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { bundle } from './bundle.mjs';
import { chromiumFlags } from './chromium-flags.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    widths: { type: 'string', default: '320,768' },
    languages: { type: 'string', default: 'en' },
    themes: { type: 'string', default: 'light' },
    'font-size': { type: 'string' },
    axe: { type: 'boolean', default: false },
    media: { type: 'string' },
    out: { type: 'string', default: 'screenshots/card' },
  },
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
await mkdir(values.out, { recursive: true });
const { text: esm } = await bundle(
  `import * as page from './harness/page.tsx'; Object.assign(globalThis, { page });`,
);

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: chromiumFlags,
});
const page = await browser.newPage({ timezoneId: 'Europe/Berlin', deviceScaleFactor: 1 });
page.on('pageerror', (error) => console.error('page error:', error.message));
await page.route('**/*', (route) => {
  const url = route.request().url();
  const [, letter, ground] = /pictures\.example\/(.)-(\w+)\.svg/u.exec(decodeURIComponent(url)) ?? [];
  if (!ground) return route.abort();
  return route.fulfill({
    contentType: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><rect width="56" height="56" fill="#${ground}"/><circle cx="28" cy="30" r="13" fill="#fff" opacity=".6"/><text x="28" y="35" font-family="sans-serif" font-size="15" text-anchor="middle" fill="#444">${letter}</text></svg>`,
  });
});
await page.setContent(
  '<!doctype html><html lang="en"><head><title>Card</title><meta name="viewport" content="width=device-width"></head><body></body></html>',
);
await page.addStyleTag({
  content:
    'body{margin:0;padding:12px;font-family:"Liberation Sans","DejaVu Sans",sans-serif;background:#f4f4f2} body.dark{background:#0c0d0f} body.host{background:#123;color:#f4e8d0}',
});
await page.addScriptTag({ content: esm, type: 'module' });
await page.addScriptTag({ content: axe });
await page.waitForFunction(() => 'page' in globalThis);
const names = values.only?.split(',') ?? (await page.evaluate(() => page.names));
let found = 0;
for (const theme of values.themes.split(','))
  for (const language of values.languages.split(','))
    for (const width of values.widths.split(',').map(Number)) {
      await page.setViewportSize({ width, height: 400 });
      if (values.media)
        await page.emulateMedia({
          media: values.media === 'print' ? 'print' : null,
          forcedColors: values.media === 'forced' ? 'active' : null,
        });
      for (const name of names) {
        await page.evaluate(
          ([name, language, theme, size]) => {
            document.documentElement.lang = language;
            document.body.className = theme;
            if (size) document.documentElement.style.setProperty('--postlude-font-size', size);
            page.show(name, language, theme);
          },
          [name, language, theme, values['font-size']],
        );
        await page.waitForTimeout(60);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) console.log(`${name} ${language} ${width}: ${overflow} px too wide`);
        await page.screenshot({
          path: `${values.out}/${name.replace('/', '-')}-${language}-${theme}-${width}.png`,
          fullPage: true,
        });
        if (values.axe) {
          const results = await page.evaluate(async () => {
            const { violations } = await axe.run(document.body, {
              rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
            });
            return violations.map(
              (rule) =>
                `${rule.id}: ${rule.nodes.map((node) => `${node.target} ${node.any.map((check) => check.message)}`).join(' | ')}`,
            );
          });
          for (const result of results) console.log(`axe ${name} ${language} ${theme} ${width}: ${result}`);
          found += results.length;
        }
      }
    }
await browser.close();
if (values.axe) console.log(`axe: ${found} violations`);
process.exitCode = found > 0 ? 1 : 0;

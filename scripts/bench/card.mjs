import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onFolder, startBackend } from '../../test/support/backend-process.ts';
import { launchBrowser } from '../../test/support/browser.ts';
import { startStorefront } from '../../test/support/host-pages/storefront.ts';
import { inRoot } from '../setup/paths.mjs';
import { makeShop, sendOrder } from './shop.mjs';
import { median, printTable, round } from './table.mjs';

const runs = 7;
/** A cheap phone on slow 4G, as Lighthouse models it: 150 ms, 1.6 Mbit/s down, 0.75 up, a processor four times as slow. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;

/** Prints how long a shopper waits for the card, and what the page downloads, on a slow phone. */
export async function benchCard() {
  const folder = await mkdtemp(path.join(tmpdir(), 'postlude-bench-'));
  const settings = onFolder(folder);
  const storefront = await startStorefront();
  const shop = await makeShop(settings, [storefront.origin]);
  const backend = await startBackend(settings);
  const browser = await launchBrowser();
  try {
    await sendOrder(backend.url, shop, 1001);
    const words = '<h1>Thank you</h1><p>Your order was placed.</p>';
    const card = `<postlude-order-tracking order="1001" proof="${shop.proof(1001)}"></postlude-order-tracking>`;
    const script = `<script async src="${backend.url}/postlude.js" data-store="${shop.store}"></script>`;
    const preload = await preloadOf(backend.url);
    const style = `<style>${reserveOf(shop)}</style>`;
    const footer = '<footer><p>Below the card.</p></footer>';
    const pages = {
      'bare page': { body: words + footer },
      'with the card': { head: script + style, body: words + card + footer },
      'with the card and modulepreload': { head: preload + script + style, body: words + card + footer },
    };
    const rows = [];
    const downloads = [];
    for (const [name, page] of Object.entries(pages)) {
      const address = storefront.add(page);
      const measured = [];
      for (let run = 0; run < runs; run++) measured.push(await visit(browser, address, name !== 'bare page'));
      rows.push([
        name,
        Math.round(median(measured.map((one) => one.shown))),
        Math.round(median(measured.map((one) => one.longestTask))),
        Math.round(Math.max(...measured.map((one) => one.longestTask))),
        Math.max(...measured.map((one) => one.shift)).toFixed(4),
      ]);
      for (const [file, bytes] of measured[0].files) downloads.push([name, file, bytes]);
      downloads.push([
        name,
        'all together',
        round([...measured[0].files.values()].reduce((a, b) => a + b, 0)),
      ]);
    }
    printTable(
      `Time to the card (median of ${runs}; ${slowdown}× slowed CPU, slow 4G, empty cache)`,
      ['page', 'shown after ms', 'longest task ms (median)', '(worst)', 'layout shift'],
      rows,
    );
    printTable(
      'What a page really downloads from the backend (bytes on the wire, headers included)',
      ['page', 'file', 'bytes'],
      downloads,
    );
  } finally {
    await browser.close();
    await backend.stop();
    await storefront.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function visit(browser, address, hasCard) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const names = new Map();
    const files = new Map();
    cdp.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = names.get(requestId);
      if (!request || request.url.startsWith(new URL(address).origin)) return;
      const file = `${request.method} ${new URL(request.url).pathname}`;
      files.set(file, (files.get(file) ?? 0) + encodedDataLength);
    });
    await page.addInitScript(observe);
    await page.goto(address, { waitUntil: 'load' });
    // Not through the driver, which puts so much code of its own into the page that it would be the longest task there is.
    const inPage = async (expression) =>
      (await cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result
        .value;
    if (hasCard) await inPage('measured.whole');
    // What comes after the card (the client's code, later shifts) belongs to the measurement too.
    await page.waitForTimeout(3_000);
    const measured = await inPage(`({
      ...measured,
      bare: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    })`);
    return { ...measured, shown: measured.shown || measured.bare, files };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything else of it. */
function observe() {
  const measured = { shown: 0, longestTask: 0, shift: 0 };
  globalThis.measured = measured;
  measured.whole = new Promise((done) => {
    addEventListener('postlude:order-shown', ({ target }) => {
      const look = () => {
        if (target.shadowRoot.querySelector('[part=card]:not([aria-busy=true])')) {
          // The frame after this one is the first in which the whole card has been painted.
          requestAnimationFrame(() => {
            measured.shown = performance.now();
            done();
          });
        } else requestAnimationFrame(look);
      };
      look();
    });
  });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries())
      measured.longestTask = Math.max(measured.longestTask, task.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) measured.shift += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The lines a page may add so that the chunks of the first card come with the loader. */
async function preloadOf(url) {
  const manifest = JSON.parse(await readFile(inRoot('packages/embed/dist/cdn/manifest.json'), 'utf8'));
  return manifest.chunks['order-tracking']
    .map((file) => `<link rel="modulepreload" crossorigin href="${url}/${file}">`)
    .join('');
}

function reserveOf(shop) {
  const style = JSON.stringify(shop.snippet).match(/<style>(.*?)<\/style>/);
  if (!style) throw new Error('The snippet brings no line that keeps the room.');
  return JSON.parse(`"${style[1]}"`);
}

// Goes the whole way of a return in a browser, by keyboard alone, on sample data: with photos of every kind, a reload in the
// middle, the browser's Back, and under a policy that allows no inline style and no picture but the shop's own.
//   node harness/returns-flow.mjs [--width 320] [--out screenshots/flow]
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { bundle } from './bundle.mjs';

const { values } = parseArgs({
  options: { width: { type: 'string', default: '320' }, out: { type: 'string' } },
});
const { text } = await bundle(
  `import * as page from './harness/returns-flow-page.ts'; Object.assign(globalThis, { page }); page.start();`,
);
const server = createServer((request, response) => {
  if (request.url === '/page.js') {
    response.setHeader('content-type', 'text/javascript');
    return response.end(text);
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://pictures.example",
  );
  response.end(
    '<!doctype html><html lang="en"><head><title>Flow</title><meta name="viewport" content="width=device-width"></head><body><script type="module" src="/page.js"></script></body></html>',
  );
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
const page = await browser.newPage({ viewport: { width: Number(values.width), height: 640 } });
const wrong = [];
page.on('pageerror', (error) => wrong.push(error.message));
page.on('console', (message) => {
  if (message.type() === 'error' && !/ERR_|Failed to load resource/.test(message.text()))
    wrong.push(message.text());
});
if (values.out) await mkdir(values.out, { recursive: true });
let pictures = 0;
const look = async (name) => {
  if (values.out) await page.screenshot({ path: `${values.out}/${++pictures}-${name}.png` });
};
const headline = (title) => page.getByRole('heading', { level: 2, name: title }).waitFor({ timeout: 5000 });
const focused = () =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement;
    return active
      ? `${active.localName} ${active.getAttribute('aria-label') ?? active.textContent ?? ''}`.trim()
      : '';
  });
/** Tabs until something is focused whose words fit. */
const tabTo = async (words) => {
  for (let presses = 0; presses < 60; presses++) {
    const now = await page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      const root = active?.getRootNode();
      const by = (active?.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => root?.getElementById?.(id)?.textContent ?? '')
        .join(' ');
      const label = active?.id ? (root?.querySelector?.(`label[for="${active.id}"]`)?.textContent ?? '') : '';
      return `${by} ${label} ${active?.getAttribute('aria-label') ?? ''} ${active?.textContent ?? ''}`;
    });
    if (words.test(now)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No tab leads to ${words}.`);
};

await page.goto(address);
await headline('What would you like to send back?');
await tabTo(/Linen kitchen towel/);
await page.keyboard.press('Space');
await tabTo(/^\s*Continue with 1 item/);
await look('items');
await page.keyboard.press('Enter');
await headline('Why is it going back?');
assert.match(await focused(), /Why is it going back/, 'the headline of the step has the focus');
await page.keyboard.press('Tab');
await page.keyboard.press('Space');
for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
await page.getByLabel('Tell us a little more').waitFor();
await tabTo(/Tell us a little more/);
await page.keyboard.type('There is a hole in it.');

// A photo larger than what is sent, a transparent picture, one that lies on its side, an empty file, a PDF and a HEIC.
const files = await page.evaluate(async () => {
  const drawn = async (width, height, type) => {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#c33';
    pen.fillRect(0, 0, width / 2, height);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer())];
  };
  return {
    large: await drawn(6000, 8000, 'image/jpeg'),
    clear: await drawn(300, 200, 'image/png'),
    lying: await drawn(400, 200, 'image/jpeg'),
  };
});
/** Says in the file that it has to be turned: Exif orientation 6, a quarter to the right (TIFF 6.0, tag 0x0112). */
const turned = (bytes) => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([Buffer.from(bytes.slice(0, 2)), head, body, Buffer.from(bytes.slice(2))]);
};
const input = page.locator('input[type=file]');
await input.setInputFiles([
  { name: 'IMG_1.HEIC', mimeType: 'application/octet-stream', buffer: Buffer.from(files.large) },
  { name: 'clear.png', mimeType: 'image/png', buffer: Buffer.from(files.clear) },
  { name: 'lying.jpg', mimeType: 'image/jpeg', buffer: turned(files.lying) },
  { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
  { name: 'invoice.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 and so on') },
  {
    name: 'real.heic',
    mimeType: 'image/heic',
    buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1heic')]),
  },
]);
await page.getByText('Added').nth(2).waitFor({ timeout: 20_000 });
await page.getByText('This file is empty.').waitFor();
await page.getByText('This is not a photo. Please choose a picture.').waitFor();
await page.getByText(/Your browser cannot read HEIC/).waitFor();
const got = await page.evaluate(async () =>
  Promise.all(
    globalThis.page.sent.map(async (blob) => {
      const bitmap = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = canvas.getContext('2d');
      pen.drawImage(bitmap, 0, 0);
      const at = (x, y) => [...pen.getImageData(x, y, 1, 1).data].map((value) => Math.round(value / 64));
      return {
        type: blob.type,
        width: bitmap.width,
        height: bitmap.height,
        corner: at(2, 2),
        end: at(bitmap.width - 3, 2),
        exif: (await blob.text()).includes('Exif'),
      };
    }),
  ),
);
assert.deepEqual(
  got.map(({ type, width, height, exif }) => [type, width, height, exif]),
  [
    ['image/jpeg', 1536, 2048, false],
    ['image/jpeg', 300, 200, false],
    ['image/jpeg', 200, 400, false],
  ],
);
assert.deepEqual(got[1].end, [4, 4, 4, 4], 'what was clear is white');
const seen = await page
  .locator('canvas')
  .evaluateAll((canvases) =>
    canvases.map((canvas) => canvas.getContext('2d').getImageData(2, 2, 1, 1).data[3]),
  );
assert.deepEqual(seen, [255, 255, 255], 'previews are drawn');
await look('photos');

// A reload in the middle loses nothing.
await page.waitForTimeout(500);
await page.reload();
await headline('Why is it going back?');
assert.equal(await page.getByLabel('Tell us a little more').inputValue(), 'There is a hole in it.');
assert.equal(await page.getByText('Added').count(), 3);
await tabTo(/^\s*Continue/);
await page.keyboard.press('Enter');
await headline('What would you like instead?');
await page.getByText('€19.95').waitFor();
await page.keyboard.press('Tab');
await page.keyboard.press('Space');
await tabTo(/^\s*Continue/);
await look('resolutions');
await page.keyboard.press('Enter');
await headline('How will you send it back?');
await page.goBack();
await headline('What would you like instead?');
await tabTo(/^\s*Continue/);
await page.keyboard.press('Enter');
await headline('How will you send it back?');
await page.keyboard.press('Tab');
await page.keyboard.press('Space');
await tabTo(/^\s*Continue/);
await page.keyboard.press('Enter');
await headline('Is everything right?');
await page.getByText('You get back').waitFor();
await tabTo(/^\s*Send 1 item back/);
await look('check');
await page.keyboard.press('Enter');
await page.keyboard.press('Enter');
await headline('Your return is approved');
assert.match(await focused(), /Your return is approved/);
const filings = await page.evaluate(() =>
  globalThis.page.asked.filter(({ name }) => name === 'file').map(({ values: given }) => given[1]),
);
assert.equal(filings.length, 1, 'it is filed once');
assert.deepEqual(filings[0].items[0].uploads.length, 3);
assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0, 'the draft is gone');
await look('filed');
await tabTo(/^\s*Cancel this return/);
await page.keyboard.press('Enter');
await page.getByRole('group', { name: 'Cancel this return?' }).waitFor();
await tabTo(/^\s*Yes$/);
await page.keyboard.press('Enter');
await headline('Cancelled');
const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
assert.ok(wide <= 0, `${wide} px too wide`);
assert.deepEqual(wrong, [], 'no error and no violation of the policy');
await browser.close();
server.close();
console.log('The whole way was gone.');

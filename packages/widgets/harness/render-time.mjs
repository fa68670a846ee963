// Prints what the first card costs a phone, in milliseconds: of script until it is drawn, and of style and layout. The best
// of several new browsers, times four: slowing the browser down instead would measure what else the machine does.
//   node harness/render-time.mjs [--runs 5] [--from ../other/packages/widgets]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const slower = 4;
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    /** Another checkout of this package, to compare with. */
    from: { type: 'string', default: path.join(import.meta.dirname, '..') },
  },
});
const { bundle } = await import(path.resolve(values.from, 'harness/bundle.mjs'));
const { text } = await bundle(`
  import { h, render } from 'preact';
  import { adoptStyles, createOrderTrackingModel, OrderTracking, orderTrackingStyles } from './src/order-tracking/index.ts';
  export { adoptStyles, createOrderTrackingModel, h, OrderTracking, orderTrackingStyles, render };`);
const { text: samples } = await bundle(
  `export { sampleOrders } from './src/order-tracking/sample-orders.ts'`,
);

/** What is done on the page, one step after the other; each tells how long it took. */
const steps = {
  module: async (text) => {
    const begin = performance.now();
    globalThis.card = await import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
    return { module: performance.now() - begin };
  },
  skeleton: () => {
    const begin = performance.now();
    const { card } = globalThis;
    const place = document.body.appendChild(document.createElement('div'));
    globalThis.root = place.attachShadow({ mode: 'open' });
    card.adoptStyles(globalThis.root, card.orderTrackingStyles);
    const answered = new Promise((resolve) => {
      globalThis.answer = resolve;
    });
    const model = card.createOrderTrackingModel({
      source: { open: () => answered, read: () => new Promise(() => {}) },
      request: { by: 'proof', order: '1001', proof: '0' },
    });
    card.render(card.h(card.OrderTracking, { model, locale: 'en-GB' }), globalThis.root);
    return { skeleton: performance.now() - begin };
  },
  order: async (order) => {
    const { answer, root } = globalThis;
    const begin = performance.now();
    answer({ token: 't', expiresAt: '2099-01-01T00:00:00Z', order });
    while (!root.querySelector('.parcel')) await null;
    const drawn = performance.now();
    root.querySelector('.card').getBoundingClientRect();
    return {
      order: drawn - begin,
      layout: performance.now() - drawn,
      elements: root.querySelectorAll('*').length,
    };
  },
};

async function run(name, times) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>Card</title>');
  await page.addScriptTag({
    content: samples.replace(/export\s*\{\s*(\w+) as sampleOrders\s*\};?/u, 'globalThis.samples=$1'),
    type: 'module',
  });
  await page.waitForFunction(() => globalThis.samples);
  const order = await page.evaluate(
    ([name, times]) => {
      const sample = globalThis.samples[name];
      const shipments = sample.shipments.map((shipment) => ({
        ...shipment,
        events: Array.from({ length: times }, (_, turn) =>
          shipment.events.map((event) => ({ ...event, id: `${event.id}${turn}` })),
        ).flat(),
      }));
      return { ...sample, shipments };
    },
    [name, times],
  );
  const row = {};
  for (const [step, given] of [
    ['module', text],
    ['skeleton', null],
    ['order', order],
  ]) {
    Object.assign(row, await page.evaluate(steps[step], given));
    await page.waitForTimeout(300);
  }
  await browser.close();
  return row;
}

for (const [name, times] of [
  ['arrives-on', 1],
  ['delayed', 1],
  ['three-parcels', 1],
  ['three-parcels', 20],
]) {
  const runs = [];
  for (let count = 0; count < Number(values.runs); count++) runs.push(await run(name, times));
  const best = Object.keys(runs[0]).map(
    (step) =>
      `${step} ${(Math.min(...runs.map((row) => row[step])) * (step === 'elements' ? 1 : slower)).toFixed(0)}`,
  );
  console.log(`${name}, events × ${times}:`.padEnd(28), best.join('  '));
}

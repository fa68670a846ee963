// Prints what the tracking card weighs (brotli 11), as a whole and without what every page of the kind needs anyway.
import { brotli, bundle } from './bundle.mjs';

const card = `
  import { render } from 'preact';
  import { createOrderTrackingModel, OrderTracking, adoptStyles, orderTrackingStyles } from './src/order-tracking/index.ts';
  export { render, createOrderTrackingModel, OrderTracking, adoptStyles, orderTrackingStyles };`;
const rows = {
  'card with preact and signals': await bundle(card),
  'card alone': await bundle(card, 'esm', ['preact', 'preact/*', '@preact/signals']),
  'English texts alone': await bundle(
    `export { english } from './src/order-tracking/order-tracking.messages.ts'`,
  ),
  'styles alone': await bundle(`export { orderTrackingStyles } from './src/order-tracking/styles.ts'`),
  'model alone': await bundle(
    `export { createOrderTrackingModel } from './src/order-tracking/order-tracking.model.ts'`,
    'esm',
    ['@preact/signals'],
  ),
  German: await bundle(`export { catalogue } from './src/locales/order-tracking/de.ts'`),
  Arabic: await bundle(`export { catalogue } from './src/locales/order-tracking/ar.ts'`),
};
for (const [name, { text }] of Object.entries(rows))
  console.log(name.padEnd(32), `${text.length}`.padStart(7), `${brotli(text)}`.padStart(7));
if (process.argv.includes('--parts')) {
  const { metafile } = rows['card with preact and signals'];
  const [output] = Object.values(metafile.outputs);
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs).sort(
    (a, b) => b[1].bytesInOutput - a[1].bytesInOutput,
  ))
    console.log(`${bytesInOutput}`.padStart(7), file);
}

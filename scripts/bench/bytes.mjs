import { readFile } from 'node:fs/promises';
import { inRoot } from '../setup/paths.mjs';
import { printTable } from './table.mjs';

/** Prints what each file the script tag can load weighs. */
export async function benchBytes() {
  const manifest = JSON.parse(await readFile(inRoot('packages/embed/dist/cdn/manifest.json'), 'utf8'));
  const weigh = (names) =>
    names.reduce(
      (sum, name) => {
        const file = manifest.files[name];
        return [sum[0] + file.bytes, sum[1] + file.gzip, sum[2] + file.brotli];
      },
      [0, 0, 0],
    );
  const loader = [manifest.loader.file];
  const card = manifest.chunks['order-tracking'];
  printTable(
    'Bytes of an entry',
    ['entry', 'raw', 'gzip', 'brotli'],
    [
      ['loader', ...weigh(loader)],
      ...Object.entries(manifest.chunks).map(([name, files]) => [name, ...weigh(files)]),
      ['until the tracking card is on screen', ...weigh([...loader, ...card])],
    ],
  );
}

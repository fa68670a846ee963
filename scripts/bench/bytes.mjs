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
  const { chunks } = manifest;
  const card = chunks['order-tracking'];
  const adds = (name) => (chunks[name] ?? []).filter((file) => !card.includes(file));
  const widgets = ['returns', 'withdrawal', 'warranty-registration'].filter((name) => name in chunks);
  printTable(
    'Bytes of an entry',
    ['entry', 'raw', 'gzip', 'brotli'],
    [
      ['loader', ...weigh(loader)],
      ...Object.entries(chunks).map(([name, [file]]) => [name, ...weigh([file])]),
      ['until the tracking card is on screen', ...weigh([...loader, ...card])],
      ...widgets.map((name) => [`${name} on a page with tracking`, ...weigh(adds(name))]),
      ...widgets.map((name) => [`until ${name} is on screen`, ...weigh([...loader, ...chunks[name]])]),
    ],
  );
}

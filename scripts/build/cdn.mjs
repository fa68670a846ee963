import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { rollup } from 'rollup';
import { chunks, loader } from '../../rollup.config.mjs';
import { licencesOf } from './licences.mjs';
import { localeEntry } from './locale-module.mjs';
import { readPackage, root } from './packages.mjs';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** The chunks by the name the loader asks for: one for each widget, one for the client, one for each language. */
async function findEntries() {
  const locales = path.join(root, 'packages/widgets/src/locales');
  const languages = (await readdir(locales)).filter((file) => /^[a-z]{2,3}\.ts$/.test(file)).sort();
  return Object.fromEntries([
    ['order-tracking', path.join(root, 'packages/embed/src/elements/order-tracking.tsx')],
    ['client', path.join(root, 'packages/embed/src/elements/client.ts')],
    ...languages.map((file) => [`locale-${file.slice(0, -3)}`, localeEntry(file.slice(0, -3))]),
  ]);
}

/**
 * @typedef {{ bytes: number, gzip: number, brotli: number, integrity: string }} ShippedFile
 * @typedef {{ version: string, loader: { alias: string, file: string }, chunks: Record<string, string[]>, files: Record<string, ShippedFile>, reserveCss: string }} Manifest
 *   `reserveCss` is for the snippet: what a page's own style sheet says so that nothing moves when a card appears.
 */

/** Builds what a script tag loads into `dir`: the chunks, the loader that knows their names, the manifest. */
export async function buildCdn(/** @type {string} */ dir, /** @type {string} */ reserveCss) {
  const { version } = await readPackage('embed');
  await mkdir(dir, { recursive: true });

  const entries = await findEntries();
  const graph = await write(chunks(entries, { dir, version }));
  /** @type {Record<string, string[]>} */
  const chunkFiles = {};
  for (const name of Object.keys(entries)) {
    const entry = graph.find((chunk) => chunk.isEntry && chunk.name === name);
    if (!entry) throw new Error(`The chunk ${name} was not built.`);
    // The files it imports are named too, so that the loader can ask for all of them at once.
    chunkFiles[name] = [entry.fileName, ...entry.imports];
  }

  const [script] = await write(loader(chunkFiles, { dir, version }));
  if (!script) throw new Error('The loader was not built.');
  const alias = 'postlude.js';
  await copyFile(path.join(dir, script.fileName), path.join(dir, alias));

  /** @type {Manifest} */
  const manifest = {
    version,
    loader: { alias, file: script.fileName },
    chunks: chunkFiles,
    files: {},
    reserveCss,
  };
  for (const name of [alias, script.fileName, ...graph.map((chunk) => chunk.fileName)].sort()) {
    manifest.files[name] = await ship(path.join(dir, name));
  }
  await writeFile(
    path.join(dir, 'licenses.txt'),
    await licencesOf(graph.flatMap((chunk) => chunk.moduleIds)),
  );
  await writeFile(path.join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Writes the compressed forms beside a file and tells its sizes and its hash for `integrity`. */
async function ship(/** @type {string} */ file) {
  const content = await readFile(file);
  const [small, older] = await Promise.all([
    brotli(content, {
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    gzip(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, small), writeFile(`${file}.gz`, older)]);
  return {
    bytes: content.length,
    gzip: older.length,
    brotli: small.length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
  };
}

/** Runs one rollup graph and lists its chunks. */
async function write(/** @type {import('rollup').RollupOptions} */ options) {
  const build = await rollup({ ...options, onwarn: refuse });
  const { output } = await build.write(/** @type {import('rollup').OutputOptions} */ (options.output));
  await build.close();
  return output.filter((item) => item.type === 'chunk');
}

/** A warning of the bundler is a mistake of ours; nothing is shipped with one. What a dependency is warned of is not ours. */
function refuse(/** @type {import('rollup').RollupLog} */ warning) {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(`${warning.code}: ${warning.message}`);
}

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { rollup } from 'rollup';
import { chunks, loader } from '../../rollup.config.mjs';
import { chunkTable } from './chunk-table.mjs';
import { licencesOf } from './licences.mjs';
import { readPackage } from './packages.mjs';
import { shareChunks } from './share-chunks.mjs';
import { textChunks } from './text-chunks.mjs';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/**
 * @typedef {{ bytes: number, gzip: number, brotli: number, integrity: string }} ShippedFile
 * @typedef {{ version: string, loader: { alias: string, file: string }, chunks: Record<string, string[]>, files: Record<string, ShippedFile>, reserveCss: string }} Manifest
 *   `chunks`: the files of a chunk, itself first and then what it needs, all of which the loader asks for at once.
 *   `reserveCss` is for the snippet: what a page's own style sheet says so that nothing moves when a card appears.
 */

/**
 * Builds what a script tag loads into `dir`: the loader, the chunks, the manifest. All chunks of one build are in one
 * folder named by what they hold together, so that each can be kept for ever and the loader knows one name only.
 * @param {string} dir
 * @param {{ reserveCss: string, heights: Readonly<Record<string, readonly number[]>> }} rooms how tall the widgets are, for
 *   a page's own style sheet and for the loader
 */
export async function buildCdn(dir, { reserveCss, heights }) {
  const { version } = await readPackage('embed');
  const manualChunks = shareChunks(await generate(chunks()));
  const graph = await generate(chunks({ manualChunks }));
  const files = new Map(graph.map((chunk) => [chunk.name, chunk.code]));
  for (const [name, code] of Object.entries(await textChunks())) files.set(name, code);
  const names = [...files.keys()].sort();

  const hash = createHash('sha256');
  for (const name of names) hash.update(`${name}\0${files.get(name)}\0`);
  const folder = `p/${BigInt(`0x${hash.digest('hex').slice(0, 10)}`)
    .toString(36)
    .padStart(8, '0')}`;
  const needs = needsOf(graph);
  const built = {
    path: `/${folder}/`,
    widgets: Object.fromEntries(
      chunkTable().flatMap(({ name, widget }) =>
        // Every widget needs the kit: the loader knows that without being told.
        widget
          ? [[name, [...(heights[name] ?? []), ...(needs[name] ?? []).filter((need) => need !== 'kit')]]]
          : [],
      ),
    ),
  };
  const [script] = await generate(loader(built, { version }));
  if (!script) throw new Error('The loader was not built.');

  const alias = 'postlude.js';
  const named = `postlude-${createHash('sha256').update(script.code).digest('hex').slice(0, 8)}.js`;
  await mkdir(path.join(dir, folder), { recursive: true });
  const fileOf = (/** @type {string} */ name) => `${folder}/${name}.js`;
  for (const name of names) await writeFile(path.join(dir, fileOf(name)), files.get(name) ?? '');
  for (const name of [alias, named]) await writeFile(path.join(dir, name), script.code);

  /** @type {Manifest} */
  const manifest = {
    version,
    loader: { alias, file: named },
    chunks: Object.fromEntries(names.map((name) => [name, [name, ...(needs[name] ?? [])].map(fileOf)])),
    files: {},
    reserveCss,
  };
  for (const name of [alias, named, ...names.map(fileOf)].sort()) {
    manifest.files[name] = await ship(path.join(dir, name));
  }
  await writeFile(
    path.join(dir, 'licenses.txt'),
    await licencesOf(graph.flatMap((chunk) => chunk.moduleIds)),
  );
  await writeFile(path.join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * All chunks a chunk needs, those included that these need in turn.
 * @returns {Record<string, string[]>}
 */
function needsOf(/** @type {import('rollup').OutputChunk[]} */ graph) {
  const direct = new Map(
    graph.map(({ name, imports }) => [name, imports.map((file) => path.basename(file, '.js'))]),
  );
  for (const { name } of chunkTable()) {
    if (!direct.has(name)) throw new Error(`The chunk ${name} was not built.`);
  }
  const all = (/** @type {string} */ name) => {
    const found = new Set(direct.get(name));
    for (const other of found) for (const next of direct.get(other) ?? []) found.add(next);
    return [...found];
  };
  return Object.fromEntries([...direct.keys()].map((name) => [name, all(name)]));
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

/** Runs one rollup graph and gives its chunks. */
async function generate(/** @type {import('rollup').RollupOptions} */ options) {
  const build = await rollup({ ...options, onwarn: refuse });
  const { output } = await build.generate(/** @type {import('rollup').OutputOptions} */ (options.output));
  await build.close();
  return output.filter((item) => item.type === 'chunk');
}

/** A warning of the bundler is a mistake of ours; nothing is shipped with one. What a dependency is warned of is not ours. */
function refuse(/** @type {import('rollup').RollupLog} */ warning) {
  if ([warning.id, ...(warning.ids ?? [])].some((id) => id?.includes('node_modules'))) return;
  throw new Error(`${warning.code}: ${warning.message}`);
}

import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { library } from '../rollup.config.mjs';
import { buildCdn } from './build/cdn.mjs';
import { emitDeclarations, placeDeclarations } from './build/declarations.mjs';
import { fingerprint } from './build/fingerprint.mjs';
import { doorsOf, root } from './build/packages.mjs';

const stamp = path.join(root, '.cache/build.json');
const libraries = ['contract', 'client', 'widgets', 'server'];

/**
 * Builds every package into its `dist`. Does nothing when the sources are those of the last build and its files are
 * still there. Everything is made beside and moved into place at the end, so that a build that fails, or a server that
 * is reading, never meets half of it.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<{ built: boolean, milliseconds: number }>}
 */
export async function build({ force = false } = {}) {
  const started = Date.now();
  const sources = await fingerprint();
  if (!force && (await isCurrent(sources))) return { built: false, milliseconds: Date.now() - started };

  const beside = path.join(root, `.cache/build-${process.pid}`);
  await rm(beside, { recursive: true, force: true });
  try {
    const declarations = emitDeclarations([...libraries, 'embed']);
    // Awaited below; until then a failure must not count as one nobody handles.
    declarations.catch(() => {});
    for (const name of libraries) await buildLibrary(name, path.join(beside, name));
    await buildLibrary('embed', path.join(beside, 'embed/npm'));
    const { reserveCss } = await import(pathToFileURL(path.join(beside, 'embed/npm/reserve.js')).href);
    const { heights } = await import(pathToFileURL(path.join(beside, 'embed/npm/room.js')).href);
    await buildCdn(path.join(beside, 'embed/cdn'), { reserveCss, heights });
    await declarations;
    for (const name of libraries) await placeDeclarations(name, path.join(beside, name));
    await placeDeclarations('embed', path.join(beside, 'embed/types'));
    for (const name of [...libraries, 'embed']) {
      await swap(path.join(beside, name), path.join(root, 'packages', name, 'dist'));
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  await writeFile(stamp, `${JSON.stringify({ sources })}\n`);
  return { built: true, milliseconds: Date.now() - started };
}

async function isCurrent(/** @type {string} */ sources) {
  if (!existsSync(stamp)) return false;
  try {
    if (JSON.parse(await readFile(stamp, 'utf8')).sources !== sources) return false;
  } catch {
    return false;
  }
  if (!existsSync(path.join(root, 'packages/embed/dist/cdn/manifest.json'))) return false;
  for (const name of [...libraries, 'embed']) {
    for (const door of await doorsOf(name)) {
      if (!existsSync(path.join(root, 'packages', name, door.output))) return false;
    }
  }
  return true;
}

async function buildLibrary(/** @type {string} */ name, /** @type {string} */ dir) {
  const options = await library(name, dir);
  if (options.input.length === 0) return void (await mkdir(dir, { recursive: true }));
  const bundle = await rollup({
    ...options,
    onwarn(warning) {
      // A file of types only is an empty file in the library, and rightly there.
      if (warning.code !== 'EMPTY_BUNDLE') throw new Error(`${warning.code}: ${warning.message}`);
    },
  });
  await bundle.write(options.output);
  await bundle.close();
}

async function swap(/** @type {string} */ made, /** @type {string} */ place) {
  const old = `${place}.old-${process.pid}`;
  if (existsSync(place)) await rename(place, old);
  await rename(made, place);
  await rm(old, { recursive: true, force: true });
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  try {
    const { built, milliseconds } = await build({ force: process.argv.includes('--force') });
    console.log(
      built
        ? `Built in ${(milliseconds / 1000).toFixed(1)} s.`
        : 'Nothing to build: the sources are unchanged.',
    );
  } catch (error) {
    console.error(`The build failed. ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { chunkTable } from './chunk-table.mjs';
import { root } from './packages.mjs';

const widgets = path.join(root, 'packages/widgets/src');

/** The languages there are texts in, beside English. */
export async function languagesOf() {
  const files = await readdir(path.join(widgets, 'locales'));
  return files.flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? []).sort();
}

/**
 * The chunks of texts by their names (`returns.de`): the texts alone, in the order of the English ones, whose keys the
 * widget's chunk has anyway. That spares a third of every language. `elements/catalogue.ts` puts the two together again.
 */
export async function textChunks() {
  /** @type {Record<string, string>} */
  const chunks = {};
  for (const language of await languagesOf()) {
    for (const { name, texts = [] } of chunkTable()) {
      const groups = await Promise.all(texts.map((group) => packed(group, language)));
      if (groups.length === 0) continue;
      const catalogue = JSON.stringify(Object.assign({}, ...groups));
      chunks[`${name}.${language}`] = `export const needs=[],link=()=>({catalogue:${catalogue}});\n`;
    }
  }
  return chunks;
}

async function packed(/** @type {string} */ group, /** @type {string} */ language) {
  const file = path.join(widgets, 'locales', group, `${language}.ts`);
  // A group that is not translated is said in English; the test of the catalogues reports it.
  if (!existsSync(file)) return {};
  const { catalogue } = await evaluate(file);
  const english = await englishOf(group);
  const { language: _, direction, ...groups } = catalogue;
  const [[name, texts]] = Object.entries(groups);
  const lines = Object.keys(english).map((key) => {
    const text = texts[key];
    if (typeof text !== 'string' || text.includes('\n')) throw new Error(`${language} has no usable ${key}.`);
    return text;
  });
  return { language, direction, [name]: lines.join('\n') };
}

async function englishOf(/** @type {string} */ group) {
  const files = await readdir(widgets, { recursive: true });
  const file = files.find((one) => path.basename(one) === `${group}.messages.ts`);
  if (!file) throw new Error(`There are no English texts of ${group}.`);
  return (await evaluate(path.join(widgets, file))).english;
}

/** Runs a module of texts, which imports nothing but types. */
async function evaluate(/** @type {string} */ file) {
  const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', format: 'esm' });
  return await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

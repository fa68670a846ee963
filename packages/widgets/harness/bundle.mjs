import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, transform } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));

/** esbuild plugin: `import { css } from './x.css'` gives the minified text, as the other builds do. */
const cssText = {
  name: 'css-text',
  setup(build_) {
    build_.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), {
        loader: 'css',
        minify: true,
        target: 'es2022',
      });
      return { contents: `export const css = ${JSON.stringify(code.trim())};`, loader: 'js' };
    });
  },
};

/** Bundles a module of this package the way a page gets it, and returns its text. */
export async function bundle(entry, format = 'esm', external = []) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: path.join(here, '..'), loader: 'tsx' },
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    metafile: true,
    format,
    external,
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    conditions: ['@postlude/source'],
    plugins: [cssText],
  });
  return { text: outputFiles[0].text, metafile };
}

/** Bytes as they travel. */
export const brotli = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

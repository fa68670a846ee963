import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

const prefix = '\0postlude-css:';

/**
 * Rollup and Vite plugin: `import { css } from './card.css'` gives the minified text of the sheet, ready for a
 * constructed stylesheet. The virtual id ends in `.js` so that Vite's own handling of `.css` stays out of the way.
 */
export function cssModule() {
  return {
    name: 'postlude-css-module',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer) return null;
      return `${prefix}${path.resolve(path.dirname(importer), source)}.js`;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = id.slice(prefix.length, -'.js'.length);
      this.addWatchFile?.(file);
      const { code } = await transform(await readFile(file, 'utf8'), {
        loader: 'css',
        minify: true,
        // Nesting and logical properties are kept: the declared baseline of the chunks has them.
        target: 'es2022',
      });
      return `export const css = ${JSON.stringify(code.trim())};`;
    },
  };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

const prefix = '\0postlude-locale:';
const locales = 'packages/widgets/src/locales';
const messages = 'packages/widgets/src/order-tracking/order-tracking.messages.ts';

/** The entry of a language's chunk. */
export const localeEntry = (/** @type {string} */ language) => `${prefix}${language}`;

/**
 * Rollup plugin for the chunks of languages: the texts alone, in the order of the English ones, whose keys the widget's
 * chunk has anyway. That spares a third of every language. `elements/catalogue.ts` puts the two together again.
 */
export function localeModule(/** @type {string} */ root) {
  return {
    name: 'postlude-locale',
    resolveId: (/** @type {string} */ source) => (source.startsWith(prefix) ? source : null),
    async load(/** @type {string} */ id) {
      if (!id.startsWith(prefix)) return null;
      const language = id.slice(prefix.length);
      const { catalogue } = await evaluate(path.join(root, locales, `${language}.ts`));
      const { english } = await evaluate(path.join(root, messages));
      const { orderTracking, ...rest } = catalogue;
      const texts = Object.keys(english).map((key) => {
        const text = orderTracking[key];
        if (typeof text !== 'string' || text.includes('\n'))
          throw new Error(`${language} has no usable ${key}.`);
        return text;
      });
      return `export const catalogue = ${JSON.stringify({ ...rest, orderTracking: texts.join('\n') })};`;
    },
  };
}

/** Runs a module of texts, which imports nothing but types. */
async function evaluate(/** @type {string} */ file) {
  const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', format: 'esm' });
  return await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

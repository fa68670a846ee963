import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { chunkEntries } from './scripts/build/chunk-table.mjs';
import { guestDependencies } from './scripts/build/guest-dependencies.mjs';
import { linkChunks } from './scripts/build/link-chunks.mjs';
import { minify } from './scripts/build/minify.mjs';
import { doorsOf, root } from './scripts/build/packages.mjs';
import { typescriptModule } from './scripts/build/typescript-module.mjs';
import { cssModule } from './scripts/css-module.mjs';

/**
 * What is built, a function for each kind of output; `scripts/build.mjs` runs them. Read it from the top:
 * libraries for developers who bundle, then the files the script tag loads: one graph of chunks, then the loader
 * that knows their names.
 */

/** Syntax of everything a browser loads as a module: what every browser with `import()` and `?.` reads (2020). */
const browserSyntax = 'es2020';
/** Syntax of the loader, which old browsers must read well enough to leave the page's own content alone. */
const loaderSyntax = 'es2017';

/** Names of the loader's own objects that neither a page nor a chunk ever sees. */
const innerNames = ['options', 'listeners', 'changed', 'widgets'];

/** What stands in front of the loader; its version is in it. */
const banner = '/*! Postlude, MIT */';

const fromSource = (/** @type {string[]} */ conditions) =>
  nodeResolve({
    exportConditions: ['@postlude/source', ...conditions],
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
  });

const isOutside = (/** @type {string} */ id) => !/^[.\0]/.test(id) && !path.isAbsolute(id);

/** A library keeps one file for each source file, so that bundlers drop what is not used and stacks stay readable. */
export async function library(/** @type {string} */ name, /** @type {string} */ dir) {
  const folder = path.join(root, 'packages', name);
  return {
    input: (await doorsOf(name)).map((door) => path.join(folder, door.source)),
    external: isOutside,
    // A door is not emptied because its package declares itself free of side effects.
    preserveEntrySignatures: 'strict',
    plugins: [cssModule(), typescriptModule('es2022')],
    output: {
      dir,
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: path.join(folder, 'src'),
      entryFileNames: (/** @type {{ name: string }} */ chunk) =>
        `${chunk.name.replace(/^_virtual\//, '')}.js`,
      sourcemap: false,
    },
  };
}

/**
 * The chunks a page loads by `import()`: one graph, so that what two of them share exists once. Without `manualChunks` it is
 * only drawn up, for `shareChunks` to look at.
 * @param {{ manualChunks?: (id: string) => string | null }} options
 */
export function chunks({ manualChunks } = {}) {
  return {
    input: chunkEntries(),
    // What comes after another chunk may find more there than the loader asks for.
    preserveEntrySignatures: 'allow-extension',
    treeshake: { preset: 'recommended', propertyReadSideEffects: false },
    plugins: [
      cssModule(),
      guestDependencies(browserSyntax),
      fromSource(['browser', 'module', 'default']),
      typescriptModule(browserSyntax, { shortViews: true }),
      ...(manualChunks ? [linkChunks(), minify({ ecma: 2020, module: true, banner: '' })] : []),
    ],
    output: {
      format: 'es',
      generatedCode: 'es2015',
      minifyInternalExports: true,
      // Their folder has a name made of all they hold; it is known when they are.
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      ...(manualChunks ? { manualChunks } : {}),
      hoistTransitiveImports: false,
    },
  };
}

/**
 * The classic script of the snippet.
 * @param {{ path: string, widgets: Record<string, readonly (number | string)[]> }} built
 *   where the chunks are, and for each widget its heights and what it needs of them
 */
export function loader(built, /** @type {{ version: string }} */ { version }) {
  return {
    input: { postlude: path.join(root, 'packages/embed/src/loader.ts') },
    plugins: [
      fromSource(['browser', 'module', 'default']),
      typescriptModule(loaderSyntax, {
        define: {
          __POSTLUDE_BUILD__: JSON.stringify(built),
          __POSTLUDE_VERSION__: JSON.stringify(version),
        },
      }),
      minify({ ecma: 2017, module: false, banner, inner: innerNames }),
    ],
    output: {
      format: 'iife',
      // Classes are strict by themselves, and nothing else here could tell the difference.
      strict: false,
      generatedCode: 'es2015',
      hashCharacters: 'base36',
      entryFileNames: '[name]-[hash].js',
      // `import()` of an address known at run time is left as it stands.
      inlineDynamicImports: true,
    },
  };
}

import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { guestDependencies } from './scripts/build/guest-dependencies.mjs';
import { localeModule } from './scripts/build/locale-module.mjs';
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
const innerNames = ['options', 'chunks', 'listeners', 'changed'];

const banner = (/** @type {string} */ version, more = '') => `/*! Postlude ${version}, MIT${more} */`;

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
 * The chunks a page loads by `import()`: one graph, so that what two of them share exists once.
 * @param {Record<string, string>} entries chunk name to source file
 */
export function chunks(entries, /** @type {{ dir: string, version: string }} */ { dir, version }) {
  return {
    input: entries,
    preserveEntrySignatures: 'strict',
    treeshake: { preset: 'recommended', propertyReadSideEffects: false },
    plugins: [
      cssModule(),
      localeModule(root),
      guestDependencies(browserSyntax),
      fromSource(['browser', 'module', 'default']),
      typescriptModule(browserSyntax, { shortViews: true }),
      minify({ ecma: 2020, module: true, banner: banner(version, ', with licenses.txt') }),
    ],
    output: {
      dir,
      format: 'es',
      generatedCode: 'es2015',
      minifyInternalExports: true,
      hashCharacters: 'base36',
      entryFileNames: 'p/[name]-[hash].js',
      chunkFileNames: 'p/[name]-[hash].js',
      hoistTransitiveImports: false,
    },
  };
}

/**
 * The classic script of the snippet.
 * @param {Record<string, readonly string[]>} chunkFiles chunk name to the files it needs, itself first
 */
export function loader(chunkFiles, /** @type {{ dir: string, version: string }} */ { dir, version }) {
  return {
    input: { postlude: path.join(root, 'packages/embed/src/loader.ts') },
    plugins: [
      fromSource(['browser', 'module', 'default']),
      typescriptModule(loaderSyntax, {
        define: {
          __POSTLUDE_CHUNKS__: JSON.stringify(chunkFiles),
          __POSTLUDE_VERSION__: JSON.stringify(version),
        },
      }),
      minify({ ecma: 2017, module: false, banner: banner(version), inner: innerNames }),
    ],
    output: {
      dir,
      format: 'iife',
      generatedCode: 'es2015',
      hashCharacters: 'base36',
      entryFileNames: '[name]-[hash].js',
      // `import()` of an address known at run time is left as it stands.
      inlineDynamicImports: true,
    },
  };
}

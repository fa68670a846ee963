import { minify as terser } from 'terser';

/**
 * Rollup plugin: minifies each finished file. Property names are left alone, because chunks of one graph and the loader
 * speak to each other and a name shortened in one of them would be lost in another; but for those in `inner`, which
 * never leave the file. The banner is of files that a page asks for by itself; the licenses lie beside all of them.
 * @param {{ ecma: 2017 | 2020, module: boolean, banner: string, inner?: readonly string[] }} options
 */
export function minify({ ecma, module, banner, inner = [] }) {
  return {
    name: 'postlude-minify',
    async renderChunk(code) {
      const result = await terser(code, {
        ecma,
        module,
        toplevel: true,
        compress: {
          passes: module ? 5 : 3,
          // Smaller for the loader, larger for the chunks.
          hoist_funs: !module,
          // About texts here: `a + b` in place of a template.
          unsafe: true,
          arrows: !module,
          lhs_constants: !module,
          pure_getters: true,
          // Both make the code shorter, and what is sent of it longer.
          inline: module ? 0 : 3,
          comparisons: !module,
          keep_fargs: false,
          unsafe_arrows: true,
          unsafe_methods: true,
        },
        mangle: inner.length === 0 || { properties: { regex: new RegExp(`^(${inner.join('|')})$`) } },
        format: { comments: false },
      });
      return {
        code: `${banner && `${banner}\n`}${result.code ?? ''}\n`,
        map: null,
      };
    },
  };
}

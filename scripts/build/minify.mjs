import { minify as terser } from 'terser';

/**
 * Rollup plugin: minifies each finished file. Property names are left alone, because chunks of one graph and the loader
 * speak to each other and a name shortened in one of them would be lost in another; but for those in `inner`, which
 * never leave the file.
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
          passes: 3,
          // Smaller for the loader, larger for the chunks. `unsafe` is about texts here: `a + b` in place of a template.
          hoist_funs: !module,
          unsafe: !module,
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
        code: `${banner}\n${result.code ?? ''}\n`,
        map: null,
      };
    },
  };
}

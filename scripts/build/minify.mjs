import { minify as terser } from 'terser';

/**
 * Rollup plugin: minifies each finished file. Property names are left alone: chunks of one graph and the loader speak
 * to each other, so a name shortened in one of them would be lost in another.
 * @param {{ ecma: 2017 | 2020, module: boolean }} options
 */
export function minify({ ecma, module }) {
  return {
    name: 'postlude-minify',
    async renderChunk(code) {
      const result = await terser(code, {
        ecma,
        module,
        toplevel: true,
        compress: { passes: 3, pure_getters: true, keep_fargs: false, unsafe_arrows: false },
        mangle: true,
        format: { comments: false },
      });
      return { code: `${result.code ?? ''}\n`, map: null };
    },
  };
}

import { transform } from 'esbuild';

/**
 * Rollup plugin: TypeScript and TSX through esbuild, one file at a time, types dropped.
 * @param {string} target the syntax the output may use, in esbuild's words (`es2022`)
 * @param {Record<string, string>} [define] constants put in place of names
 */
export function typescriptModule(target, define = {}) {
  return {
    name: 'postlude-typescript',
    async transform(source, id) {
      if (!/\.tsx?$/.test(id)) return null;
      return await transform(source, {
        loader: id.endsWith('x') ? 'tsx' : 'ts',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        sourcefile: id,
        sourcemap: true,
        target,
        define,
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
      });
    },
  };
}

import { transform } from 'esbuild';

/** On the first line of a file with views, so that the lines after it keep their numbers. */
const factories = `import { h as postludeElement, Fragment as PostludeFragment } from 'preact';`;

/**
 * Rollup plugin: TypeScript and TSX through esbuild, one file at a time, types dropped.
 * @param {string} target the syntax the output may use, in esbuild's words (`es2022`)
 * @param {{ define?: Record<string, string>, shortViews?: boolean }} [options] `define`: constants put in place of names;
 *   `shortViews`: views call Preact's `h`, which is there anyway, in place of `preact/jsx-runtime`: fewer bytes
 */
export function typescriptModule(target, { define = {}, shortViews = false } = {}) {
  const views = shortViews
    ? { jsx: 'transform', jsxFactory: 'postludeElement', jsxFragment: 'PostludeFragment' }
    : { jsx: 'automatic', jsxImportSource: 'preact' };
  return {
    name: 'postlude-typescript',
    async transform(source, id) {
      if (!/\.tsx?$/.test(id)) return null;
      const isView = id.endsWith('x');
      return await transform(isView && shortViews ? factories + source : source, {
        ...views,
        loader: isView ? 'tsx' : 'ts',
        sourcefile: id,
        sourcemap: true,
        target,
        define,
        // Older syntax has no class fields: rewritten as definitions they would bring a helper along, so they are assigned,
        // which is what TypeScript does for such targets unless told otherwise.
        tsconfigRaw: {
          compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: target >= 'es2022' },
        },
      });
    },
  };
}

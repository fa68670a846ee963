import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'terser';

const folder = path.resolve(import.meta.dirname, '..');

/** Bundles a few lines that import from this package's sources, the way a shop's esbuild does. */
export async function withEsbuild(lines: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: lines, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    conditions: ['@postlude/source'],
    format,
    ...(format === 'iife' ? { globalName: 'client' } : {}),
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map((file) => file.text).join('\n');
}

/** Bundles them with rollup and terser, the way our own chunks are made. */
export async function withRollup(lines: string): Promise<string> {
  const entry = path.join(folder, 'entry-of-a-test.ts');
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? lines : null),
      },
      nodeResolve({
        exportConditions: ['@postlude/source', 'browser', 'module', 'default'],
        extensions: ['.ts', '.js'],
      }),
      {
        name: 'typescript',
        transform: async (code, id) =>
          id.endsWith('.ts') ? (await transform(code, { loader: 'ts', target: 'es2022' })).code : null,
      },
    ],
    onwarn(warning) {
      // Both are zod's: modules that import each other, and a comment that speaks about annotations.
      const known = warning.code === 'CIRCULAR_DEPENDENCY' || warning.code === 'INVALID_ANNOTATION';
      if (!known) throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
  return (await minify(code, { module: true, ecma: 2020, compress: { passes: 3 } })).code ?? '';
}

/** What travels: bytes after brotli at its best. */
export const brotli = (code: string): number => brotliCompressSync(code).length;

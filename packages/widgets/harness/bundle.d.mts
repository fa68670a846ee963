/** Bundles a module of this package the way a page gets it. */
export function bundle(
  entry: string,
  format?: 'esm' | 'iife',
  external?: readonly string[],
): Promise<{ readonly text: string; readonly metafile: unknown }>;

/** Bytes as they travel. */
export function brotli(text: string): number;

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** The repository. */
export const root = path.join(import.meta.dirname, '../..');

/** What the script tag loads, as `npm run build` leaves it. */
export const cdn = path.join(root, 'packages/embed/dist/cdn');

/** One file of `manifest.json`. */
export interface ShippedFile {
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly integrity: string;
}

/** `manifest.json` of the files the script tag loads. */
export interface Manifest {
  readonly version: string;
  readonly loader: { readonly alias: string; readonly file: string };
  /** Chunk name to its files, itself first. */
  readonly chunks: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, ShippedFile>>;
  readonly reserveCss: string;
}

/**
 * Builds unless what is there is current, so that a test never looks at yesterday's files. `POSTLUDE_BUILT=1` takes what
 * is there, for whoever has just built it.
 */
export async function ensureBuilt(): Promise<Manifest> {
  if (process.env.POSTLUDE_BUILT) return await readManifest();
  await promisify(execFile)(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root });
  return await readManifest();
}

/** Reads the manifest that is there. */
export async function readManifest(folder = cdn): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
}

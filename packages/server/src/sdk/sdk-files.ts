import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';

/** A file of the SDK with the forms it can be sent in. */
export interface SdkFile {
  readonly type: string;
  /** True when its name carries the hash of its content, so that it never changes. */
  readonly immutable: boolean;
  /** Changes with the content. */
  readonly tag: string;
  readonly bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer> | null>> & {
    readonly identity: Uint8Array<ArrayBuffer>;
  };
}

/** How a body is packed, as HTTP names it; the earlier the better. */
export const encodings = ['br', 'gzip', 'identity'] as const;

/** One of `encodings`. */
export type Encoding = (typeof encodings)[number];

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Where the installed package @postlude/embed has its files for the script tag; null when it was not built. */
export function defaultSdkFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('@postlude/embed/manifest.json'));
  } catch {
    return null;
  }
}

/** Reads all files of a folder, keyed by their path in a URL (`/p/client-….js`). Empty when there is no such folder. */
export function readSdkFiles(folder: string | null): ReadonlyMap<string, SdkFile> {
  const files = new Map<string, SdkFile>();
  if (folder === null || !existsSync(folder)) return files;
  const immutable = hashedNames(folder);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(entry)];
    if (type === undefined) continue;
    const path = entry.split(sep).join('/');
    const identity = readFileSync(join(folder, entry));
    files.set(`/${path}`, {
      type,
      immutable: immutable.has(path),
      tag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
      bodies: {
        identity,
        br: readIfThere(join(folder, `${entry}.br`)),
        gzip: readIfThere(join(folder, `${entry}.gz`)),
      },
    });
  }
  return files;
}

/** The files the build's manifest lists, but for the alias: the build gave them the hash of their content as a name. */
function hashedNames(folder: string): ReadonlySet<string> {
  const text = readIfThere(join(folder, 'manifest.json'));
  if (text === null) return new Set();
  const manifest = JSON.parse(Buffer.from(text).toString('utf8')) as {
    loader?: { alias?: string };
    files?: Record<string, unknown>;
  };
  return new Set(Object.keys(manifest.files ?? {}).filter((name) => name !== manifest.loader?.alias));
}

function readIfThere(path: string): Uint8Array<ArrayBuffer> | null {
  return existsSync(path) ? readFileSync(path) : null;
}

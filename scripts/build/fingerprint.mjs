import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './packages.mjs';

const single = [
  'package-lock.json',
  'rollup.config.mjs',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/css-module.mjs',
];
const folders = [
  'scripts/build',
  ...['contract', 'client', 'widgets', 'embed', 'server'].map((name) => `packages/${name}/src`),
];

/** One hash over everything the build reads, so that a build that would give the same files is not run. */
export async function fingerprint() {
  const files = [...single];
  for (const folder of folders) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
      files.push(path.relative(root, path.join(entry.parentPath, entry.name)));
    }
  }
  for (const name of await readdir(path.join(root, 'packages'))) files.push(`packages/${name}/package.json`);
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) {
    hash.update(`\0${file}\0`);
    hash.update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

import { spawn } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './packages.mjs';

const emitted = path.join(root, '.cache/declarations');

/** Runs the compiler over all packages at once, for declarations only; types are checked by `npm run check:types`. */
export async function emitDeclarations() {
  await rm(emitted, { recursive: true, force: true });
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [compiler, '-p', 'tsconfig.declarations.json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The declarations could not be made:\n${said}`);
}

/** Puts the declarations of one package where its package.json says they are. */
export async function placeDeclarations(/** @type {string} */ name, /** @type {string} */ to) {
  const from = path.join(emitted, name, 'src');
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    await writeFile(file, withScriptExtensions(await readFile(file, 'utf8')));
  }
  await cp(from, to, { recursive: true });
}

/** The compiler leaves `./order.ts` in declarations; readers of the package find `./order.js` (and so `./order.d.ts`). */
export function withScriptExtensions(/** @type {string} */ declarations) {
  return declarations.replace(/((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]*?)\.tsx?\2/g, '$1$2$3.js$2');
}

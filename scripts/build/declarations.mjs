import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './packages.mjs';

const emitted = path.join(root, '.cache/declarations');
const project = path.join(root, '.cache/tsconfig.declarations.json');

/**
 * Runs the compiler once over the sources of all packages, for declarations only. Types are checked by
 * `npm run check:types`. Every source is named: of those that are only imported, TypeScript 7.0 leaves out some now and
 * then, and says nothing of it.
 */
export async function emitDeclarations(/** @type {readonly string[]} */ packages) {
  await rm(emitted, { recursive: true, force: true });
  await mkdir(emitted, { recursive: true });
  const files = [];
  for (const name of packages) files.push(...(await sourcesOf(name)));
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    rootDir: path.join(root, 'packages'),
    outDir: emitted,
  };
  await writeFile(
    project,
    JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files, include: [] }),
  );

  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [compiler, '-p', project], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The declarations could not be made:\n${said}`);
}

/** What is only for tests and is in no package. */
const forTests = /\.test\.|\btesting\b|\bfixtures\b|\bsample-orders\b/;

async function sourcesOf(/** @type {string} */ name) {
  const folder = path.join(root, 'packages', name, 'src');
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !forTests.test(file))
    .sort()
    .map((file) => path.join(folder, file));
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
  const made = new Set(await readdir(to, { recursive: true }));
  for (const source of await sourcesOf(name)) {
    const script = path.relative(path.join(root, 'packages', name, 'src'), source).replace(/\.tsx?$/, '.js');
    if (made.has(script) && !made.has(script.replace(/js$/, 'd.ts'))) {
      throw new Error(`${name} has no declaration of ${script}.`);
    }
  }
}

/** The compiler leaves `./order.ts` in declarations; readers of the package find `./order.js` (and so `./order.d.ts`). */
export function withScriptExtensions(/** @type {string} */ declarations) {
  return declarations.replace(/((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]*?)\.tsx?\2/g, '$1$2$3.js$2');
}

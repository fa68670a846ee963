import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './packages.mjs';

/**
 * The licences of the packages that ended up in a bundle, as one text. They ask to travel along, and are longer than
 * some of the files they are for.
 * @param {readonly string[]} modules files that were bundled
 */
export async function licencesOf(modules) {
  const names = modules.flatMap((file) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
  const texts = [`Postlude\n\n${own.trim()}`];
  for (const name of [...new Set(names)].sort()) {
    const folder = path.join(root, 'node_modules', name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence to bring along.`);
    texts.push(`${name}\n\n${(await readFile(path.join(folder, file), 'utf8')).trim()}`);
  }
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

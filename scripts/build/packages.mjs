import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const sourceCondition = '@postlude/source';

/**
 * @typedef {{ door: string, source: string, types: string, output: string }} Door One way into a package, as files below its folder.
 */

/** Reads a package's package.json. */
export async function readPackage(/** @type {string} */ name) {
  return JSON.parse(await readFile(path.join(root, 'packages', name, 'package.json'), 'utf8'));
}

/**
 * Every door of a package: what `package.json#exports` names, with `*` written out for each file it matches.
 * @param {string} name folder of the package
 * @returns {Promise<Door[]>}
 */
export async function doorsOf(name) {
  const folder = path.join(root, 'packages', name);
  /** @type {Door[]} */
  const doors = [];
  for (const [door, target] of Object.entries((await readPackage(name)).exports ?? {})) {
    if (typeof target === 'string') continue;
    const one = { door, source: target[sourceCondition], types: target.types, output: target.default };
    if (!one.source.includes('*')) {
      // A door whose source is still to be written is reported by the test of the doors, not by a failing build.
      if (existsSync(path.join(folder, one.source))) doors.push(one);
      continue;
    }
    const [before = '', after = ''] = one.source.split('*');
    // Folders are matched too, as Node does.
    const names = (await readdir(path.join(folder, before), { recursive: true })).filter(
      (file) => file.endsWith(after) && !/\.(test|d)\.tsx?$/.test(file),
    );
    for (const file of names.sort()) {
      const star = file.slice(0, -after.length).split(path.sep).join('/');
      doors.push({
        door: door.replace('*', star),
        source: one.source.replace('*', star),
        types: one.types.replace('*', star),
        output: one.output.replace('*', star),
      });
    }
  }
  return doors;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command, lastLines } from './command.mjs';
import { inRoot, root } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const stampFile = inRoot('node_modules/.postlude');

/**
 * Installs what package-lock.json lists, unless that is what node_modules already holds.
 * An installation made by hand (`npm install`) counts when it is complete.
 *
 * @returns {Promise<boolean>} True when something was installed.
 */
export async function install() {
  const stamp = currentStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  if (holdsTheLockfile()) {
    writeStamp(stamp);
    return false;
  }

  console.log('Installing what package-lock.json lists. The first time takes a minute or two.');
  const npm = findNpm();
  // Not `npm ci`: npm 11 refuses a lockfile without the native packages of other systems, which a registry that does not
  // offer them leaves out. This takes every version from the lockfile all the same, and leaves the lockfile alone.
  const { code, output } = await command(npm.program, [...npm.args, 'install', '--no-save', '--no-audit'], {
    quiet: true,
    env: { ...process.env, PATH: pathWithoutTheProject() },
  });
  if (code !== 0) throw installError(code, output);
  writeStamp(stamp);
  return true;
}

/** What an installation depends on. Another machine's node_modules (a shared folder, a copied one) does not fit this one's. */
function currentStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch}\n`;
}

function writeStamp(stamp) {
  try {
    writeFileSync(stampFile, stamp);
  } catch (error) {
    throw new SetupError(
      `${stampFile} cannot be written (${error.code}).`,
      'Give your user the right to write to this folder, or clone the repository to one you own.',
    );
  }
}

/** True when npm's own note of what it installed has everything the lockfile has. */
function holdsTheLockfile() {
  const note = inRoot('node_modules/.package-lock.json');
  if (existsSync(stampFile) || !existsSync(note)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional || entry.peer) return true;
    const found = there[path];
    return found !== undefined && found.version === entry.version && existsSync(join(root, path));
  });
}

/**
 * The npm that started this script, run by the Node it was started with: the project's own Node lives in the folder
 * that npm may exchange.
 */
function findNpm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script);
  if (isNpm && node !== undefined && existsSync(node)) return { program: node, args: [script] };
  if (isNpm) return { program: process.execPath, args: [script] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** PATH without the folders npm puts in front of it, for the same reason. */
function pathWithoutTheProject() {
  const path = process.env.PATH ?? process.env.Path ?? '';
  return path
    .split(delimiter)
    .filter((folder) => !folder.startsWith(inRoot('node_modules')))
    .join(delimiter);
}

function installError(code, output) {
  if (code === 127) {
    return new SetupError(
      'npm was not found.',
      'It comes with Node: install a current one from https://nodejs.org.',
    );
  }
  const why =
    output
      .split('\n')
      .filter((line) => /^npm (?:error|ERR!) \S/.test(line))
      .slice(0, 4)
      .join('\n') || lastLines(output);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return new SetupError(
      'npm could not reach the package registry, so nothing could be installed.',
      `Check the network, and the proxy and registry settings that \`npm config list\` shows, and run the same command again.\n\n${why}`,
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new SetupError(
      `npm may not write to ${inRoot('node_modules')}.`,
      `Give your user the right to write to this folder, or clone the repository to one you own.\n\n${why}`,
    );
  }
  if (/ENOSPC/.test(output)) {
    return new SetupError('The disk is full.', `Free about 1 GB and run the same command again.\n\n${why}`);
  }
  return new SetupError(`npm install ended with ${code}.`, why);
}

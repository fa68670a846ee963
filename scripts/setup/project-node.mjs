import { execFileSync } from 'node:child_process';
import { inRoot } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** What the server and the tests need: types stripped without a flag, a current V8. */
const NEEDED = [22, 18];

let found;

/**
 * The Node to run the project with: the current one that the npm package `node` puts into node_modules, or this
 * machine's own when that package's install script was not allowed to run and the machine's is new enough.
 *
 * @returns {string} The path of the program.
 */
export function projectNode() {
  found ??= [
    inRoot('node_modules/node/bin/node'),
    inRoot('node_modules/node/bin/node.exe'),
    process.execPath,
  ].find(isNewEnough);
  if (found) return found;
  throw new SetupError(
    `Postlude runs on Node ${NEEDED.join('.')} or newer. This machine has ${process.versions.node}, and the one in node_modules does not run.`,
    'npm did not run that package’s install script. Run `npm rebuild node`, or install a current Node from https://nodejs.org.',
  );
}

function isNewEnough(program) {
  try {
    const version = execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [major, minor] = version.slice(1).split('.').map(Number);
    return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  } catch {
    return false;
  }
}

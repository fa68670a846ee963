import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { command, lastLines } from './command.mjs';
import { inRoot } from './paths.mjs';
import { projectNode } from './project-node.mjs';
import { SetupError } from './setup-error.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const FIXED = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium or Chrome on this machine: the one CHROME_PATH names, one on the PATH, one where it is usually
 * installed, or one Playwright downloaded.
 *
 * @returns {string | undefined} The path of the program.
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isProgram(named)) return named;
    throw new SetupError(`CHROME_PATH names ${named}, which is not a program.`, 'Correct it or unset it.');
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...FIXED, ...downloadedByPlaywright()].find(isProgram);
}

/** The same, and when there is none: Debian's, as root, or Playwright's download. */
export async function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  const tries = [];
  for (const way of [installWithApt, installWithPlaywright]) {
    const said = await way();
    const installed = findBrowser();
    if (installed) return installed;
    if (said) tries.push(said);
  }
  throw new SetupError(
    'No Chromium or Chrome was found, and none could be installed.',
    `Install one (Debian, Ubuntu: \`sudo apt-get install chromium\`), or say where it is: CHROME_PATH=/path/to/chrome npm test\n\n${tries.join('\n')}`,
  );
}

async function installWithApt() {
  const isRoot = typeof process.getuid === 'function' && process.getuid() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return '';
  console.log('No browser here: installing Debian’s chromium (apt-get).');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // An old package list is no reason to stop: what it knows may still be there.
  await command('apt-get', ['update', '-q'], { quiet: true, env });
  const { code, output } = await command(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    {
      quiet: true,
      env,
    },
  );
  return code === 0 ? '' : `apt-get: ${lastLines(output, 4)}`;
}

async function installWithPlaywright() {
  console.log('No browser here: downloading Chromium (playwright-core install chromium).');
  const cli = inRoot('node_modules/playwright-core/cli.js');
  const { code, output } = await command(projectNode(), [cli, 'install', 'chromium'], { quiet: true });
  return code === 0 ? '' : `playwright-core: ${lastLines(output, 4)}`;
}

function downloadedByPlaywright() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'ms-playwright'),
  ].filter(Boolean);
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return caches.flatMap((cache) =>
    foldersOf(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .flatMap((name) => inside.map((path) => join(cache, name, path))),
  );
}

function foldersOf(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

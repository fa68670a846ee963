import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags } from '../../packages/widgets/harness/chromium-flags.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/snap/bin/chromium',
];

/** Where a Chromium is on this machine; null when there is none. `CHROME_PATH` wins. */
export function findChromium(): string | null {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, and there is nothing. Correct it or leave it out.`);
  }
  const inPath = PATH.split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...inPath, ...applications, ...downloaded()].find((file) => existsSync(file)) ?? null;
}

/** Browsers that `playwright install` put into its cache, the newest first. */
function downloaded(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(homedir(), '.cache/ms-playwright'),
    path.join(homedir(), 'Library/Caches/ms-playwright'),
    path.join(homedir(), 'AppData/Local/ms-playwright'),
  ];
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-linux/headless_shell',
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  return caches
    .filter((cache) => cache !== undefined && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache as string)
        .filter((folder) => /^chromium/.test(folder))
        .sort((one, other) => Number(other.split('-').pop()) - Number(one.split('-').pop()))
        .flatMap((folder) => programs.map((program) => path.join(cache as string, folder, program))),
    );
}

/**
 * Starts Chromium without a window. Close it when done.
 * @param backForwardCache keeps pages as shoppers' browsers do; Playwright turns that off because it surprises tests
 */
export async function launchBrowser({ backForwardCache = false } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'These tests need a Chromium. Install one (apt-get install chromium, or npx playwright-core install ' +
        '--with-deps chromium-headless-shell), or set CHROME_PATH to the one you have.',
    );
  }
  return await chromium.launch({
    executablePath,
    ignoreDefaultArgs: backForwardCache ? ['--disable-back-forward-cache'] : [],
    args: chromiumFlags,
  });
}

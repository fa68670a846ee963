import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { command } from './command.mjs';
import { install } from './install.mjs';
import { inRoot } from './paths.mjs';
import { projectNode } from './project-node.mjs';

/** Vitest's projects, one after the other: side by side they would disturb each other's clocks on a small machine. */
const projects = [
  ['unit', 'pure rules, the backend on PGlite and PostgreSQL, the client'],
  ['dom', 'the widgets and the embed, in a simulated page'],
  ['whole', 'what spans packages: architecture, byte budgets, faults'],
  ['browser', 'real Chromium: journeys and host pages'],
];

/** Installs what is missing and runs everything. Ends with a line that counts what passed and what failed. */
export async function main() {
  await install();
  await build();
  const browser = await findOrInstallBrowser();
  console.log(`\nNode ${process.versions.node} (tests: ${projectNode()})\nBrowser ${browser}`);

  const results = [
    await check('types', 'every file, strictly', ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
    await check('lint', 'rules and formatting', ['@biomejs/biome/bin/biome', 'check', '.']),
  ];
  const reports = mkdtempSync(join(tmpdir(), 'postlude-tests-'));
  try {
    for (const [name, what] of projects) results.push(await suite(name, what, join(reports, `${name}.json`)));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return summarise(results);
}

/**
 * One part of the run. `passed` and `failed` count its tests; a tool that is no test runner counts as one.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number }} Result
 */

/** @returns {Promise<Result>} */
async function check(name, what, [script, ...args]) {
  const { code, seconds } = await run(name, what, [inRoot('node_modules', script), ...args]);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds };
}

/** @returns {Promise<Result>} */
async function suite(name, what, report) {
  const vitest = [inRoot('node_modules/vitest/vitest.mjs'), 'run', '--project', name];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, seconds } = await run(name, what, [...vitest, ...reporters]);
  const { passed, failed, skipped, broken } = countsOf(report);
  // A file that could not even be loaded, or an error outside every test, has no failed test to show for it.
  const unaccounted = code !== 0 && failed + broken === 0 ? 1 : 0;
  return { name, passed, failed: failed + broken + unaccounted, skipped, seconds };
}

async function run(name, what, args) {
  console.log(`\n── ${name}: ${what}`);
  const started = Date.now();
  const { code } = await command(projectNode(), args);
  return { code, seconds: (Date.now() - started) / 1000 };
}

function countsOf(report) {
  try {
    const found = JSON.parse(readFileSync(report, 'utf8'));
    const broken = found.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    ).length;
    const skipped = found.numPendingTests + found.numTodoTests;
    return { passed: found.numPassedTests, failed: found.numFailedTests, skipped, broken };
  } catch {
    return { passed: 0, failed: 0, skipped: 0, broken: 0 };
  }
}

/** @param {Result[]} results */
function summarise(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log('\n── Summary');
  for (const { name, passed, failed, seconds } of results) {
    const state = failed > 0 ? 'FAILED' : 'passed';
    console.log(
      `${name.padEnd(8)} ${state} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed  ${seconds.toFixed(0)} s`,
    );
  }
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(total);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

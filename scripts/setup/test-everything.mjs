import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { command } from './command.mjs';
import { install } from './install.mjs';
import { inRoot } from './paths.mjs';
import { projectNode } from './project-node.mjs';
import { failuresInWords, readReport } from './test-report.mjs';

/** Vitest's projects, one after the other: side by side they would disturb each other's clocks on a small machine. */
const projects = [
  ['unit', 'pure rules, the backend on PGlite and PostgreSQL'],
  ['client', 'the typed client'],
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
    for (const [name, what] of projects) results.push(await suite(name, what, reports));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  return summarise(results);
}

/**
 * One part of the run. `passed` and `failed` count its tests; a tool that is no test runner counts as one.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, failures: Failure[],
 *   unsteady: Failure[] }} Result
 *   `unsteady`: what failed and passed when its file was run once more.
 * @typedef {import('./test-report.mjs').Failure} Failure
 */

/** @returns {Promise<Result>} */
async function check(name, what, [script, ...args]) {
  const { code, output, seconds } = await run(name, what, [inRoot('node_modules', script), ...args], true);
  console.log(output.trimEnd());
  const failures = code === 0 ? [] : [{ file: '', title: '', message: output }];
  const passed = code === 0 ? 1 : 0;
  return { name, passed, failed: failures.length, skipped: 0, seconds, failures, unsteady: [] };
}

/** So many files of a part may be run once more. When more fail, the machine is not to blame. */
const mostUnsteady = 3;

/**
 * Runs a part. Files that failed are run once more by themselves: a machine that was too busy for a moment is told of, a fault
 * fails again.
 * @returns {Promise<Result>}
 */
async function suite(name, what, folder) {
  const first = await vitest(name, what, join(folder, `${name}.json`));
  const files = [...new Set(first.failures.map(({ file }) => file))];
  const isWorthIt = files.length > 0 && files.length <= mostUnsteady && files.every((file) => file !== '');
  if (!isWorthIt) return { ...first, failed: first.failures.length, unsteady: [] };
  const again = await vitest(name, 'once more what failed', join(folder, `${name}-again.json`), files);
  const stillFails = ({ file, title }) =>
    again.failures.some((one) => one.file === file && one.title === title);
  const unsteady = first.failures.filter((failure) => !stillFails(failure));
  return {
    ...first,
    passed: first.passed + unsteady.length,
    failed: again.failures.length,
    seconds: first.seconds + again.seconds,
    failures: again.failures,
    unsteady,
  };
}

async function vitest(name, what, report, files = []) {
  const args = [inRoot('node_modules/vitest/vitest.mjs'), 'run', '--project', name, ...files];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, seconds } = await run(name, what, [...args, ...reporters]);
  const { passed, skipped, failures } = readReport(report);
  // An error outside every test has no failed test to show for it, nor has a run that ended in the middle.
  if (code !== 0 && failures.length === 0) {
    failures.push({ file: '', title: '', message: `What is wrong stands under “── ${name}” above.` });
  }
  return { name, passed, skipped, seconds, failures };
}

async function run(name, what, args, quiet = false) {
  console.log(`\n── ${name}: ${what}`);
  const started = Date.now();
  const { code, output } = await command(projectNode(), args, { quiet });
  return { code, output, seconds: (Date.now() - started) / 1000 };
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
  const failures = results.flatMap(({ name, failures }) => failures.map((one) => ({ ...one, suite: name })));
  const unsteady = results.flatMap(({ name, unsteady }) => unsteady.map((one) => ({ ...one, suite: name })));
  if (unsteady.length > 0) console.log(`\n${failuresInWords(unsteady, 'UNSTEADY, passed at a second go:')}`);
  if (failures.length > 0) console.log(`\n${failuresInWords(failures, 'FAILED')}`);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(total);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/**
 * A test that failed, or a file of which no test could be run.
 * @typedef {{ file: string, title: string, message: string }} Failure
 */

/**
 * What a report of Vitest counts, and everything in it that failed.
 * @typedef {{ passed: number, skipped: number, failures: Failure[] }} Report
 */

/**
 * Reads what Vitest wrote with its JSON reporter. A report that is not there, because Vitest ended before, is one of nothing.
 *
 * @param {string} path
 * @returns {Report}
 */
export function readReport(path) {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8'));
    return {
      passed: found.numPassedTests,
      skipped: found.numPendingTests + found.numTodoTests,
      failures: found.testResults.flatMap(failuresOf),
    };
  } catch {
    return { passed: 0, skipped: 0, failures: [] };
  }
}

/** @returns {Failure[]} */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  // A file that could not even be loaded has no failed test to show for it.
  if (failed.length === 0) return status === 'failed' ? [{ file, title: '', message: message ?? '' }] : [];
  return failed.map((test) => ({
    file,
    title: [...test.ancestorTitles, test.title].filter(Boolean).join(' > '),
    message: test.failureMessages.join('\n'),
  }));
}

const [mostFailures, mostLines, longestLine] = [20, 8, 400];

/**
 * Failures in words, the first lines of each: they are the end of a log of which often only the end is kept.
 *
 * @param {(Failure & { suite: string })[]} failures
 * @param {string} word what each begins with
 */
export function failuresInWords(failures, word) {
  const shown = failures.slice(0, mostFailures).map(({ suite, file, title, message }) => {
    const lines = stripVTControlCharacters(message).trim().split('\n').filter(isOurs).slice(0, mostLines);
    return [
      `${word} ${[suite, file, title].filter(Boolean).join(' > ')}`,
      ...lines.map((line) => `  ${line.slice(0, longestLine)}`),
    ].join('\n');
  });
  const more = failures.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n\n');
}

/** Where the test runner itself was when something failed helps nobody. */
const isOurs = (line) => line.trim() !== '' && !/^\s+at .*(node_modules|node:|new Promise)/.test(line);

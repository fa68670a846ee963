import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program in the repository's folder until it ends.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] `quiet` keeps what it prints instead of showing it.
 * @returns {Promise<{ code: number, output: string }>} A program that cannot be started ends with 127.
 */
export function command(program, args, { quiet = false, env = process.env } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => done({ code: 127, output: error.message }));
    child.once('close', (code, signal) =>
      done({ code: code ?? (signal ? 130 : 1), output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** The last lines of what a program printed, for an error message. */
export function lastLines(output, count = 12) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

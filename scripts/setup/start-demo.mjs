import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { inRoot, root } from './paths.mjs';
import { projectNode } from './project-node.mjs';

/** Installs, builds, and runs the demo until it is stopped. */
export async function main(args) {
  await install();
  await build();
  return runDemo(args);
}

/**
 * The demo runs on the project's own Node, which may not be the one this script runs on. A Ctrl-C goes to both; this one
 * waits for the other. The channel between them ends the demo when this script is killed.
 */
function runDemo(args) {
  const child = spawn(
    projectNode(),
    ['--disable-warning=ExperimentalWarning', inRoot('demo/src/main.ts'), ...args],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (child.exitCode === null) child.kill(signal);
    });
  }
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 1));
  });
}

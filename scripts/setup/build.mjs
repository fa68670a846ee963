import { existsSync } from 'node:fs';
import { command, lastLines } from './command.mjs';
import { inRoot } from './paths.mjs';
import { projectNode } from './project-node.mjs';
import { SetupError } from './setup-error.mjs';

/** Builds the packages; the build skips itself when nothing changed. Says something only when it takes longer. */
export async function build() {
  const started = !existsSync(inRoot('packages/server/dist'));
  if (started) console.log('Building the packages.');
  const { code, output } = await command(projectNode(), [inRoot('scripts/build.mjs')], { quiet: true });
  if (code !== 0) throw new SetupError('The build failed.', lastLines(output, 40));
}

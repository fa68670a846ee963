import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * The line of style that keeps the card's room free until the script has run, so that nothing moves when the card
 * appears. `postlude store create` prints it with the snippet; a shop under a strict policy puts it into a file, as here.
 */
export async function reserveCss(): Promise<string> {
  const manifest = fileURLToPath(import.meta.resolve('@postlude/embed/manifest.json'));
  const { reserveCss } = JSON.parse(await readFile(manifest, 'utf8')) as { reserveCss: string };
  return reserveCss;
}

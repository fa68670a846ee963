import { findOrInstallBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

/** Installs; with `--build` builds too; with `--browser` finds or installs a browser too. */
export async function main(args) {
  await install();
  if (args.includes('--build')) await build();
  if (args.includes('--browser')) await findOrInstallBrowser();
  return 0;
}

import { SetupError } from './setup-error.mjs';

/**
 * Runs the `main` of a module with the command's arguments and ends the program with the code it returns.
 * A `SetupError` is shown as words; anything else is a fault of ours and shown with its stack.
 *
 * @param {() => Promise<{ main: (args: string[]) => Promise<number> }>} load
 */
export async function run(load) {
  try {
    const { main } = await load();
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const words = error instanceof SetupError ? error.message : (error?.stack ?? String(error));
    console.error(`\n${words}\n`);
    process.exitCode = 1;
  }
}

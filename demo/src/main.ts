import { isServerError, readConfig } from '@postlude/server';
import { type Demo, startDemo } from './demo.ts';

/** What `npm start` runs once everything is installed and built. */
async function main(): Promise<void> {
  const started = Date.now();
  const env: NodeJS.ProcessEnv = { LOG_LEVEL: 'warn', ...process.env };
  const demo = await startDemo({
    config: readConfig(env),
    shopPort: portOf(env.SHOP_PORT),
    fresh: process.argv.includes('--fresh'),
    onSeeding: () => console.log('Making a demo store with an order in every state.'),
  });
  stopOnSignal(demo);
  console.log(welcome(demo, (Date.now() - started) / 1000));
}

function portOf(text: string | undefined): number {
  const port = Number(text?.trim() || 8788);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return fail('SHOP_PORT must be a whole number from 0 to 65535.');
}

/** Ctrl-C, a polite kill, and the end of the script that started this process. */
function stopOnSignal(demo: Demo): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping.');
    await demo.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop);
}

const welcome = (demo: Demo, seconds: number): string => `
  The shop     ${demo.shop}
  The backend  ${demo.backend}   (${demo.backend}/ready, ${demo.backend}/openapi.json)

  What to try
  · Open ${demo.shop}/orders/1003 and press “Next event” in the panel: the card moves.
  · Place a new order on the first page and follow it from the shelf to the door.
  · Look an order up as a guest: ${demo.shop}/track-my-order
  · Switch the language to العربية and the theme to dark.

  ${demo.isNew ? 'A new demo store was made' : 'The demo store of the last start is still there'}; \`npm start -- --fresh\` makes a new one.
  Ready after ${seconds.toFixed(1)} s. Ctrl-C stops both.
`;

function fail(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  // What a person can do something about is told in words; anything else is a fault of ours and needs its stack.
  if (isServerError(error)) fail(error.message);
  console.error(error);
  process.exit(1);
});

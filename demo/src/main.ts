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
    onSeeding: () =>
      console.log('Making a demo store with an order in every state, and returns in each of theirs.'),
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

/** The page of the order that tells a story. */
const page = ({ shop, orders }: Demo, story: string): string =>
  `${shop}/orders/${orders.all().find((order) => order.story === story)?.number ?? ''}`;

const welcome = (demo: Demo, seconds: number): string => `
  The shop     ${demo.shop}
  The backend  ${demo.backend}   (${demo.backend}/ready, ${demo.backend}/openapi.json)

  What to try
  · Follow: open ${demo.shop}/orders/1003 and press “Next event” in the panel. The card moves.
  · Send back: on ${page(demo, 'return-three')} return two of three lamps, one for store credit, one exchanged.
    Then open “The shop’s desk” in the panel: approve, receive, settle, and see what the platform is told.
  · Every stage of a return at once: ${page(demo, 'return-states')}. A gift without prices: ${page(demo, 'return-gift')}.
  · Cancel what has not left: ${page(demo, 'return-cancel')}. Store credit approved at once: ${page(demo, 'return-small')}.
  · Withdraw from a contract: ${demo.shop}/withdraw, and without JavaScript: ${demo.backend}/withdraw/${demo.publishableKey}
  · Stand behind it: register the lamps of ${page(demo, 'warranty-fresh')}, tell that one is broken on ${page(demo, 'warranty-broken')},
    answer a quote on ${page(demo, 'warranty-states')}; at the desk repair it, or recall it. Bought elsewhere: ${demo.shop}/warranty
  · Tell others: review three lamps on ${page(demo, 'review-due')}; move the clock on ${page(demo, 'review-soon')}. The lists: ${demo.shop}/lamps
  · Bring a friend: take part on ${page(demo, 'referral-share')}, open its link in another browser; every state: ${page(demo, 'referral-states')}
  · As a guest: ${demo.shop}/track-my-order and ${demo.shop}/returns
  · Move the clock in the panel on by days or weeks: what is due then happens now.
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

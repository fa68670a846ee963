import { setImmediate as turn } from 'node:timers/promises';
import { readConfig } from '../../packages/server/src/config/read-config.ts';
import { enqueueEvent } from '../../packages/server/src/outbox/enqueue.ts';
import { startServer } from '../../packages/server/src/server.ts';

/**
 * A whole backend in a process of its own, which beside its work writes events into its outbox for as long as it is let.
 * Says on standard output `ready`, then `kept <id>` for each that was committed and `undone <id>` for each whose
 * transaction was rolled back. Arguments: the store, and how many events to write at most.
 */
const [storeId = '', most = '0'] = process.argv.slice(2);
const server = await startServer(readConfig(process.env));
const { db, clock } = server.context;
const say = (text: string) => process.stdout.write(`${text}\n`);
say(`ready ${server.url}`);

class Undone extends Error {}

async function write(number: number): Promise<void> {
  let id = '';
  try {
    await db.withStore(storeId, async (tx) => {
      id = await enqueueEvent(tx, storeId, { type: 'return.requested', data: { number } }, clock.now());
      // Time between the two writes and the end of the transaction, so that being killed there is likely.
      await turn();
      if (number % 3 === 0) throw new Undone();
    });
    say(`kept ${id}`);
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    say(`undone ${id}`);
  }
}

for (let number = 1; number <= Number(most); number++) await write(number);

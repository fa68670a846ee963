import {
  deliveryChannels,
  deliveryStates,
  type OutgoingDelivery,
  type OutgoingEventType,
  outgoingEventTypes,
} from '@postlude/contract';
import { type Command, Option } from 'commander';
import { listDeliveries, readDelivery } from '../outgoing/deliveries.ts';
import { listEvents } from '../outgoing/events.ts';
import { replayDead, replayDelivery, replayEvent } from '../outgoing/replay.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';

interface DeliveryOptions extends StoreOption {
  readonly state?: OutgoingDelivery['state'];
  readonly channel?: OutgoingDelivery['channel'];
  readonly type?: OutgoingEventType;
  readonly limit: number;
  readonly cursor?: string;
}

/** `postlude outgoing deliveries`, `events` and `replay`. */
export function addDeliveryCommands(outgoing: Command, io: Io): void {
  outgoing
    .command('deliveries')
    .description('list what went out or is to go out, newest first; with an id, one of them with its tries')
    .argument('[delivery]', 'its id (dlv_…)')
    .addOption(new Option('--state <state>', 'only these').choices([...deliveryStates]))
    .addOption(new Option('--channel <channel>', 'only these').choices([...deliveryChannels]))
    .addOption(new Option('--type <type>', 'only of this event').choices([...outgoingEventTypes]))
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .option(...storeOption)
    .addHelpText(
      'after',
      `
Examples:
  postlude outgoing deliveries --state dead
  postlude outgoing deliveries dlv_…`,
    )
    .action(async (id: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<DeliveryOptions>(command);
      if (id !== undefined) {
        const detail = await inStore(io, options, async (tx, storeId) =>
          found(await readDelivery(tx, storeId, id), 'delivery', id),
        );
        const { delivery, attempts } = detail;
        print(io, options.json, detail, () =>
          [
            facts([
              ['Delivery', delivery.id],
              ['What', delivery.type ?? 'a mail'],
              ['Event', delivery.eventId],
              ['To', delivery.target],
              ['State', delivery.state],
              ['Next try', delivery.nextAttemptAt],
            ]),
            '',
            table(
              ['tried', 'ms', 'status', 'error', 'answer'],
              attempts.map((one) => [
                one.at,
                String(one.milliseconds),
                String(one.status ?? ''),
                one.error ?? '',
                one.answer ?? '',
              ]),
            ),
          ].join('\n'),
        );
        return;
      }
      const page = await inStore(io, options, (tx, storeId) => listDeliveries(tx, storeId, options));
      print(io, options.json, page, () =>
        [
          table(
            ['made', 'id', 'what', 'state', 'tries', 'to', 'last error'],
            page.items.map((one) => [
              one.createdAt,
              one.id,
              one.type ?? 'mail',
              one.state,
              String(one.attempts),
              one.target,
              one.lastError ?? '',
            ]),
          ),
          ...more(page.next),
        ].join('\n'),
      );
    });

  outgoing
    .command('events')
    .description('list what happened that others can be told, newest first')
    .addOption(new Option('--type <type>', 'only these').choices([...outgoingEventTypes]))
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Omit<DeliveryOptions, 'state' | 'channel'>>(command);
      const page = await inStore(io, options, (tx, storeId) => listEvents(tx, storeId, options));
      print(io, options.json, page, () =>
        [
          table(
            ['happened', 'id', 'what', 'delivered', 'waiting', 'dead'],
            page.items.map(({ createdAt, id, type, deliveries }) => [
              createdAt,
              id,
              type,
              String(deliveries.delivered),
              String(deliveries.waiting),
              String(deliveries.dead),
            ]),
          ),
          ...more(page.next),
        ].join('\n'),
      );
    });

  outgoing
    .command('replay')
    .description('send something once more, under the same id')
    .argument('[id]', 'a delivery (dlv_…) or an event (oev_…: to every endpoint that wants it)')
    .option('--dead', 'everything that was given up')
    .option(...storeOption)
    .addHelpText(
      'after',
      `
What is replayed goes out as soon as a backend runs on this database.

Examples:
  postlude outgoing replay dlv_…
  postlude outgoing replay --dead`,
    )
    .action(async (id: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { dead?: boolean }>(command);
      if ((id === undefined) === (options.dead !== true)) {
        command.error('error: name one delivery or event, or say --dead');
      }
      const replayed = await inStore(io, options, async (tx, storeId, { clock }) => {
        const now = clock.now();
        if (id === undefined) return replayDead(tx, storeId, now);
        if (id.startsWith('oev_')) return found(await replayEvent(tx, storeId, id, now), 'event', id);
        return found((await replayDelivery(tx, storeId, id, now)) || null, 'delivery', id);
      });
      print(io, options.json, { replayed }, () => `${replayed} wait to go out again.`);
    });
}

const more = (next: string | null): string[] =>
  next === null ? [] : ['', `There are more: --cursor ${next}`];

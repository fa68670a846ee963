import {
  type OutgoingEventType,
  OutgoingUrl,
  type OutgoingWebhook,
  outgoingEventTypes,
} from '@postlude/contract';
import { type Command, InvalidArgumentError } from 'commander';
import { refuseTarget } from '../outgoing/target.ts';
import {
  addOutgoingWebhook,
  listOutgoingWebhooks,
  removeOutgoingWebhook,
  rotateOutgoingSecret,
  updateOutgoingWebhook,
} from '../outgoing/webhooks.ts';
import { addDeliveryCommands } from './delivery-commands.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { graceUntil, optionsOf, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';

const idArgument = ['<endpoint>', 'its id (owh_…)'] as const;

/** `postlude outgoing …` */
export function addOutgoingCommands(program: Command, io: Io): void {
  const outgoing = program
    .command('outgoing')
    .description('events that go to the shop’s own systems, and mails: endpoints, deliveries, replay');

  outgoing
    .command('add')
    .description('add an endpoint that events are delivered to; prints its secret once')
    .argument('<url>', 'an https address', targetUrl)
    .option('--events <types>', 'only these, separated by commas; all unless told', eventTypes)
    .option(...storeOption)
    .addHelpText(
      'after',
      `
Deliveries follow Standard Webhooks (standardwebhooks.com): any of its libraries checks the signature with the secret.
Addresses outside the public internet need OUTGOING_NETWORKS where the backend runs.
Events: ${outgoingEventTypes.join(', ')}

Examples:
  postlude outgoing add https://erp.example.com/postlude
  postlude outgoing add https://erp.example.com/refunds --events return.refunded,withdrawal.received`,
    )
    .action(async (url: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { events?: OutgoingEventType[] }>(command);
      const added = await inStore(io, options, (tx, storeId, context) => {
        refuseTarget(context.config, url);
        return addOutgoingWebhook(tx, context, storeId, { url, events: options.events ?? null });
      });
      print(io, options.json, added, () => secretShown(added));
    });

  outgoing
    .command('list')
    .description('list the endpoints of a store')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const endpoints = await inStore(io, options, (tx, storeId, { clock }) =>
        listOutgoingWebhooks(tx, storeId, clock.now()),
      );
      print(io, options.json, endpoints, () =>
        table(
          ['id', 'state', 'events', 'url'],
          endpoints.map((one) => [one.id, stateOf(one), one.events?.join(',') ?? 'all', one.url]),
        ),
      );
    });

  outgoing
    .command('remove')
    .description('remove an endpoint with its deliveries; the events stay')
    .argument(...idArgument)
    .option(...storeOption)
    .action(async (id: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const removed = await inStore(io, options, async (tx, storeId, { clock }) =>
        found(await removeOutgoingWebhook(tx, storeId, id, clock.now()), 'endpoint', id),
      );
      print(io, options.json, removed, () => `Removed ${removed.id}: nothing more goes to ${removed.url}.`);
    });

  for (const [name, enabled, description] of [
    ['enable', true, 'switch an endpoint on again; it gets what happens from now on'],
    ['disable', false, 'switch an endpoint off; what waits for it is given up and can be replayed'],
  ] as const) {
    outgoing
      .command(name)
      .description(description)
      .argument(...idArgument)
      .option(...storeOption)
      .action(async (id: string, _: unknown, command: Command) => {
        const options = optionsOf<StoreOption>(command);
        const changed = await inStore(io, options, async (tx, storeId, { clock }) =>
          found(await updateOutgoingWebhook(tx, storeId, id, { enabled }, clock.now()), 'endpoint', id),
        );
        print(io, options.json, changed, () => `${changed.id} is ${stateOf(changed)}.`);
      });
  }

  outgoing
    .command('rotate')
    .description('give an endpoint a new secret; deliveries are signed with both for a while')
    .argument(...idArgument)
    .option('--grace <hours>', 'hours the old secret goes on signing', wholeNumber(0, 8_760), 24)
    .option('--now', 'end the old secret at once (when it leaked)')
    .option(...storeOption)
    .action(async (id: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { grace: number; now?: boolean }>(command);
      const rotated = await inStore(io, options, async (tx, storeId, context) => {
        const until = graceUntil(context.clock.now(), options);
        return found(await rotateOutgoingSecret(tx, context, storeId, id, until), 'endpoint', id);
      });
      print(io, options.json, rotated, () => secretShown(rotated));
    });

  addDeliveryCommands(outgoing, io);
}

const stateOf = ({ enabled, disabledReason }: OutgoingWebhook): string =>
  enabled ? 'on' : disabledReason === 'gone' ? 'off (it answered 410)' : 'off';

const secretShown = ({ webhook, secret }: { webhook: OutgoingWebhook; secret: string }): string =>
  facts([
    ['Endpoint', webhook.id],
    ['Delivers to', webhook.url],
    ['Events', webhook.events?.join(', ') ?? 'all'],
    ['Secret', `${secret}  (shown this once)`],
    ...webhook.secrets.slice(1).map(({ expiresAt }) => ['The old one', `signs until ${expiresAt}`] as const),
  ]);

function targetUrl(text: string): string {
  if (OutgoingUrl.safeParse(text).success) return text;
  throw new InvalidArgumentError('It must be an https address (http only for this machine).');
}

function eventTypes(text: string, before: readonly OutgoingEventType[] = []): OutgoingEventType[] {
  const types = text.split(',').map((name) => outgoingEventTypes.find((type) => type === name.trim()));
  const known = types.filter((type) => type !== undefined);
  if (known.length === types.length) return [...before, ...known];
  throw new InvalidArgumentError(`They must be of ${outgoingEventTypes.join(', ')}.`);
}

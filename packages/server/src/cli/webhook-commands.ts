import type { Provider } from '@postlude/contract';
import type { Command } from 'commander';
import {
  type AddedWebhook,
  addWebhook,
  listWebhooks,
  rotateWebhook,
  secretIsOurs,
} from '../stores/webhooks.ts';
import type { Io } from './io.ts';
import { graceUntil, optionsOf, provider, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';
import { configOf, storeOf, withContext } from './with-context.ts';

interface Rotation {
  readonly store?: string;
  readonly secret?: string;
  readonly grace: number;
  readonly now?: boolean;
}

/** `postlude webhook …` */
export function addWebhookCommands(program: Command, io: Io): void {
  const webhook = program
    .command('webhook')
    .description('addresses that shop platforms and carriers deliver to');

  webhook
    .command('add')
    .description('make an address for a provider; prints it and, where we make it, the secret')
    .argument('<provider>', 'shopify, woocommerce, aftership, easypost or shippo', provider)
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .option('--secret <secret>', 'the secret the provider gave you; - reads it from standard input')
    .addHelpText(
      'after',
      `
WooCommerce and EasyPost are told a secret: one is made for you. Shopify, AfterShip and Shippo hand theirs out: pass it
with --secret, or later with postlude webhook rotate. Without a secret every message is refused.

Examples:
  postlude webhook add woocommerce
  postlude webhook add shopify --secret - < secret.txt`,
    )
    .action(async (name: Provider, _: unknown, command: Command) => {
      const options = optionsOf<{ store?: string; secret?: string }>(command);
      const secret = await secretOf(io, options.secret);
      const added = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return addWebhook(context, store.id, name, secret);
      });
      const url = deliveryUrl(configOf(io, options).publicUrl, added);
      const shown = secretIsOurs[added.provider] && secret === null ? added.secret : null;
      print(io, options.json, { ...added, secret: shown, url, ready: added.secret !== null }, () =>
        [
          facts([
            ['Webhook id', added.id],
            ['Deliver to', url],
            ['Secret', shown === null ? null : `${shown}  (shown this once: enter it at ${added.provider})`],
          ]),
          ...(added.secret === null
            ? [
                '',
                `Nothing is accepted yet. When ${added.provider} has told you the secret: postlude webhook rotate ${added.id} --secret …`,
              ]
            : []),
        ].join('\n'),
      );
    });

  webhook
    .command('rotate')
    .description('give a webhook a new secret; the old one goes on working for a while')
    .argument('<webhook>', 'its id (whk_…)')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .option('--secret <secret>', 'the secret the provider gave you; - reads it from standard input')
    .option('--grace <hours>', 'hours the old secret goes on working', wholeNumber(0, 8_760), 24)
    .option('--now', 'end the old secret at once (when it leaked)')
    .addHelpText(
      'after',
      `
Examples:
  postlude webhook rotate whk_…
  postlude webhook rotate whk_… --secret - --now < secret.txt`,
    )
    .action(async (id: string, _: unknown, command: Command) => {
      const options = optionsOf<Rotation>(command);
      const secret = await secretOf(io, options.secret);
      const { rotated, until } = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const graceEnd = graceUntil(context.clock.now(), options);
        return {
          until: graceEnd?.toISOString() ?? null,
          rotated: await rotateWebhook(context, store.id, id, { secret, graceUntil: graceEnd }),
        };
      });
      const shown = secret === null ? rotated.secret : null;
      print(io, options.json, { ...rotated, secret: shown, oldSecretEndsAt: until }, () =>
        facts([
          ['Webhook id', rotated.id],
          [
            'New secret',
            shown === null ? null : `${shown}  (shown this once: enter it at ${rotated.provider})`,
          ],
          ['The old one', until === null ? 'has ended' : `works until ${until}`],
        ]),
      );
    });

  webhook
    .command('list')
    .description('list the webhooks of a store')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<{ store?: string }>(command);
      const found = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return listWebhooks(context, store.id);
      });
      const { publicUrl } = configOf(io, options);
      const webhooks = found.map((one) => ({ ...one, url: deliveryUrl(publicUrl, one) }));
      print(io, options.json, webhooks, () =>
        table(
          ['provider', 'secrets', 'deliver to'],
          webhooks.map((one) => [
            one.provider,
            String(one.secrets.length || 'none: refuses everything'),
            one.url,
          ]),
        ),
      );
    });
}

function deliveryUrl(publicUrl: string, webhook: Pick<AddedWebhook, 'id' | 'provider'>): string {
  return `${publicUrl}/v1/webhooks/${webhook.provider}/${webhook.id}`;
}

/** A secret on the command line is seen by whoever lists processes; from standard input it is not. */
async function secretOf(io: Io, given: string | undefined): Promise<string | null> {
  const secret = given === '-' ? (await io.readInput()).trim() : given;
  return secret === undefined || secret === '' ? null : secret;
}

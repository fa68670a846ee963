import type { Store } from '@postlude/contract';
import type { Command } from 'commander';
import { createStore } from '../stores/create-store.ts';
import { listStores } from '../stores/read-store.ts';
import { updateStore } from '../stores/update-store.ts';
import type { Io } from './io.ts';
import { checkedSettings, currency, locale, optionsOf, origin, timeZone, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';
import { snippetOf, snippetText } from './snippet.ts';
import { configOf, storeOf, withContext } from './with-context.ts';

interface Settings {
  readonly name?: string;
  readonly origin?: string[];
  readonly locale?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly contactUrl?: string;
  readonly stalledAfterDays?: number;
}

/** `postlude store …` */
export function addStoreCommands(program: Command, io: Io): void {
  const store = program.command('store').description('make stores and look at them');

  settingOptions(store.command('create'))
    .description('make a store; prints its keys once and the snippet to paste')
    .addHelpText(
      'after',
      `
The secret key and the embed secret are shown this once and never again: keep them where you keep passwords.

Examples:
  postlude store create --name "Kontor Nord" --origin https://kontor-nord.example --locale de --currency EUR --time-zone Europe/Berlin
  postlude store create --name Demo --origin http://localhost:5173 --json`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Settings>(command);
      if (options.name === undefined) command.error("error: required option '--name <name>' not specified");
      const { contact, ...given } = settingsOf(options);
      const config = configOf(io, options);
      const created = await withContext(io, options, (context) =>
        createStore(context, {
          name: given.name ?? '',
          origins: given.origins ?? [],
          locale: given.locale ?? 'en',
          currency: given.currency ?? 'EUR',
          timeZone: given.timeZone ?? 'UTC',
          stalledAfterDays: given.stalledAfterDays ?? 7,
          contact: {
            email: contact?.email ?? null,
            phone: contact?.phone ?? null,
            url: contact?.url ?? null,
          },
        }),
      );
      const { publishableKey } = created.store;
      const { embedSecret, secretKey } = created;
      const snippet = snippetOf({ ...config, publishableKey, embedSecret });
      print(io, options.json, { ...created, snippet }, () =>
        [
          `Made the store "${created.store.name}".`,
          '',
          facts([
            ['Store id', created.store.id],
            ['Publishable key', `${publishableKey}  (public: goes into the page)`],
            ['Secret key', `${secretKey}  (shown this once: for your own servers)`],
            ['Embed secret', `${embedSecret}  (shown this once: makes the proofs)`],
          ]),
          '',
          ...(created.store.origins.length > 0
            ? []
            : ['No page may use it yet: add one with postlude store update --origin https://…', '']),
          snippetText(snippet),
        ].join('\n'),
      );
    });

  settingOptions(store.command('update'))
    .description('change settings of a store; what is left out stays')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .addHelpText(
      'after',
      `
--origin replaces the whole list; give it once for each origin.

Examples:
  postlude store update --origin https://kontor-nord.example --origin https://www.kontor-nord.example
  postlude store update --store sto_… --stalled-after-days 5`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Settings & { store?: string }>(command);
      const updated = await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        const now = context.clock.now();
        return context.db.withStore(id, (tx) => updateStore(tx, id, settingsOf(options), now));
      });
      print(io, options.json, updated, () => (updated === null ? '' : storeText(updated)));
    });

  store
    .command('list')
    .description('list all stores')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf(command);
      const stores = await withContext(io, options, (context) => context.db.withSystem(listStores));
      print(io, options.json, stores, () =>
        table(
          ['id', 'name', 'publishable key', 'origins'],
          stores.map((one) => [one.id, one.name, one.publishableKey, one.origins.join(' ')]),
        ),
      );
    });

  store
    .command('show')
    .description('show the settings of a store and its snippet')
    .argument('[store]', 'id, publishable key or name; not needed while there is only one')
    .action(async (named: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf(command);
      const config = configOf(io, options);
      const found = await withContext(io, options, (context) => storeOf(context, named));
      const snippet = snippetOf({ ...config, publishableKey: found.publishableKey, embedSecret: null });
      print(io, options.json, { ...found, snippet }, () => `${storeText(found)}\n\n${snippetText(snippet)}`);
    });
}

function settingOptions(command: Command): Command {
  return command
    .option('--name <name>', 'what shoppers know the shop by')
    .option(
      '--origin <origin>',
      'where its pages stand (https://shop.example.com); may be given several times',
      origin,
    )
    .option('--locale <tag>', 'language of the shop (default for a new store: en)', locale)
    .option('--currency <code>', 'ISO 4217 (default for a new store: EUR)', currency)
    .option('--time-zone <zone>', 'IANA time zone (default for a new store: UTC)', timeZone)
    .option('--email <address>', 'where shoppers reach the shop')
    .option('--phone <number>', 'where shoppers reach the shop')
    .option('--contact-url <url>', 'where shoppers reach the shop')
    .option(
      '--stalled-after-days <days>',
      'days without a scan until a parcel counts as stalled (default: 7)',
      wholeNumber(1, 60),
    );
}

function settingsOf(options: Settings) {
  const contact = {
    ...(options.email === undefined ? {} : { email: options.email }),
    ...(options.phone === undefined ? {} : { phone: options.phone }),
    ...(options.contactUrl === undefined ? {} : { url: options.contactUrl }),
  };
  return checkedSettings({
    ...(options.name === undefined ? {} : { name: options.name.trim() }),
    ...(options.origin === undefined ? {} : { origins: [...new Set(options.origin)] }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(options.stalledAfterDays === undefined ? {} : { stalledAfterDays: options.stalledAfterDays }),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  });
}

function storeText(store: Store): string {
  return facts([
    ['Store id', store.id],
    ['Name', store.name],
    ['Publishable key', store.publishableKey],
    ['Origins', store.origins.join(' ') || 'none: no page may use it'],
    ['Locale', store.locale],
    ['Currency', store.currency],
    ['Time zone', store.timeZone],
    ['E-mail', store.contact.email],
    ['Phone', store.contact.phone],
    ['Address of contact', store.contact.url],
    ['Stalled after', `${store.stalledAfterDays} days`],
  ]);
}

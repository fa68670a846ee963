import {
  CalendarDate,
  type CorrectInput,
  type RegistrationStatus,
  registrationStatuses,
  rejectionCodes,
  type StaffRegistration,
} from '@postlude/contract';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { readCode } from '../registrations/code.ts';
import { approve, correct, ending, undo } from '../registrations/staff.ts';
import {
  holdCase,
  type RegistrationCase,
  readCase,
  showStaffRegistration,
} from '../registrations/staff-case.ts';
import { listAllRegistrations } from '../registrations/staff-list.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';

interface Options extends StoreOption, CorrectInput {
  readonly code: (typeof rejectionCodes)[number];
}

type Work = (tx: Tx, context: Context, held: RegistrationCase, options: Options) => Promise<RegistrationCase>;

/** `postlude registration …` */
export function addRegistrationCommands(program: Command, io: Io): void {
  const group = program
    .command('registration')
    .description('registrations of items: look at them and decide')
    .addHelpText(
      'after',
      `
A registration is named by the code of its certificate (7K3D-9QXM-2F4T) or its id (reg_…). Doing the same again changes nothing;
every action is kept with who did it (--by).

Examples:
  postlude registration list --status pending
  postlude registration approve 7K3D-9QXM-2F4T --by Mia
  postlude registration reject 7K3D-9QXM-2F4T --code proof_unreadable
  postlude registration correct 7K3D-9QXM-2F4T --serial LN-1234-AB`,
    );
  addList(group, io);
  const one = (name: string, description: string, work: Work | null): Command =>
    group
      .command(name)
      .description(description)
      .argument('<registration>', 'its code (7K3D-9QXM-2F4T) or id (reg_…)')
      .option(...storeOption)
      .action(async (named: string, _: unknown, self: Command) => {
        const options = optionsOf<Options>(self);
        const shown = await inStore(io, options, async (tx, storeId, context) => {
          const key = { storeId, registrationId: await idOf(tx, storeId, named) };
          const now = context.clock.now();
          const of = work
            ? await work(tx, context, await holdCase(tx, key, now), options)
            : await readCase(tx, key, now);
          return showStaffRegistration(tx, context, of);
        });
        print(io, options.json, shown, () => registrationText(shown));
      });
  const deed = (name: string, description: string, work: Work): Command =>
    one(name, description, work)
      .option('--by <name>', 'who does it; kept in the audit')
      .option('--note <note>', 'why; the owner reads it where something is rejected or ended');
  const why = () => new Option('--code <code>', 'why').choices([...rejectionCodes]).makeOptionMandatory();

  one('show', 'show a registration, its item and what was done', null);
  deed('approve', 'approve it', approve);
  deed('reject', 'reject it with a reason that the owner reads', ending('reject')).addOption(why());
  deed('void', 'end it after it was accepted', ending('void')).addOption(why());
  deed('correct', 'put right what the owner told', correctWith)
    .option('--serial <number>', 'the serial number')
    .option('--purchased-on <day>', 'the day of purchase (2026-05-02)', calendarDay)
    .option('--bought-at <place>', 'where it was bought');
  deed('undo', 'take back the last action', (tx, _context, held, word) => undo(tx, held, word));
}

const correctWith: Work = (tx, _context, held, { by, note, serial, purchasedOn, boughtAt }) =>
  correct(tx, held, {
    by,
    note,
    ...(serial === undefined ? {} : { serial }),
    ...(purchasedOn === undefined ? {} : { purchasedOn }),
    ...(boughtAt === undefined ? {} : { boughtAt }),
  });

/** Reads a day. */
function calendarDay(typed: string): string {
  const { success, data } = CalendarDate.safeParse(typed);
  if (!success) throw new InvalidArgumentError('It must be a day like 2026-05-02.');
  return data;
}

function addList(group: Command, io: Io): void {
  group
    .command('list')
    .description('list registrations, newest first')
    .option(...storeOption)
    .addOption(new Option('--status <status>', 'only these').choices([...registrationStatuses]))
    .option('--search <text>', 'by serial number, certificate code, order number or e-mail')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .action(async (_: unknown, command: Command) => {
      const { search: q, ...options } = optionsOf<
        StoreOption & { status?: RegistrationStatus; search?: string; limit: number; cursor?: string }
      >(command);
      const page = await inStore(io, options, (tx, storeId) =>
        listAllRegistrations(tx, storeId, { ...options, q }),
      );
      print(io, options.json, page, () =>
        [
          table(
            ['registered', 'code', 'status', 'item', 'serial', 'order'],
            page.items.map((each) => [
              each.registeredAt,
              each.code,
              each.status,
              each.title,
              each.serial ?? '',
              each.orderNumber,
            ]),
          ),
          ...(page.next === null ? [] : ['', `There are more: --cursor ${page.next}`]),
        ].join('\n'),
      );
    });
}

async function idOf(tx: Tx, storeId: string, named: string): Promise<string> {
  const row = await tx
    .selectFrom('registrations')
    .select('registration_id')
    .where('store_id', '=', storeId)
    .where((is) => is.or([is('registration_id', '=', named), is('code', '=', readCode(named) ?? '')]))
    .executeTakeFirst();
  return found(row ?? null, 'registration', named).registration_id;
}

function registrationText({ passport, email, policyVersion, audit, actions }: StaffRegistration): string {
  const { registration } = passport;
  const because = [registration?.rejected?.code, registration?.rejected?.note].filter(Boolean).join(': ');
  return [
    facts([
      ['Registration', `${registration?.code}  (${registration?.id})`],
      ['Item', [passport.title, passport.variant].filter(Boolean).join(', ')],
      ['Serial', passport.serial],
      ['Status', registration?.status ?? null],
      ['Because', because || null],
      ['Order', passport.orderNumber],
      ['E-mail', email],
      ['Bought', [passport.purchasedOn, passport.boughtAt].filter(Boolean).join(', ') || null],
      ['Delivered', passport.deliveredOn],
      ['Proof', String(passport.registration?.proof.length ?? 0)],
      ['Policy', `version ${policyVersion}`],
      ['Possible now', actions.join(', ') || 'nothing'],
    ]),
    '',
    table(
      ['cover', 'state', 'until'],
      passport.covers.map((cover) => [
        cover.name ?? cover.kind,
        cover.state,
        cover.lifetime ? 'lifetime' : (cover.until ?? ''),
      ]),
    ),
    '',
    table(
      ['at', 'by', 'action', 'after', 'note'],
      audit.map((entry) => [entry.at, entry.by, entry.action, entry.after, entry.note ?? '']),
    ),
  ].join('\n');
}

import '../zod-setup.ts';
import * as z from 'zod/mini';
import { AddedMonthsInput, ItemMonths, VoidMonthsInput } from '../added-months.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';

const ofPassport = z.strictObject({ passportId: idOf('passport') });

/** Lists the months that staff added to an item. */
export const listCoverMonths = {
  method: 'GET',
  path: '/v1/staff/passports/{passportId}/added-months',
  access: 'staff',
  summary: 'List the months added to an item',
  description: 'All that were ever added by hand, oldest first, those that were taken back included.',
  params: ofPassport,
  output: ItemMonths,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Adds months to what stands behind an item. */
export const addCoverMonths = {
  method: 'POST',
  path: '/v1/staff/passports/{passportId}/added-months',
  access: 'staff',
  summary: 'Add months to an item’s warranty',
  description:
    'Out of goodwill, with the reason. They make the store’s warranty on the item longer; the legal guarantee stays as the law has it. Not possible where no plan with an end is about the item.',
  params: ofPassport,
  body: AddedMonthsInput,
  output: ItemMonths,
  status: 201,
  problems: ['key_invalid', 'not_found', 'action_not_possible'],
} as const satisfies Endpoint;

/** Takes added months back. */
export const voidCoverMonths = {
  method: 'POST',
  path: '/v1/staff/passports/{passportId}/added-months/{addedMonthsId}/void',
  access: 'staff',
  summary: 'Take added months back',
  description: 'They count no more and stay in the list. Taking them back again changes nothing.',
  params: z.strictObject({ passportId: idOf('passport'), addedMonthsId: idOf('addedMonths') }),
  body: VoidMonthsInput,
  output: ItemMonths,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

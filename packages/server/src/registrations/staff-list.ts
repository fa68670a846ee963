import type { EndpointArguments, RegistrationSummary } from '@postlude/contract';
import type { listRegistrations } from '@postlude/contract/endpoints';
import { serialKey } from '@postlude/contract/serials';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';
import { emailKey, numberKey } from '../sessions/contact.ts';
import { readCode } from './code.ts';

type Query = EndpointArguments<typeof listRegistrations>['query'];

/** Lists the registrations of a store, newest first. */
export async function listAllRegistrations(
  tx: Tx,
  storeId: string,
  { status, q, cursor, limit = defaultLimit }: Query,
): Promise<{ items: RegistrationSummary[]; next: string | null }> {
  const after = readCursor(cursor, [/^reg_[0-9a-f]{32}$/]);
  let query = tx
    .selectFrom('registrations')
    .innerJoin('passports', (join) =>
      join
        .onRef('passports.store_id', '=', 'registrations.store_id')
        .onRef('passports.passport_id', '=', 'registrations.passport_id'),
    )
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'registrations.store_id')
        .onRef('orders.order_id', '=', 'registrations.order_id'),
    )
    .leftJoin('order_lines', (join) =>
      join
        .onRef('order_lines.store_id', '=', 'passports.store_id')
        .onRef('order_lines.line_id', '=', 'passports.line_id'),
    )
    .select([
      'registrations.registration_id',
      'registrations.passport_id',
      'registrations.code',
      'registrations.status',
      'registrations.registered_at',
      'passports.serial',
      'orders.number',
      'orders.email',
      'order_lines.title',
    ])
    .where('registrations.store_id', '=', storeId);
  if (status !== undefined) query = query.where('registrations.status', '=', status);
  if (q !== undefined) {
    query = query.where((is) =>
      is.or([
        is('passports.serial_key', '=', serialKey(q)),
        is('registrations.code', '=', readCode(q) ?? ''),
        is('orders.number_key', '=', numberKey(q)),
        is('orders.email_key', '=', emailKey(q)),
      ]),
    );
  }
  if (after) query = query.where('registrations.registration_id', '<', after[0] ?? '');
  const rows = await query
    .orderBy('registrations.registration_id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    (row): RegistrationSummary => ({
      id: row.registration_id as RegistrationSummary['id'],
      passportId: row.passport_id as RegistrationSummary['passportId'],
      code: row.code,
      status: row.status,
      title: row.title ?? '',
      serial: row.serial,
      email: row.email,
      orderNumber: row.number,
      registeredAt: row.registered_at.toISOString(),
    }),
    (row) => [row.registration_id],
  );
}

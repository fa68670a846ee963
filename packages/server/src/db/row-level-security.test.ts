import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { standingTables } from './migrations/index.ts';
import type { Schema } from './schema.ts';

const order = (storeId: string, orderId: string) => ({
  store_id: storeId,
  order_id: orderId,
  source: 'staff',
  external_id: orderId,
  number: '1001',
  number_key: '1001',
  placed_at: '2026-11-20T10:00:00.000Z',
  currency: 'EUR',
  locale: null,
  email: null,
  email_key: null,
  phone: null,
  phone_digits: null,
  postcode_keys: [],
  destination: null,
  total_amount: null,
  total_currency: null,
  version_at: '2026-11-20T10:00:00.000Z',
  version_tie: '',
});

describeOnBothDatabases('row-level security', (open) => {
  it('shows a query that forgot the scope only the rows of its own store', async () => {
    const { context, newStore } = await open();
    const [mine, theirs] = [(await newStore()).store.id, (await newStore()).store.id];
    await context.db.withStore(mine, (tx) => tx.insertInto('orders').values(order(mine, 'mine')).execute());
    await context.db.withStore(theirs, (tx) =>
      tx.insertInto('orders').values(order(theirs, 'theirs')).execute(),
    );

    const seen = await context.db.withStore(mine, (tx) =>
      tx.selectFrom('orders').select('order_id').execute(),
    );
    expect(seen).toEqual([{ order_id: 'mine' }]);
    const stores = await context.db.withStore(mine, (tx) =>
      tx.selectFrom('stores').select('store_id').execute(),
    );
    expect(stores).toEqual([{ store_id: mine }]);
  });

  it('lets an update and a delete that forgot the scope reach only the rows of their own store', async () => {
    const { context, newStore } = await open();
    const [mine, theirs] = [(await newStore()).store.id, (await newStore()).store.id];
    await context.db.withStore(mine, (tx) => tx.insertInto('orders').values(order(mine, 'a')).execute());
    await context.db.withStore(theirs, (tx) => tx.insertInto('orders').values(order(theirs, 'b')).execute());

    await context.db.withStore(mine, async (tx) => {
      await tx.updateTable('orders').set({ number: 'changed' }).execute();
      await tx.deleteFrom('orders').execute();
    });
    const left = await context.db.withStore(theirs, (tx) =>
      tx.selectFrom('orders').select('number').execute(),
    );
    expect(left).toEqual([{ number: '1001' }]);
  });

  it('refuses a row for another store, inserted or moved', async () => {
    const { context, newStore } = await open();
    const [mine, theirs] = [(await newStore()).store.id, (await newStore()).store.id];
    await expect(
      context.db.withStore(mine, (tx) => tx.insertInto('orders').values(order(theirs, 'x')).execute()),
    ).rejects.toThrow(/row-level security/);
    await context.db.withStore(mine, (tx) => tx.insertInto('orders').values(order(mine, 'y')).execute());
    await expect(
      context.db.withStore(mine, (tx) => tx.updateTable('orders').set({ store_id: theirs }).execute()),
    ).rejects.toThrow(/row-level security/);
  });

  it('does not let a transaction of a store make itself one of the system or of another store’s owner', async () => {
    const { context, newStore } = await open();
    const mine = (await newStore()).store.id;
    await newStore();
    const seen = await context.db.withStore(mine, async (tx) => {
      await sql`select set_config('postlude.scope', 'system', true)`.execute(tx);
      return tx.selectFrom('stores').select('store_id').execute();
    });
    expect(seen).toEqual([{ store_id: mine }]);
  });

  it('leaves nothing of a scope behind for the next transaction of the connection', async () => {
    const { context, newStore } = await open();
    const mine = (await newStore()).store.id;
    await context.db.withStore(mine, (tx) => tx.selectFrom('stores').selectAll().execute());
    const { rows } = await context.db.execute(
      "select current_user as role, coalesce(current_setting('postlude.store_id', true), '') as store",
    );
    expect(rows).toEqual([{ role: 'postgres', store: '' }]);
  });

  it('sees every store in a transaction of the system', async () => {
    const { context, newStore } = await open();
    const ids = [(await newStore()).store.id, (await newStore()).store.id];
    const seen = await context.db.withSystem((tx) => tx.selectFrom('stores').select('store_id').execute());
    expect(seen.map((row) => row.store_id)).toEqual(expect.arrayContaining(ids));
  });

  it('holds on every table: enabled, forced, with both policies and store_id first in every key', async () => {
    const { context } = await open();
    const { rows } = await context.db.execute(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        (select string_agg(p.polname, ',' order by p.polname) from pg_policy p where p.polrelid = c.oid) as policies,
        (select count(*) from pg_policy p where p.polrelid = c.oid and (p.polqual is null or p.polwithcheck is null)) as halves,
        (select count(*) from pg_index i where i.indrelid = c.oid and i.indisprimary) as keys,
        (select count(*) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisunique and a.attname <> 'store_id') as strange_keys
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      order by c.relname`);
    const scoped = rows.filter((row) => row.name !== 'postlude_migrations');
    expect(scoped.length).toBeGreaterThan(0);
    for (const table of scoped) {
      expect(table).toEqual({
        name: table.name,
        enabled: true,
        forced: true,
        policies: 'store_scope,system_scope',
        halves: 0,
        keys: 1,
        strange_keys: 0,
      });
    }
    const known: Record<keyof Schema, true> = tables;
    expect(scoped.map((row) => row.name)).toEqual(Object.keys(known).sort());
    expect(standingTables.map(({ table }) => table).toSorted()).toEqual(Object.keys(known).sort());
  });

  it('gives the application role nothing but what the tables need', async () => {
    const { context } = await open();
    const { rows } = await context.db.execute(`
      select distinct privilege_type as right from information_schema.role_table_grants
      where grantee = 'postlude_app' order by 1`);
    expect(rows.map((row) => row.right)).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
    const { rows: roles } = await context.db.execute(
      "select rolsuper or rolbypassrls or rolcanlogin or rolcreaterole as mighty from pg_roles where rolname = 'postlude_app'",
    );
    expect(roles).toEqual([{ mighty: false }]);
  });
});

/** One entry a table of the schema: a table that is added to the types and forgotten here is a type error. */
const tables = {
  uploads: true,
  claims: true,
  claim_audit: true,
  case_mails: true,
  added_months: true,
  claim_messages: true,
  repair_quotes: true,
  claim_costs: true,
  first_help_answers: true,
  stores: true,
  products: true,
  product_variants: true,
  store_keys: true,
  store_secrets: true,
  webhooks: true,
  webhook_secrets: true,
  orders: true,
  order_lines: true,
  shipments: true,
  shipment_items: true,
  refunds: true,
  tracks: true,
  tracking_events: true,
  promises: true,
  messages: true,
  unknown_statuses: true,
  idempotency_keys: true,
  attempt_limits: true,
  outbox_events: true,
  return_policies: true,
  outgoing_webhooks: true,
  outgoing_secrets: true,
  deliveries: true,
  delivery_attempts: true,
  mails: true,
  returns: true,
  return_items: true,
  return_messages: true,
  return_audit: true,
  return_drafts: true,
  return_labels: true,
  warranty_policies: true,
  withdrawals: true,
  passports: true,
  passport_owners: true,
  registrations: true,
  registration_audit: true,
  registered_serials: true,
  safety_consents: true,
  marketing_consents: true,
  transfers: true,
  outside_purchases: true,
  delivery_registrations: true,
  file_imports: true,
  file_import_parts: true,
  file_import_bad_rows: true,
  imported_reviews: true,
  imported_pictures: true,
  listed_serials: true,
  recalls: true,
  recall_audit: true,
  recall_mails: true,
  recall_answers: true,
  review_policies: true,
  asks: true,
  ask_decisions: true,
  ask_looks: true,
  reviews: true,
  review_media: true,
  review_drafts: true,
  review_audit: true,
  review_votes: true,
  review_reports: true,
  review_numbers: true,
  review_translations: true,
  referral_programmes: true,
  referral_advocates: true,
  referral_visits: true,
  referral_shares: true,
  referrals: true,
  referral_audit: true,
  rewards: true,
  reward_ledger: true,
  reward_sums: true,
  reward_codes: true,
  survey_answers: true,
} as const;

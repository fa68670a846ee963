import type { Migration } from './migration.ts';

/**
 * Finds the orders of one buyer where the e-mail address is another one. Orders that are there are given the mailbox as far as
 * SQL can tell it; names are made comparable when an order is written the next time.
 */
export const buyerKeys: Migration = {
  number: 20,
  name: 'buyer-keys',
  sql: `
alter table orders
  add column mailbox_key text collate "C",
  add column person_key text collate "C";

update orders set mailbox_key = case
    when split_part(email_key, '@', 2) in ('gmail.com', 'googlemail.com')
    then replace(split_part(split_part(email_key, '@', 1), '+', 1), '.', '') || '@gmail.com'
    else split_part(split_part(email_key, '@', 1), '+', 1) || '@' || split_part(email_key, '@', 2)
  end
  where email_key like '_%@_%';

create index orders_by_mailbox on orders (store_id, mailbox_key) where mailbox_key is not null;
create index orders_by_person on orders (store_id, person_key) where person_key is not null;
create index orders_by_phone on orders (store_id, right(phone_digits, 7)) where phone_digits is not null;
create index orders_by_payment on orders (store_id, payment_key) where payment_key is not null;
create index referrals_by_mailbox on referrals (store_id, mailbox_key) where mailbox_key is not null;
create index orders_by_network on orders (store_id, network_key, placed_at) where network_key is not null;
`,
  storeTables: [],
};

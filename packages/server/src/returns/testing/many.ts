import { sql } from 'kysely';
import type { ReturnShop } from './shop.ts';

/** Files a return and cancels it, and does as if that had been done so many times: asking for each would take long. */
export async function cancelOften(shop: ReturnShop, times: number): Promise<void> {
  const { json } = await shop.file(await shop.filing());
  await shop.send('POST', `/v1/returns/${json.id}/cancel`, { key: shop.token });
  await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
    sql`
      insert into returns
      select (jsonb_populate_record(null::returns, to_jsonb(returns) || jsonb_build_object(
        'return_id', 'ret_' || lpad(copy::text, 32, '0'), 'number', 'R-1001-' || copy, 'sequence', copy))).*
      from returns cross join generate_series(2, ${times}::integer) as copy
      where return_id = ${json.id}`.execute(tx),
  );
}

/** Does as if so many messages about a return had been written. */
export async function writeOften(
  shop: ReturnShop,
  returnId: string,
  sentBy: 'shopper' | 'store',
  times: number,
): Promise<void> {
  const storeId = shop.shop.store.id;
  await shop.backend.context.db.withStore(storeId, (tx) =>
    sql`
      insert into return_messages (store_id, return_id, return_message_id, sent_by, text, created_at)
      select ${storeId}, ${returnId}, 'rms_' || substr(md5(${`${returnId} ${sentBy}`} || copy), 1, 32), ${sentBy}, 'Hello', now()
      from generate_series(1, ${times}::integer) as copy`.execute(tx),
  );
}

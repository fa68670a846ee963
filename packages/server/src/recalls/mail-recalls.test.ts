import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { findLaterOwners, mailRecalls } from './mail-recalls.ts';
import { recallInput } from './testing/recall.ts';
import { openRecallShop } from './testing/shop.ts';

const mailing = (context: Context): Context => ({
  ...context,
  config: { ...context.config, mail: { url: 'smtp://127.0.0.1:1', from: 'shop@example.com' } },
});

describeOnBothDatabases('the mail about a recall', (open) => {
  it('goes to every mailbox once, however often a process is killed', async () => {
    const { context, storeId, staff, order } = await openRecallShop(await open());
    await order('1001', { email: 'Ada@example.com', locale: 'de-DE' });
    await order('1002', { email: 'ada@example.com', locale: 'de-DE' });
    await order('1003', { email: 'mia@example.com', locale: 'ar' });
    await order('1004', { email: null });
    const { json } = await staff('POST', '/recalls', recallInput());
    expect(json.reach).toMatchObject({ items: 8, owners: 3, reachable: 2 });
    const withMail = mailing(context);
    const dying: Context = {
      ...withMail,
      db: {
        ...context.db,
        withStore: (id, work) =>
          context.db.withStore(id, async (tx) => {
            await work(tx);
            throw new Error('killed');
          }),
      },
    };
    await expect(mailRecalls(dying)).rejects.toThrow('killed');
    expect(await mailRecalls(withMail)).toBeGreaterThanOrEqual(2);
    expect(await mailRecalls(withMail)).toBe(0);
    const mails = async () => {
      const rows = await context.db.withStore(storeId, (tx) =>
        tx.selectFrom('mails').select('content').where('store_id', '=', storeId).execute(),
      );
      return rows.map(({ content }) => content);
    };
    const sent = await mails();
    expect(sent.map(({ to }) => to.toLowerCase()).sort()).toEqual(['ada@example.com', 'mia@example.com']);
    const german = sent.find(({ to }) => to.toLowerCase() === 'ada@example.com');
    expect(german?.subject).toMatch(/^Produktsicherheitsrückruf: /);
    expect(german?.text).toContain('Das Kabel kann überhitzen');
    await order('1005', { email: 'eve@example.com', locale: 'fr' });
    expect(await findLaterOwners(context)).toBeGreaterThanOrEqual(1);
    await mailRecalls(withMail);
    const all = await mails();
    expect(all).toHaveLength(3);
    // Nobody wrote French: the store's language follows.
    expect(all.find(({ to }) => to === 'eve@example.com')?.subject).toMatch(/^Produktsicherheitsrückruf: /);
  });
});

import { uploadsPerOrder } from '@postlude/contract';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../packages/server/src/testing/backend.ts';
import { abusesOfItems } from '../support/abuse/items.ts';
import { openKit, tinyPdf } from '../support/abuse/kit.ts';
import { abusesOfPhotos } from '../support/abuse/photos.ts';
import { abusesOfStaff } from '../support/abuse/staff.ts';
import { abusesOfSums } from '../support/abuse/sums.ts';
import { tableContents } from '../support/table-contents.ts';

const abuses = { ...abusesOfItems, ...abusesOfSums, ...abusesOfPhotos, ...abusesOfStaff };

describeOnBothDatabases('what is refused changes nothing', (open) => {
  it.each(Object.entries(abuses))('%s', async (_, [code, prepare, field]) => {
    const kit = await openKit(await open());
    const abuse = await prepare(kit);
    const contents = () => tableContents((text) => kit.backend.context.db.execute(text));
    const before = await contents();
    const answer = await abuse();
    expect([answer.status >= 400 && answer.status < 500, answer.code]).toEqual([true, code]);
    if (field) expect(Object.keys(answer.fields)).toContain(field);
    expect(await contents()).toEqual(before);
  });

  it.each([0, -1, 1.5, 1e21, 1_000_001, Number.MAX_SAFE_INTEGER, '1', null, true, [1]])(
    'a quantity of %j',
    async (quantity) => {
      const kit = await openKit(await open());
      const filing = await kit.item({ quantity });
      const before = await tableContents((text) => kit.backend.context.db.execute(text));
      const answer = await kit.file(filing);
      expect([answer.status, answer.code]).toEqual([422, 'invalid_input']);
      expect(await tableContents((text) => kit.backend.context.db.execute(text))).toEqual(before);
    },
  );

  it('lets an order hold so many files and no more, however many are sent', async () => {
    const { backend, desk, order } = await openKit(await open());
    const codes = new Map<string, number>();
    for (let number = 0; number < 130; number++) {
      const sent = desk.client.uploads.create({ token: order.token, file: tinyPdf(1000 + number) });
      const code = await sent.then(
        () => 'taken',
        (error: { code?: string }) => error.code ?? 'none',
      );
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('taken')).toBe(uploadsPerOrder);
    expect([...codes.keys()].sort()).toEqual(['rate_limited', 'taken', 'upload_limit']);
    const { rows } = await backend.context.db.execute(
      `select count(*)::int as files from uploads where order_id = '${order.orderId}'`,
    );
    expect(rows[0]?.files).toBe(uploadsPerOrder);
  });
});

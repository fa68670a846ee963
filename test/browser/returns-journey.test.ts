import { expect, it } from 'vitest';
import { colourAt, jpeg, jpegWithExif } from '../../packages/server/src/testing/pictures.ts';
import { cardOn, noteRequests } from '../support/card-driver.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { type Photo, returnsOn } from '../support/returns-driver.ts';
import { useReturnsShop } from '../support/returns-shop.ts';

const shop = useReturnsShop();

/** A picture lying on its side, of a phone that says so, and says where it was. */
async function photo(): Promise<Photo> {
  return {
    name: 'IMG 0815.jpg',
    mimeType: 'image/jpeg',
    buffer: jpegWithExif(await jpeg(640, 480), 6),
  };
}

it('two of three things go back, one for credit with a photo and one for another variant, beside the tracking card, and are followed to the last cent', async () => {
  const { open, script, backend, place, returnsOf } = shop();
  const order = await place();
  let asked: string[] = [];
  const guest = await open(
    { head: script(), body: `<h1>Thank you!</h1>${order.tracking}${order.tag()}` },
    async (page) => {
      asked = noteRequests(page);
    },
  );
  const { page } = guest;
  const card = cardOn(page);
  const returns = returnsOn(page);
  await card.reads(/^Delivered/);
  await returns.reads('What would you like to send back?');
  await page.evaluate('window.here = true');
  expect(asked.filter((one) => one === 'POST /v1/sessions')).toHaveLength(1);

  const wishes = {
    things: {
      'Oak tray': {
        reason: 'damaged_or_defective',
        note: 'A crack along the rim.',
        photos: [await photo()],
        resolution: 'store_credit',
      },
      'Stoneware mug': { reason: 'color', resolution: 'exchange', variant: 'mug-red' },
    },
    method: 'own',
  } as const;
  await returns.walk(wishes, async (step) => {
    if (step !== 'resolutions') return;
    const tray = returns.element.locator('.about-thing').filter({ hasText: 'Oak tray' });
    expect(await tray.textContent()).toContain('Includes a bonus of €3.99.');
    expect(await tray.textContent()).toContain('€43.89');
  });
  expect(await returns.element.locator('[part="breakdown"]').textContent()).toContain('€49.28');
  await returns.confirm();
  await returns.reads('The store is looking at it');
  await returns.hears('The store is looking at it');

  await returns.cancel('Cancel this return');
  await returns.reads('Cancelled');
  await returns.element.getByRole('button', { name: 'All items of the order' }).click();
  await returns.walk(wishes);
  await returns.confirm();
  await returns.reads('The store is looking at it');
  const all = await returnsOf(order.number);
  expect(all.map(({ status }) => status).sort()).toEqual(['cancelled', 'requested']);
  const { staff } = backend;
  const id = all.find(({ status }) => status === 'requested')?.id ?? '';

  const filed = await staff.returns.get(id);
  const kept = filed.return.items.find(({ title }) => title === 'Oak tray')?.uploads[0];
  expect(kept).toMatchObject({ contentType: 'image/jpeg', width: 480, height: 640 });
  const bytes = Buffer.from(await (await fetch(kept?.url ?? '')).arrayBuffer());
  for (const trace of ['Exif', 'SecretPhone']) expect(bytes.includes(trace)).toBe(false);
  // The red quarter was at the top left as the phone lay; upright it is at the top right.
  const [red, green, blue] = await colourAt(bytes, 400, 80);
  expect(red > 200 && green < 80 && blue < 80).toBe(true);

  await staff.returns.approve(id, { by: 'Mia' });
  await returns.refresh();
  await returns.reads('Your return is approved');
  await returns.hears('Your return is approved');
  await returns.element.locator('[part="next"]').getByText('Deich 1').waitFor();
  await staff.returns.receive(id, {
    by: 'Mia',
    items: filed.return.items.map((item) => ({
      returnItemId: item.id,
      quantity: item.quantity,
      grade: 'a' as const,
      restock: true,
    })),
  });
  await returns.refresh();
  await returns.reads('It arrived at the store');
  const settled = await staff.returns.refund(id, { by: 'Mia', creditCode: 'THANKS-4928' });
  expect(settled.return.settled).toMatchObject({
    refund: { amount: 0, currency: 'EUR' },
    storeCredit: { amount: 4928, currency: 'EUR' },
  });
  await returns.refresh();
  await returns.reads('All settled');
  const shown = await returns.card.textContent();
  expect(shown).toContain('€49.28 store credit');
  expect(shown).toContain('THANKS-4928');

  expect(await page.evaluate('window.here')).toBe(true);
  expect(asked.filter((one) => one === 'POST /v1/sessions')).toHaveLength(1);
  expect(guest.console).toEqual([]);
  await expectCalm(guest);
});

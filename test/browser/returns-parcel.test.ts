import type { APIResponse, Locator, Route } from 'playwright-core';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import type { Beat, DemoParcel } from '../../demo/src/orders/demo-order.ts';
import type { Happening } from '../../demo/src/orders/happenings.ts';
import { easypostUpdate } from '../../demo/src/providers/easypost.ts';
import { sign } from '../../demo/src/providers/sign.ts';
import { easyPostKey, openEasyPost } from '../../packages/server/src/testing/easypost.ts';
import { pdf } from '../../packages/server/src/testing/pictures.ts';
import { readQr, readQrOfPdf } from '../../packages/server/src/testing/qr-reader.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { returnsOn } from '../support/returns-driver.ts';
import { journeyPolicy, type Placed, useReturnsShop } from '../support/returns-shop.ts';

const easyPost = await openEasyPost();
afterAll(() => easyPost.close());
const shop = useReturnsShop(journeyPolicy, { easyPostUrl: easyPost.url });

/** Files a return of a tray by a method, and has it approved. */
async function approved(method: string, placed: Placed = {}, attributes = '') {
  const at = shop();
  const order = await at.place(placed);
  const body = `<main><h1>Returns</h1>${order.tag(attributes)}</main>`;
  const guest = await at.open({ head: at.script(), body });
  const returns = returnsOn(guest.page);
  await returns.walk({ things: { 'Oak tray': { reason: 'style', resolution: 'refund' } }, method });
  await returns.confirm();
  const { return: filed } = await order.filed();
  const { return: done } = await at.backend.staff.returns.approve(filed.id);
  await returns.refresh();
  await returns.reads('Your return is approved');
  const next = returns.element.locator('[part="next"]');
  return { ...guest, guest, returns, order, filed, done, next, staff: at.backend.staff };
}

/** Presses a link that opens a PDF in another tab, and gives the file. What a browser does with it then, show it or keep it, is its own affair. */
async function opened(link: Locator): Promise<Buffer> {
  const page = link.page();
  const address = (await link.getAttribute('href')) ?? '';
  const answer = new Promise<APIResponse>((resolve, reject) => {
    const handed = async (route: Route) => {
      const response = await route.fetch();
      resolve(response);
      await route.fulfill({ response });
    };
    page
      .context()
      .route(address, (route) => handed(route).catch(reject))
      .catch(reject);
  });
  const before = page.url();
  await link.click();
  const file = await answer;
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect(page.url()).toBe(before);
  return await file.body();
}

it('the packing slip opens as a PDF, and a scanner reads the number of the return on it', async () => {
  const { next, filed, guest } = await approved('label');
  const slip = await opened(next.getByRole('link', { name: /Packing slip|label/ }).first());
  expect(slip.subarray(0, 7).toString()).toBe('%PDF-1.');
  expect(slip.subarray(-8).toString()).toContain('%%EOF');
  expect(readQrOfPdf(slip)).toBe(filed.number);
  await expectCalm(guest);
});

it.each(['light', 'dark'])('the code to show is read by a camera, on a narrow phone (%s)', async (theme) => {
  const { next, done, page } = await approved('code', {}, `theme="${theme}"`);
  await page.setViewportSize({ width: 280, height: 653 });
  await page.addStyleTag({ content: `body { background: ${theme === 'dark' ? '#0c0d0f' : '#fff'} }` });
  expect(done.qr?.text).toBeTruthy();
  expect(await readQr(await next.locator('[part="qr"] svg').screenshot())).toBe(done.qr?.text);
  // As it stands on the page, with everything around it.
  await next.locator('[part="qr"] svg').scrollIntoViewIfNeeded();
  expect(await readQr(await page.screenshot())).toBe(done.qr?.text);
});

it('a label bought with EasyPost opens as a PDF, and EasyPost’s webhooks are followed until the parcel is received', async () => {
  const { backend } = shop();
  await backend.buyLabels(easyPostKey);
  onTestFinished(() => backend.buyLabels(null));
  const dollars = (amount: number) => ({ amount, currency: 'USD' });
  const { next, returns, filed, staff, guest } = await approved('label', {
    lines: [{ externalId: 'tray', title: 'Oak tray', quantity: 1, unitPrice: dollars(3990) }],
    input: {
      currency: 'USD',
      total: dollars(4480),
      shipping: { price: dollars(490) },
      destination: {
        name: 'June Alvarez',
        lines: ['114 NE Fremont St'],
        city: 'Portland',
        region: 'OR',
        postcode: '97212',
        country: 'US',
      },
    },
  });
  // Bought by a job of the backend; the page asks for it by itself.
  const link = next.getByRole('link', { name: 'Open the label' });
  await link.waitFor({ timeout: 60_000 });
  expect(await opened(link)).toEqual(pdf);

  const secret = 'what EasyPost signs with';
  const hook = await backend.connect('easypost', secret);
  const { label } = await staff.returns.get(filed.id);
  const parcel: DemoParcel = {
    id: 9_001,
    carrier: 'usps',
    tracker: 'easypost',
    trackingNumber: label?.trackingNumber ?? '',
    shippedAt: new Date(Date.now() - 5 * 3_600_000).toISOString(),
    items: [],
    origin: 'Portland',
    beats: [],
  };
  // Moments ago: what went out for delivery yesterday is told otherwise, and a night has an hour after midnight.
  const happens = async (happening: Happening, secondsAgo: number, signedWith = secret) => {
    const at = new Date(Date.now() - secondsAgo * 1000).toISOString();
    const beats: Beat[] = [...parcel.beats, { at, happening, place: 'Portland' }];
    const { body, headers } = easypostUpdate(parcel, beats);
    const signature = sign.easypost(signedWith, body);
    const answer = await fetch(hook, {
      method: 'POST',
      body,
      headers: { ...headers, ...signature, 'content-type': 'application/json' },
    });
    if (answer.ok) parcel.beats.push(...beats.slice(-1));
    await returns.refresh();
    return answer.status;
  };

  expect(await happens('accepted', 30, 'a guess')).toBe(401);
  await returns.reads('Your return is approved');
  expect(await happens('accepted', 30)).toBe(200);
  await returns.reads('On its way back');
  const shown = returns.element.locator('[part="parcel-back"]');
  await shown.getByText(parcel.trackingNumber).first().waitFor();
  expect(await happens('out_for_delivery', 20)).toBe(200);
  await shown.getByText('Out for delivery').first().waitFor();
  expect(await happens('delivered', 10)).toBe(200);
  await shown
    .getByText(/^Delivered/)
    .first()
    .waitFor();
  await staff.returns.receive(filed.id, {
    items: filed.items.map(({ id, quantity }) => ({ returnItemId: id, quantity, grade: 'a' as const })),
  });
  await returns.refresh();
  await returns.reads('It arrived at the store');
  await expectCalm(guest);
});

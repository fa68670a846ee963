import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogue as de } from '../../packages/widgets/src/locales/claims/de.ts';
import { catalogue as sessionDe } from '../../packages/widgets/src/locales/order-session/de.ts';
import { axeFindings as violations } from '../support/axe.ts';
import {
  claimsPolicy,
  openWarranty,
  press,
  reads,
  walkToCheck,
  warrantyTag,
} from '../support/claims-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, outOfOrder, tabTo } from '../support/keyboard.ts';
import { useWarrantyShop } from '../support/warranty-shop.ts';

const shop = useWarrantyShop(claimsPolicy);
const element = warrantyTag;

const claimsOf = async (number: string) => (await shop().backend.staff.claims.list({ q: number })).items;
const refresh = (page: Page) =>
  page.locator(element).evaluate((tag) => (tag as unknown as { refresh(): void }).refresh());
/** Presses at once, without waiting for a tab that is behind another one. */
const pressNow = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).evaluate((button: HTMLElement) => button.click());

/** Files a claim for the one item of an order, and gives it. */
async function filed(page: Page, number: string) {
  await walkToCheck(page);
  await press(page, 'Send the claim');
  await reads(page, 'The store has your claim');
  const [claim] = await claimsOf(number);
  if (!claim) throw new Error('The claim is there.');
  return claim;
}

describe('a claim that is under way', () => {
  it('stands in the list of items with its state, opens from there, and is asked for again with the element', async () => {
    const { staff } = shop().backend;
    const { tag, number } = await shop().place('lamp');
    const guest = await openWarranty(shop(), tag());
    const { page } = guest;
    const { id } = await filed(page, number);
    await press(page, 'All my items');
    await page.locator(`${element} [part~="claim"]`, { hasText: 'Received' }).waitFor();
    await staff.claims.approve(id, { note: 'We refund it.' });
    await page.reload();
    await page.locator(`${element} [part~="claim"]`, { hasText: 'Approved' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page, /^Show Claim/);
    await reads(page, 'Your claim is approved');
    await staff.claims.finish(id, { outcome: 'refunded' });
    await refresh(page);
    await reads(page, 'All done');
    await press(page, 'All my items');
    await page.getByRole('button', { name: /^Something is wrong/ }).waitFor();
    expect(await page.locator(`${element} [part~="claim"]`).count()).toBe(0);
    await press(page, /^Details/);
    await page.locator(`${element} [part~="claim"]`, { hasText: 'Done' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await expectCalm(guest);
  });

  it('goes on where it was when its element is taken out of the page and put in again', async () => {
    const { tag } = await shop().place('lamp');
    const guest = await openWarranty(shop(), tag());
    const { page } = guest;
    await press(page, /^Something is wrong/);
    await press(page, 'Start: Use the legal guarantee');
    await page.getByRole('radio', { name: 'A part broke off' }).check();
    await press(page, 'Continue');
    await page.getByLabel('What happens, and when?').fill('The foot broke off.');
    await page.locator(element).evaluate(async (tag) => {
      const parent = tag.parentElement;
      tag.remove();
      await new Promise((resolve) => setTimeout(resolve));
      // What the browser keeps would do as well; here the element has to.
      localStorage.clear();
      parent?.append(tag);
    });
    await reads(page, 'Tell the store more');
    expect(await page.getByLabel('What happens, and when?').inputValue()).toBe('The foot broke off.');
    await expectCalm(guest);
  });

  it('is filed once by two tabs that send the same, and both know of it', async () => {
    const { tag, number } = await shop().place('lamp');
    const guest = await openWarranty(shop(), tag());
    const { page, context } = guest;
    await walkToCheck(page);
    await expect
      .poll(() => page.evaluate(() => Object.values({ ...localStorage }).join()))
      .toContain('"step":"check"');
    const tab = await context.newPage();
    await tab.goto(page.url());
    await press(tab, /^Something is wrong/);
    await reads(tab, 'Is everything right?');
    await Promise.all([pressNow(page, 'Send the claim'), pressNow(tab, 'Send the claim')]);
    for (const one of [page, tab]) await one.getByText(`C-${number}-1`).first().waitFor({ timeout: 20_000 });
    expect(await claimsOf(number)).toHaveLength(1);
    await expectCalm(guest);
  });

  it('is filed though its session ended meanwhile, where the page has a proof', async () => {
    const { tag, number } = await shop().place('lamp');
    const guest = await openWarranty(shop(), tag());
    const { page } = guest;
    await walkToCheck(page);
    let refused = 0;
    await page.route(/\/claims\?/, async (route) => {
      if (route.request().method() !== 'POST' || refused++ > 0) return await route.continue();
      const { Authorization: _, ...headers } = await route.request().allHeaders();
      return await route.continue({ headers: { ...headers, authorization: 'Bearer over' } });
    });
    await press(page, 'Send the claim');
    await reads(page, 'The store has your claim');
    expect(refused).toBeGreaterThan(1);
    expect(await claimsOf(number)).toHaveLength(1);
  });

  it('goes on behind the form when its session ended and nothing but the shopper can open another', async () => {
    const { number, email } = await shop().place('lamp');
    const guest = await openWarranty(shop(), `<${element} order="${number}"></${element}>`);
    const { page } = guest;
    const find = async (): Promise<void> => {
      await page.locator(`${element} input`).nth(1).fill(email);
      await page.locator(`${element} form button[type="submit"]`).click();
    };
    await find();
    await walkToCheck(page);
    let refused = 0;
    await page.route(/\/claims\?/, async (route) => {
      if (route.request().method() !== 'POST' || refused++ > 0) return await route.continue();
      const headers = await route.request().allHeaders();
      return await route.continue({ headers: { ...headers, authorization: 'Bearer over' } });
    });
    await press(page, 'Send the claim');
    await page.getByText('It has been a while, so please find your order once more.').waitFor();
    await find();
    // It was on its way already: what was pressed is done, once.
    await reads(page, 'The store has your claim');
    expect(await claimsOf(number)).toHaveLength(1);
  });

  it('is quoted for money, and the sum is the one the server says', async () => {
    const { staff } = shop().backend;
    const { tag, number } = await shop().place('lamp');
    const guest = await openWarranty(shop(), tag());
    const { page } = guest;
    const { id } = await filed(page, number);
    await staff.claims.approve(id, {});
    await staff.claims.receive(id);
    await staff.claims.diagnose(id);
    const euro = (amount: number) => ({ amount, currency: 'EUR' });
    const quoted = await staff.claims.quote(id, {
      repairer: { name: 'Workshop', address: 'Deich 2, Hamburg', phone: null, email: 'w@example.com' },
      defect: 'It fell into the sea.',
      work: 'New inside.',
      price: euro(4900),
      priceKind: 'fixed',
      days: 7,
      handOver: 'By parcel.',
      services: [{ text: 'Parcel both ways', price: euro(990) }],
      temporary: { text: 'A lamp to borrow', price: euro(150) },
    });
    expect(quoted.claim.quote?.total).toEqual(euro(6040));
    await page.reload();
    await press(page, /^Show Claim/);
    await reads(page, 'A quote is waiting for you');
    await page.locator('tfoot td', { hasText: '€60.40' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Accept the quote');
    await page.getByText('Accept the quote for €60.40?').waitFor();
    await page.getByText(/It is binding for you and the repairer/).waitFor();
    await press(page, 'Yes, order the repair');
    await page.getByText(/You accepted this quote on/).waitFor();
    const [claim] = await claimsOf(number);
    expect((await staff.claims.get(id)).claim.quote?.state).toBe('accepted');
    expect(claim?.status).toBe('in_repair');
    await expectCalm(guest);
  });

  it('is filed and opened again from the list by the keyboard alone', async () => {
    const { tag, number } = await shop().place('lamp');
    const { page } = await openWarranty(shop(), tag());
    await page.locator(`${element} .skeleton`).waitFor({ state: 'detached' });
    const enter = async (name: string | RegExp, headline: string): Promise<void> => {
      const stops = await tabTo(page, name);
      // The browser shows by itself where in a day the focus is.
      expect(stops.filter(({ seen, name }) => !seen && name !== 'input since')).toEqual([]);
      expect(outOfOrder(stops)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await focused(page)).name, { timeout: 20_000 }).toBe(`h2 ${headline}`);
    };
    await enter(/^button Something is wrong/, 'What would you like to do?');
    await enter('button Start: Use the legal guarantee', 'What is wrong?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await enter('button Continue', 'Please try this first');
    await enter('button No, continue', 'Tell the store more');
    await tabTo(page, /^textarea/);
    await page.keyboard.type('It stays dark.');
    await tabTo(page, 'input since');
    const [year = '', month = '', day = ''] = new Date().toISOString().slice(0, 10).split('-');
    await page.keyboard.type(`${month}${day}${year}`);
    await enter('button Continue', 'How shall it be put right?');
    await tabTo(page, /^input/);
    while (!(await page.getByRole('radio', { name: 'Money back' }).isChecked()))
      await page.keyboard.press('ArrowDown');
    await enter('button Continue', 'Is everything right?');
    await enter('button Send the claim', 'The store has your claim');
    await enter('button All my items', 'Register your item');
    await page.getByRole('button', { name: /^Show Claim/ }).waitFor();
    await enter(/^button Show Claim/, 'The store has your claim');
    expect(await claimsOf(number)).toHaveLength(1);
  });

  it('says in the language of the page what could not be fetched', async () => {
    const { tag } = await shop().place('lamp');
    const { page } = await openWarranty(shop(), tag(), 'de');
    await page.route(/claim-options|claims\/options/, (route) => route.abort());
    await page.locator(`${element} button`, { hasText: 'Etwas stimmt nicht' }).click();
    await reads(page, de.claims['problem.title']);
    await page.getByRole('button', { name: sessionDe.orderSession.retry, exact: true }).waitFor();
  });
});

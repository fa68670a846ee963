import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cardOn, noteEvents, noteRequests } from '../support/card-driver.ts';
import { useConnectedShop } from '../support/connected-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';

const shop = useConnectedShop();

/** Opens the page where shoppers track their order. */
async function lookupPage() {
  const guest = await shop().open(shop().snippet(), async (page) => {
    await noteEvents(page);
    await page.clock.install();
  });
  const driver = cardOn(guest.page);
  await driver.reads('Track your order');
  return { ...guest, ...driver, guest };
}

async function find(page: Page, number: string, contact: string): Promise<void> {
  const inputs = page.locator('postlude-order-tracking input');
  await inputs.nth(0).fill(number);
  await inputs.nth(1).fill(contact);
  await page.getByRole('button', { name: 'Find my order' }).click();
}

describe('an order that is looked up', () => {
  it.each([
    ['e-mail address', ' Mara@Example.com'],
    ['phone number', '040 555 01 99'],
    ['postcode', '20259'],
  ])('opens by number and %s', async (_, contact) => {
    const order = await shop().place();
    const { page, reads, hears, told, guest } = await lookupPage();
    await find(page, `# ${order.number}`, contact);
    await reads('Getting your order ready');
    await hears('Getting your order ready');
    expect((await told()).map(({ type }) => type)).toEqual(['ready', 'session-opened', 'order-shown']);
    await expectCalm(guest);
  });

  it('with a wrong contact is refused kindly, and answered like an order there is not', async () => {
    const order = await shop().place();
    const { page, card, hears, reads, guest } = await lookupPage();
    const answerTo = async (number: string) => {
      const waiting = page.waitForResponse((response) => response.request().method() === 'POST');
      await find(page, number, 'somebody@example.org');
      const answer = await waiting;
      const { requestId, ...body } = await answer.json();
      return { status: answer.status(), body };
    };
    const wrong = await answerTo(order.number);
    await hears(/^We found no order with this number and contact\./);
    await card
      .locator('[part="problem"]')
      .getByText(/Perhaps it was another e-mail/)
      .waitFor();
    expect(wrong).toMatchObject({ status: 404, body: { code: 'lookup_failed' } });
    expect(await answerTo('99999999')).toEqual(wrong);
    expect(await card.locator('input').nth(1).inputValue()).toBe('somebody@example.org');

    await find(page, order.number, 'mara@example.com');
    await reads('Getting your order ready');
    await expectCalm(guest);
  });

  it('is locked after five wrong contacts, which tells its end, and stays so after a reload', async () => {
    const order = await shop().place();
    const { page, card, hears, reads, settle, guest } = await lookupPage();
    const button = card.getByRole('button', { name: 'Find my order' });
    const tries = async (contact: string) => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await find(page, order.number, contact);
      await answered;
      await button.waitFor();
    };
    for (const contact of ['1', '2', '3', '4', '5']) await tries(`wrong${contact}@example.com`);
    await card
      .locator('[part="problem"]')
      .getByText(/We found no order/)
      .waitFor();
    await tries('mara@example.com');
    // Towards midnight the end is tomorrow, and the day is told with the time.
    await hears(/Please try again at .*\d:\d\d/);
    const said = await card.locator('[part="problem"]').textContent();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    const asked = noteRequests(page);
    await button.click({ force: true });
    await card.locator('input').nth(1).press('Enter');
    await settle();
    expect(asked).toEqual([]);

    await page.reload();
    await reads('Track your order');
    await tries('mara@example.com');
    await hears(/Please try again at/);
    expect(await card.locator('[part="problem"]').textContent()).toBe(said);

    await page.clock.fastForward('31:00');
    await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
    expect(await card.locator('[part="problem"]').count()).toBe(0);
    await expectCalm(guest);
  });

  it('leads back to the form when its session ends, with the number in it', async () => {
    const order = await shop().place();
    const { page, card, reads } = await lookupPage();
    await find(page, order.number, '20259');
    await reads('Getting your order ready');
    await page.clock.fastForward('26:00:00');
    await reads('Track your order');
    await card.getByText('It has been a while, so please find your order once more.').waitFor();
    expect(await card.locator('input').nth(0).inputValue()).toBe(order.number);
    expect(await card.locator('input').nth(1).inputValue()).toBe('');
  });
});

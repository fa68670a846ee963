import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../../packages/widgets/src/locales/ar.ts';
import { english as first } from '../../packages/widgets/src/returns/returns.messages.ts';
import { english as later } from '../../packages/widgets/src/returns/returns-steps.messages.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, outOfOrder, press, tabTo } from '../support/keyboard.ts';
import { returnsOn } from '../support/returns-driver.ts';
import { type ReturnableOrder, useReturnsShop } from '../support/returns-shop.ts';

const shop = useReturnsShop();
const english = { ...first, ...later };
const texts = { ltr: english, rtl: { ...english, ...ar.returns, ...ar.returnsSteps } };
let orders: Record<'ltr' | 'rtl', ReturnableOrder>;

beforeAll(async () => {
  orders = { ltr: await shop().place(), rtl: await shop().place() };
});

/** Opens a page with a link before the element, which has the focus. */
async function open(direction: 'ltr' | 'rtl') {
  const at = shop();
  const guest = await at.open({
    html: direction === 'rtl' ? 'lang="ar" dir="rtl"' : 'lang="en" dir="ltr"',
    head: at.script(),
    body: `<p><a href="#" id="before">Before</a></p>${orders[direction].tag()}<p><a href="#">After</a></p>`,
  });
  const returns = returnsOn(guest.page);
  await returns.shown();
  await guest.page.locator('#before').focus();
  return { ...guest, guest, returns, t: texts[direction] };
}

/** Chooses what has this value in the group of buttons the focus comes to next, by arrows alone. */
async function arrowTo(page: Page, value: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    const now = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const { value = '', checked = false } = at as HTMLInputElement;
      return { value, checked };
    });
    if (now.value === value) {
      if (!now.checked) await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows never come to ${value}.`);
}

describe.each(['ltr', 'rtl'] as const)('with the keyboard alone, %s', (direction) => {
  it('a shopper files a return, hears every step, and cancels it', async () => {
    const { page, returns, t, guest } = await open(direction);
    const isRadio = /^input postlude-|^input /;
    const onward = async (title: string) => {
      const stops = await tabTo(page, /^button .*$/);
      expect(stops.length).toBeGreaterThan(0);
      while ((await type(page)) !== 'submit') await press(page, 'Tab');
      expect((await focused(page)).seen).toBe(true);
      await page.keyboard.press('Enter');
      await returns.reads(title);
      // The focus follows to the heading of the step, and the live region says where one is.
      await expect.poll(async () => (await focused(page)).name).toBe(`h2 ${title}`);
      await returns.hears(title);
    };

    // The first step: a checkbox for each thing.
    const stops = await tabTo(page, /^input/);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    await page.keyboard.press('Space');
    expect(await returns.element.getByRole('checkbox').first().isChecked()).toBe(true);
    await onward(t['reasons.title']);

    await tabTo(page, isRadio);
    await arrowTo(page, 'style');
    await onward(t['resolutions.title']);

    await tabTo(page, isRadio);
    await arrowTo(page, 'refund');
    await onward(t['method.title']);

    // A mistake: the focus goes to it, and it is said.
    while ((await type(page)) !== 'submit') await press(page, 'Tab');
    await page.keyboard.press('Enter');
    await returns.hears(t['mistake.method.missing']);
    await expect.poll(() => type(page)).toBe('radio');
    await arrowTo(page, 'own');
    await onward(t['check.title']);

    await expect.poll(() => returns.element.locator('form[aria-busy="true"]').count()).toBe(0);
    const way = await tabTo(page, new RegExp(`^button ${t.back}$`));
    expect(outOfOrder(way)).toEqual([]);
    expect(way.filter(({ seen }) => !seen)).toEqual([]);
    await press(page, 'Shift+Tab');
    expect(await type(page)).toBe('submit');
    await page.keyboard.press('Enter');
    const filed = t['filed.title.requested'];
    await returns.reads(filed);
    await expect.poll(async () => (await focused(page)).name).toBe(`h2 ${filed}`);
    await returns.hears(filed);

    await tabTo(page, `button ${t['cancel.return']}`);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe(`p ${t['cancel.question.return']}`);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await focused(page)).name).toBe(`button ${t['cancel.return']}`);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe(`p ${t['cancel.question.return']}`);
    await tabTo(page, `button ${t['cancel.yes']}`);
    await page.keyboard.press('Enter');
    await returns.reads(t['filed.title.cancelled']);
    await returns.hears(t['filed.title.cancelled']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('postlude-returns');
    await expectCalm(guest);
  });
});

/** The type of what has the focus. */
function type(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return (at as HTMLInputElement | null)?.type ?? '';
  });
}

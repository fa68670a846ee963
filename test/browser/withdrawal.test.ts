import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogue as de } from '../../packages/widgets/src/locales/withdrawal/de.ts';
import { english as en } from '../../packages/widgets/src/withdrawal/withdrawal.messages.ts';
import { axeFindings } from '../support/axe.ts';
import { noteEvents } from '../support/card-driver.ts';
import type { GuestPage } from '../support/host-pages/guest-page.ts';
import { expectCalm, useWorld } from '../support/host-pages/world.ts';
import { focused, outOfOrder, press, tabTo } from '../support/keyboard.ts';

const world = useWorld();
const german = de.withdrawal;

/** Declarations the store has about a contract. */
async function declarations(contract: string) {
  const { items } = await world().backend.staff.withdrawals.list({ limit: 100 });
  return items.filter((one) => one.contract === contract);
}

let contracts = 5000;
const newContract = (): string => String(++contracts);

/** A page of the shop with the element, and a link before it that has the focus. */
async function open(
  attributes = '',
  language = 'en',
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<GuestPage> {
  const { open: openPage, script } = world();
  const guest = await openPage(
    {
      html: `lang="${language}"`,
      body: `<main><h1>Shop</h1><p><a href="#" id="before">Before</a></p><postlude-withdrawal ${attributes}></postlude-withdrawal></main>${script()}`,
    },
    async (page) => {
      await noteEvents(page);
      await before(page);
    },
  );
  await guest.page.locator('#before').focus();
  return guest;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();

async function fillIn(page: Page, contract: string, texts: typeof en | typeof german = en): Promise<void> {
  await page.getByLabel(texts.name, { exact: true }).fill('Ada Lovelace');
  await page.getByLabel(texts.contract, { exact: true }).fill(contract);
  await page.getByLabel(texts.email, { exact: true }).fill('ada@example.com');
  await page.getByRole('button', { name: texts.next }).click();
  await heading(page, texts.check);
}

describe('the withdrawal function on a shop’s page', () => {
  it('is gone through with the keyboard alone, from form to acknowledgement, and axe finds nothing', async () => {
    const contract = newContract();
    const guest = await open();
    const { page } = guest;
    await heading(page, en.function);
    const next = `button ${en.next}`;
    const stops = await tabTo(page, next);
    expect(stops.map(({ name }) => name)).toEqual([
      'input name',
      'input contract',
      'input email',
      'textarea items',
      next,
    ]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    expect(outOfOrder(stops)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);

    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe('input name');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('Ada Lovelace');
    await press(page, 'Tab');
    await page.keyboard.type(contract);
    await press(page, 'Tab');
    await page.keyboard.type('ada@example.com');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe(`h2 ${en.check}`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await declarations(contract)).toEqual([]);

    await tabTo(page, `button ${en.confirm}`);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).name).toBe(`h2 ${en.done}`);
    expect(await axeFindings(page)).toEqual([]);
    const [declared, ...more] = await declarations(contract);
    expect(more).toEqual([]);
    expect(declared).toMatchObject({
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      marks: ['no_such_order'],
    });
    await page.getByText(`Number: ${declared?.number}`).waitFor();
    expect(guest.console).toEqual([]);
    await expectCalm(guest);
  });

  it('offers the items of the order the page proves, in German', async () => {
    const { number, proof } = await world().backend.order();
    const { page } = await open(`order="${number}" proof="${proof}" name="Ada Lovelace"`, 'de');
    await heading(page, german.function);
    expect(await page.getByLabel(german.contract).inputValue()).toBe(number);
    expect(await page.getByLabel(german.name).inputValue()).toBe('Ada Lovelace');
    await page.getByLabel('2 × Linen shirt').check();
    await page.getByLabel(german.email).fill('mia@example.com');
    await page.getByRole('button', { name: german.next }).click();
    await page.getByText('2 × Linen shirt (M)').waitFor();
    await page.getByRole('button', { name: german.confirm }).click();
    await heading(page, german.done);
    await page.getByText('Eingangsbestätigung eines Widerrufs').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const [declared] = await declarations(number);
    expect(declared).toMatchObject({ items: '2 × Linen shirt (M)' });
    expect(declared?.marks).not.toContain('no_such_order');
    expect(declared?.marks).not.toContain('contact_differs');
  });

  it('tells the page that it was shown and declared, and nothing of who or what', async () => {
    const contract = newContract();
    const { page } = await open();
    await heading(page, en.function);
    await fillIn(page, contract);
    await page.getByRole('button', { name: en.confirm }).dblclick();
    await heading(page, en.done);
    const [declared, ...more] = await declarations(contract);
    expect(more).toEqual([]);
    const events = await page.evaluate(() => (window as unknown as { told: unknown[] }).told);
    expect(events).toEqual([
      expect.objectContaining({ type: 'ready' }),
      expect.objectContaining({ type: 'withdrawal-shown' }),
      expect.objectContaining({ type: 'withdrawal-declared', detail: { number: declared?.number } }),
    ]);
    for (const secret of ['Ada', 'ada@', contract]) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('declares once when the answer was lost and the shopper confirms again', async () => {
    const contract = newContract();
    let isLost = true;
    const { page } = await open('', 'en', (opened) =>
      opened.route('**/v1/withdrawals*', async (route) => {
        if (route.request().method() !== 'POST' || !isLost) return route.continue();
        await route.fetch();
        return route.abort('connectionreset');
      }),
    );
    await heading(page, en.function);
    await fillIn(page, contract);
    await page.getByRole('button', { name: en.confirm }).click();
    await page.getByText(en.kept).first().waitFor({ timeout: 60_000 });
    expect(await declarations(contract)).toHaveLength(1);
    isLost = false;
    await page.getByRole('button', { name: en.confirm }).click();
    await heading(page, en.done);
    expect(await declarations(contract)).toHaveLength(1);
  });

  it('keeps what was typed when the element is moved', async () => {
    const { page } = await open();
    await heading(page, en.function);
    await page.getByLabel(en.name, { exact: true }).fill('Ada');
    await page.evaluate(() => {
      const element = document.querySelector('postlude-withdrawal') as Element;
      const place = document.body.appendChild(document.createElement('aside'));
      element.remove();
      return new Promise<void>((resolve) => {
        setTimeout(() => {
          place.append(element);
          resolve();
        }, 100);
      });
    });
    await expect.poll(() => page.getByLabel(en.name, { exact: true }).inputValue()).toBe('Ada');
  });

  it('prints the acknowledgement alone', async () => {
    const contract = newContract();
    const { page } = await open();
    await heading(page, en.function);
    await fillIn(page, contract);
    await page.getByRole('button', { name: en.confirm }).click();
    await heading(page, en.done);
    await page.getByRole('button', { name: en.print, exact: true }).click();
    const printed = await page.evaluate(
      () => document.querySelector('iframe')?.contentDocument?.body.textContent,
    );
    expect(printed).toContain(`Contract: ${contract}`);
    expect(printed).not.toContain('Shop');
  });

  it('is not there where the store does not offer it, takes no room, and says so', async () => {
    const off = (page: Page) =>
      page.route('**/v1/withdrawal-terms*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), offered: 'off' } });
      });
    const { page } = await open('', 'en', off);
    await page.waitForFunction(() =>
      (window as unknown as { told: { type: string }[] }).told.some(({ type }) => type === 'withdrawal-off'),
    );
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector('postlude-withdrawal')?.getBoundingClientRect().height),
      )
      .toBe(0);
  });

  it('leaves the shop’s own link to the plain page where its code does not come', async () => {
    const { backend, open: openPage, script } = world();
    const link = `<a href="${backend.url}/withdraw/${backend.store}">Withdraw from contract here</a>`;
    const { page } = await openPage(
      { body: `<postlude-withdrawal>${link}</postlude-withdrawal>${script()}` },
      (opened) => opened.route(/\/withdrawal\.js/, (route) => route.abort()),
    );
    await page.waitForFunction(() => customElements.get('postlude-withdrawal'));
    await page.getByRole('link', { name: en.function }).click();
    await heading(page, en.function);
    expect(page.url()).toContain('/withdraw/');
  });
});

describe('the plain page', () => {
  const languages = [
    ['en', 'Withdraw from contract here', 'Confirm withdrawal'],
    ['de', 'Vertrag hier widerrufen', 'Widerruf bestätigen'],
    ['ar', 'الانسحاب من العقد هنا', 'تأكيد الانسحاب'],
  ] as const;

  it.each(languages)(
    'is gone through without JavaScript, by keyboard, at 320 pixels (%s)',
    async (lang, label, confirm) => {
      const { backend, browser } = world();
      const contract = newContract();
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 320, height: 640 },
      });
      try {
        const page = await context.newPage();
        await page.goto(`${backend.url}/withdraw/${backend.store}?lang=${lang}&order=${contract}`);
        await heading(page, label);
        expect(await page.locator('#contract').inputValue()).toBe(contract);
        // Nothing entered: the fields are named, and the focus of the keyboard begins at the first of them.
        await page.locator('#email').press('Enter');
        await page.locator('[aria-invalid="true"]').first().waitFor();
        await page.locator('#name').fill('Ada Lovelace');
        await page.locator('#email').fill('ada@example.com');
        await page.locator('#email').press('Enter');
        await page.getByText('Ada Lovelace').waitFor();
        expect(await declarations(contract)).toEqual([]);
        await page.getByRole('button', { name: confirm }).press('Enter');
        await page
          .getByText(/W-[0-9A-Z]{4}-[0-9A-Z]{4}/)
          .first()
          .waitFor();
        const [declared, ...more] = await declarations(contract);
        expect(more).toEqual([]);
        await page
          .getByText(declared?.number ?? 'none')
          .first()
          .waitFor();
        await page.reload();
        expect(await declarations(contract)).toHaveLength(1);
      } finally {
        await context.close();
      }
    },
  );

  it.each([
    ['light', 'en'],
    ['dark', 'de'],
    ['dark', 'ar'],
  ] as const)('has nothing axe would find in any of its steps (%s, %s)', async (colorScheme, lang) => {
    const { backend, browser } = world();
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    try {
      const page = await context.newPage();
      const address = `${backend.url}/withdraw/${backend.store}?lang=${lang}`;
      await page.goto(address);
      const found = await axeFindings(page);
      await page.locator('button').first().click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
      found.push(...(await axeFindings(page)));
      await page.locator('#name').fill('Ada Lovelace');
      await page.locator('#contract').fill(newContract());
      await page.locator('#email').fill('ada@example.com');
      await page.locator('#email').press('Enter');
      await page.locator('dl').waitFor();
      found.push(...(await axeFindings(page)));
      await page.locator('button[value=confirm]').click();
      await page.locator('pre, .receipt').first().waitFor();
      found.push(...(await axeFindings(page)));
      expect(found).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogue as ar } from '../../packages/widgets/src/locales/claims/ar.ts';
import { catalogue as de } from '../../packages/widgets/src/locales/claims/de.ts';
import { catalogue as firstAr } from '../../packages/widgets/src/locales/warranty-registration/ar.ts';
import { catalogue as firstDe } from '../../packages/widgets/src/locales/warranty-registration/de.ts';
import { axeFindings as violations } from '../support/axe.ts';
import {
  claimsPolicy,
  openWarranty,
  photo,
  press,
  reads,
  tooWide,
  warrantyTag,
} from '../support/claims-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused, outOfOrder, tabTo } from '../support/keyboard.ts';
import { useWarrantyShop } from '../support/warranty-shop.ts';

const shop = useWarrantyShop(claimsPolicy);
const element = warrantyTag;
const open = (tag: string, language?: string, width?: number) => openWarranty(shop(), tag, language, width);

/** Comes back later, and looks at the claim. */
const comeBack = async (page: Page): Promise<void> => {
  await page.reload();
  await press(page, /^Something is wrong/);
  await press(page, /^Show Claim/);
};

describe('a claim', () => {
  it('is filed, quoted, accepted, repaired and followed to the new end of the guarantee', async () => {
    const { staff } = shop().backend;
    const { tag, number } = await shop().place('lamp');
    const guest = await open(tag());
    const { page } = guest;
    await press(page, /^Something is wrong/);
    await reads(page, 'What would you like to do?');
    expect(await violations(page)).toEqual([]);
    await press(page, 'Start: Use the legal guarantee');
    await reads(page, 'What is wrong?');
    await page.getByRole('radio', { name: 'A part broke off' }).check();
    await press(page, 'Continue');
    await reads(page, 'Tell the store more');
    await press(page, 'Continue');
    await page.getByText('Please say in a few words what happens.').first().waitFor();
    await page.getByLabel('What happens, and when?').fill('The foot broke off when I lifted it.');
    await page.getByLabel('Since when?').fill(new Date().toISOString().slice(0, 10));
    await page.locator(`${element} input[type="file"]`).setInputFiles(photo);
    await page.getByText('Added').waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Continue');
    await reads(page, 'How shall it be put right?');
    await page.getByRole('radio', { name: 'Repair it' }).check();
    await page.getByRole('radio', { name: 'Workshop Hamburg' }).check();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Continue');
    await reads(page, 'Where shall it come back to?');
    const other = page.getByRole('radio', { name: 'Another address' });
    if ((await other.count()) > 0) await other.check();
    await page.getByLabel('Name').fill('Ada Beispiel');
    await page.getByLabel('Street and number').fill('Deich 7');
    await page.getByLabel('Town').fill('Hamburg');
    await page.getByLabel('Postcode').fill('20095');
    await page.getByLabel('Country').selectOption('DE');
    await press(page, 'Continue');
    await reads(page, 'Is everything right?');
    expect(await violations(page)).toEqual([]);
    await press(page, 'Send the claim');
    await reads(page, 'The store has your claim');
    expect(await violations(page)).toEqual([]);

    const { items } = await staff.claims.list({ q: number });
    const [claim] = items;
    if (!claim) throw new Error('The claim is there.');
    const id = claim.id;
    await staff.claims.approve(id, { note: 'Please send it in.' });
    await staff.claims.receive(id);
    await staff.claims.diagnose(id);
    await staff.claims.quote(id, {
      repairer: {
        name: 'Workshop Hamburg',
        address: 'Deich 2, 20095 Hamburg',
        phone: null,
        email: 'w@example.com',
      },
      defect: 'The thread of the foot is torn.',
      work: 'A new foot.',
      price: { amount: 0, currency: 'EUR' },
      priceKind: 'fixed',
      days: 7,
      handOver: 'By parcel.',
    });
    await comeBack(page);
    await reads(page, 'A quote is waiting for you');
    await page.getByText('The thread of the foot is torn.').waitFor();
    expect(await violations(page)).toEqual([]);
    await press(page, 'Accept the quote');
    await page.getByText('Have it repaired, free of charge?').waitFor();
    await press(page, 'Yes, order the repair');
    await page.getByText(/You accepted this quote on/).waitFor();

    await staff.claims.repair(id);
    await staff.claims.test(id);
    await staff.claims.ship(id, { carrier: 'DHL', trackingNumber: '00340434161094009999' });
    await comeBack(page);
    await reads(page, 'On its way to you');
    await page.getByRole('heading', { name: 'Its way to you', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await staff.claims.finish(id, { outcome: 'repaired' });
    await comeBack(page);
    await reads(page, 'All done');
    await page.getByText('Longer because of the repair').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await expectCalm(guest);
  });

  it('is found again after a reload with all that was said, and goes back to the items', async () => {
    const { tag } = await shop().place('lamp');
    const { page } = await open(tag());
    await press(page, /^Something is wrong/);
    await press(page, 'Start: Use the legal guarantee');
    await page.getByRole('radio', { name: 'It does not work' }).check();
    await press(page, 'Continue');
    await reads(page, 'Please try this first');
    await press(page, 'No, continue');
    await page.getByLabel('What happens, and when?').fill('It stays dark.');
    await expect
      .poll(() =>
        page.evaluate(() =>
          Object.values({ ...localStorage })
            .join()
            .includes('It stays dark.'),
        ),
      )
      .toBe(true);
    await page.reload();
    await press(page, /^Something is wrong/);
    await reads(page, 'Tell the store more');
    expect(await page.getByLabel('What happens, and when?').inputValue()).toBe('It stays dark.');
    for (let steps = 0; steps < 3; steps++) await press(page, 'Back');
    await press(page, 'All my items');
    await page.getByRole('button', { name: /^Something is wrong/ }).waitFor();
  });

  it('ends kindly when the first help helped, by the keyboard alone', async () => {
    const { tag } = await shop().place('lamp');
    const { page } = await open(tag());
    await page.locator(`${element} .skeleton`).waitFor({ state: 'detached' });
    const enter = async (name: string | RegExp, headline: string): Promise<void> => {
      const stops = await tabTo(page, name);
      expect(stops.filter(({ seen }) => !seen)).toEqual([]);
      expect(outOfOrder(stops)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await focused(page)).name, { timeout: 20_000 }).toBe(`h2 ${headline}`);
    };
    await enter(/^button Something is wrong/, 'What would you like to do?');
    await enter('button Start: Use the legal guarantee', 'What is wrong?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await enter('button Continue', 'Please try this first');
    await enter('button Yes, it works again', 'Good to hear');
    await tabTo(page, 'button All my items');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Something is wrong/ }).waitFor();
  });

  it.each([
    ['de', de.claims, firstDe.warrantyRegistration],
    ['ar', ar.claims, firstAr.warrantyRegistration],
  ] as const)('is filed at 320 pixels in another language (%s)', async (language, texts, first) => {
    const { tag } = await shop().place('lamp');
    const { page } = await open(tag(), language, 320);
    const calm = async (): Promise<void> => {
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
    };
    const title = first.wrong;
    await page.locator(element).getByText(title).first().click();
    await reads(page, texts['doors.title']);
    await calm();
    await page.locator(`${element} .best-door button`).click();
    await reads(page, texts['symptom.title']);
    await calm();
    await page.locator(`${element} input[type="radio"]`).first().check();
    await press(page, texts.next);
    await reads(page, texts['help.title']);
    await calm();
    await press(page, texts['help.no']);
    await page.getByLabel(texts.description).fill('Seit gestern dunkel.');
    await page.getByLabel(texts.since).fill(new Date().toISOString().slice(0, 10));
    await calm();
    await press(page, texts.next);
    await reads(page, texts['solution.title']);
    await page.getByRole('radio', { name: texts['resolution.refund'] }).check();
    await calm();
    await press(page, texts.next);
    await reads(page, texts['check.title']);
    await calm();
    await press(page, texts.confirm);
    await reads(page, texts['claim.title.received']);
    await calm();
  });
});

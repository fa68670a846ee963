import type { RecallInput } from '@postlude/contract';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { catalogue as ar } from '../../packages/widgets/src/locales/recalls/ar.ts';
import { catalogue as de } from '../../packages/widgets/src/locales/recalls/de.ts';
import { axeFindings as violations } from '../support/axe.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { focused } from '../support/keyboard.ts';
import { shiftsOf, watchShifts } from '../support/layout-shifts.ts';
import { useWarrantyShop } from '../support/warranty-shop.ts';

const shop = useWarrantyShop();
let published = 0;

/** A recall of everything of one product. */
const recallOf = (productId: string): RecallInput => ({
  reference: `RC-${++published}`,
  scope: { productIds: [productId], unknownSerials: true },
  product: { en: `Kontor ${productId}, all batches`, de: `Kontor ${productId}, alle Chargen` },
  hazard: { en: 'It can give an electric shock.', de: 'Es kann einen Stromschlag geben.' },
  action: { en: 'Stop using it at once.', de: 'Benutzen Sie es sofort nicht mehr.' },
  remedies: [{ kind: 'replacement' }, { kind: 'refund' }],
  contact: { phone: '+49 800 123456', email: 'safety@example.com', url: null },
});

const tags = ['postlude-order-tracking', 'postlude-warranty-registration'] as const;
const others = ['postlude-returns', 'postlude-withdrawal'] as const;

/** A page with the tracking card and the registrations of an order. */
async function open(order: { tag(): string }, language = 'en', width = 1024) {
  const registration = order.tag();
  const tracking = registration.replaceAll('postlude-warranty-registration', 'postlude-order-tracking');
  return await shop().open(
    {
      html: `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`,
      body: `<main><h1>Shop</h1><p><a href="#" id="before">Before</a></p>${tracking}${registration}</main>${shop().script()}`,
    },
    (page) => page.setViewportSize({ width, height: 900 }),
  );
}

const notice = (page: Page, tag: string) => page.locator(`${tag} [part~="recall"]`);
const line = (page: Page, tag: string) => page.locator(`${tag} [part~="recall-line"]`);

describe('a recall', () => {
  it('stands above everything in every widget of the order, is read once, and is a calm line from then on', async () => {
    const order = await shop().place('lamp');
    const other = await shop().place('mug');
    await shop().backend.staff.recalls.publish(recallOf('lamp'));
    const guest = await open(order);
    const { page } = guest;
    for (const tag of tags) {
      await notice(page, tag).waitFor({ timeout: 20_000 });
      const top = (one: string) =>
        page
          .locator(`${tag} ${one}`)
          .first()
          .evaluate((part) => part.getBoundingClientRect().top);
      await page.locator(`${tag} [part~="card"]`).first().waitFor();
      expect(await top('[part~="recall"]')).toBeLessThan(await top('[part~="card"]'));
      expect(await notice(page, tag).getByRole('heading').textContent()).toBe('Product safety recall');
    }
    expect(await violations(page)).toEqual([]);

    await notice(page, tags[0]).getByRole('button', { name: 'I have read this' }).focus();
    await page.keyboard.press('Enter');
    for (const tag of tags) {
      await line(page, tag).waitFor();
      expect(await notice(page, tag).count()).toBe(0);
    }
    expect((await focused(page)).name).toMatch(/^button Show the safety recall/);
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press('Enter');
    await notice(page, tags[0]).getByRole('button', { name: 'Money back' }).click();
    await line(page, tags[1]).getByText('You chose: Money back').waitFor();
    await page.reload();
    for (const tag of tags) {
      await line(page, tag).getByText('You chose: Money back').waitFor();
      expect(await notice(page, tag).count()).toBe(0);
    }
    await expectCalm(guest);

    const spared = await open(other);
    await spared.page.locator(`${tags[1]} [part~="card"]`).first().waitFor();
    expect(await notice(spared.page, tags[1]).count()).toBe(0);
  });

  it.each([
    ['de', de.recalls],
    ['ar', ar.recalls],
  ] as const)('is told at 320 pixels in another language (%s)', async (language, texts) => {
    const order = await shop().place('mug');
    await shop().backend.staff.recalls.publish(recallOf('mug'));
    const { page } = await open(order, language, 320);
    await notice(page, tags[0]).first().waitFor({ timeout: 20_000 });
    expect(await notice(page, tags[0]).first().getByRole('heading').textContent()).toBe(texts.headline);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await violations(page)).toEqual([]);
  });

  it('does not push down what stands in its widget while it comes', async () => {
    const order = await shop().place('chair');
    await shop().backend.staff.recalls.publish(recallOf('chair'));
    for (const [tag, width] of tags.flatMap((tag) => [320, 1280].map((width) => [tag, width] as const))) {
      const element = order.tag().replaceAll(tags[1], tag);
      const { page } = await shop().open(
        {
          head: `<style>${shop().manifest.reserveCss}</style>`,
          body: `<main>${element}</main>${shop().script()}`,
        },
        async (page) => {
          await page.setViewportSize({ width, height: 900 });
          await watchShifts(page);
        },
      );
      await notice(page, tag).waitFor({ timeout: 20_000 });
      await page.locator(`${tag} [part~="card"] [part~="headline"]`).first().waitFor();
      expect(await shiftsOf(page), `${tag}, ${width} px`).toEqual([]);
    }
  });

  it('that is published while the page is open stands there with the next refresh', async () => {
    const order = await shop().place('shelf');
    const { page } = await open(order);
    for (const tag of tags) await page.locator(`${tag} [part~="card"] [part~="headline"]`).first().waitFor();
    await shop().backend.staff.recalls.publish(recallOf('shelf'));
    for (const tag of tags) {
      expect(await notice(page, tag).count()).toBe(0);
      await page.locator(tag).evaluate((element) => (element as unknown as { refresh(): void }).refresh());
      await notice(page, tag).waitFor();
    }
  });

  it.each(others)('stands above %s of the order too', async (tag) => {
    const order = await shop().place('shelf');
    await shop().backend.staff.recalls.publish(recallOf('shelf'));
    const element = order.tag().replaceAll(tags[1], tag);
    const { page } = await shop().open({ body: `<main>${element}</main>${shop().script()}` });
    await notice(page, tag).first().waitFor({ timeout: 20_000 });
    const top = (part: string) =>
      page
        .locator(`${tag} [part~="${part}"]`)
        .first()
        .evaluate((one) => one.getBoundingClientRect().top);
    await page.locator(`${tag} [part~="card"]`).first().waitFor();
    expect(await top('recall')).toBeLessThan(await top('card'));
  });
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { jpeg } from '../../packages/server/src/testing/pictures.ts';
import { catalogue as ar } from '../../packages/widgets/src/locales/ar.ts';
import { catalogue as de } from '../../packages/widgets/src/locales/de.ts';
import { english as session } from '../../packages/widgets/src/order-session/order-session.messages.ts';
import { english as tracking } from '../../packages/widgets/src/order-tracking/order-tracking.messages.ts';
import { english as first } from '../../packages/widgets/src/returns/returns.messages.ts';
import { english as later } from '../../packages/widgets/src/returns/returns-steps.messages.ts';
import { axeFindings } from '../support/axe.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { misfits } from '../support/reflow.ts';
import { returnsOn } from '../support/returns-driver.ts';
import { useReturnsShop } from '../support/returns-shop.ts';
import { trackingNumber } from '../support/shop-messages.ts';
import { tooSmallTargets } from '../support/targets.ts';
import { englishAmong, wordsShown } from '../support/words-shown.ts';

const shop = useReturnsShop();
const host = 'main postlude-returns';
const english = { ...session, ...tracking, ...first, ...later };
const textsOf = (language: typeof de) => ({
  ...english,
  ...language.orderSession,
  ...language.orderTracking,
  ...language.returns,
  ...language.returnsSteps,
});

/** The languages, and by which way things go back in each, so that every way's last screens are looked at. */
const walks = [
  { lang: 'en', direction: 'ltr', texts: english, method: 'code' },
  { lang: 'de', direction: 'ltr', texts: textsOf(de), method: 'own' },
  { lang: 'ar', direction: 'rtl', texts: textsOf(ar), method: 'label' },
] as const;

/** Screens by their size in CSS pixels. */
const screens = {
  '280 pixels': { width: 280, height: 653 },
  '320 pixels': { width: 320, height: 640 },
  '1280 pixels zoomed to 400 %': { width: 320, height: 256 },
  'a tablet': { width: 1024, height: 768 },
} as const;

/** What the shop and its carriers are called, which is the same in every language. */
const names =
  /Oak tray|Stoneware mug|Desk lamp|Blue|Red|Gold|Plain|White|Grey|Kontor Nord|Deich 1|Hamburg|DHL|JJD\d+|R-?\d[\w-]*|IMG[\w ]*\.jpg|EUR|MB|PDF|JPEG|PNG|HEIC|QR|THANKS-\w+|RET[\w-]*/g;

/** What is wrong with the card on any screen, and in its words. */
async function look(page: Page, { lang, texts }: (typeof walks)[number]): Promise<string[]> {
  const found: string[] = [];
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport);
    // The first frame lays it out anew, the second has drawn what follows from that.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    });
    const here = await page.evaluate(misfits, host);
    if (viewport.height > 600) here.push(...(await page.evaluate(tooSmallTargets, { host, least: 44 })));
    found.push(...here.map((finding) => `${screen}: ${finding}`));
  }
  found.push(...(await axeFindings(page)));
  if (lang === 'en') return found;
  const shown = await page.evaluate(wordsShown, host);
  found.push(...englishAmong(shown, english, texts).map((text) => `English: ${text}`));
  if (lang !== 'ar') return found;
  const latin = shown.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(names, '')));
  return [...found, ...latin.map((text) => `Latin: ${text}`)];
}

it.each(walks)(
  'every step of a return fits, is large enough to press, has nothing axe would find, and speaks one language ($lang)',
  async (walk) => {
    const { lang, direction, texts, method } = walk;
    const { open, script, place, backend, scanned } = shop();
    const order = await place();
    const guest = await open(
      {
        html: `lang="${lang}" dir="${direction}"`,
        head: script(),
        body: `<main><h1>Vesperine</h1>${order.tag()}</main>`,
      },
      (page) => page.emulateMedia({ reducedMotion: 'reduce' }),
    );
    const { page } = guest;
    const returns = returnsOn(page);
    const seen: Record<string, string[]> = {};
    const at = async (step: string) => {
      seen[step] = await look(page, walk);
    };
    const photo = { name: 'IMG 0815.jpg', mimeType: 'image/jpeg', buffer: await jpeg(640, 480) };
    await returns.walk(
      {
        things: {
          'Oak tray': {
            reason: 'damaged_or_defective',
            note: '—',
            photos: [photo],
            resolution: 'store_credit',
          },
          'Stoneware mug': {
            units: 2,
            reason: 'size.too_small',
            resolution: 'exchange',
            variant: 'mug-gold',
          },
        },
        method,
      },
      at,
    );
    expect(await returns.card.evaluate((card) => getComputedStyle(card).direction)).toBe(direction);
    await returns.confirm();
    await at('requested');

    const { staff } = backend;
    const { return: filed } = await order.filed();
    const staffDo = async (name: string, done: Promise<unknown>) => {
      await done;
      await returns.refresh();
      await returns.reads(texts[`filed.title.${name}` as keyof typeof texts] as string);
      await at(name);
    };
    await staffDo('approved', staff.returns.approve(filed.id));
    if (method === 'own') {
      const number = 80_001;
      const parcel = returns.element.locator('[part="next"]');
      await parcel.locator('input').first().fill(trackingNumber(number));
      await parcel.locator('input').nth(1).fill('DHL');
      await parcel.locator('button[type="submit"]').click();
      await returns.hears(texts.parcel_told);
      await at('parcel told');
      await staffDo('shipped', scanned(number, 'InTransit', 3));
    }
    const items = filed.items.map(({ id, quantity }) => ({
      returnItemId: id,
      quantity,
      grade: 'a' as const,
    }));
    await staffDo('received', staff.returns.receive(filed.id, { items }));
    await staffDo('refunded', staff.returns.refund(filed.id, { creditCode: 'THANKS-4928' }));

    expect(Object.keys(seen).length).toBeGreaterThanOrEqual(9);
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((step) => [step, []])));
    await expectCalm(guest);
  },
);

it('these looks find what is too small, sticks out, has no name, or is in another language', async () => {
  const { open, script, place } = shop();
  const order = await place();
  const { page } = await open({ head: script(), body: `<main><h1>Vesperine</h1>${order.tag()}</main>` });
  await returnsOn(page).shown();
  await page.evaluate((selector) => {
    const root = document.querySelector(selector)?.shadowRoot;
    const style = document.createElement('style');
    style.textContent =
      '.headline { inline-size: 700px !important } .button { min-block-size: 0 !important; block-size: 20px !important }';
    root?.append(style);
    root?.querySelector('.card')?.append(document.createElement('button'));
  }, host);
  const found = (await look(page, walks[1])).join('\n');
  for (const finding of [
    'sticks out of the card',
    'the page scrolls',
    / × \d+$/m,
    'button-name',
    'English: What would you like to send back?',
  ])
    expect(found).toMatch(finding);
});

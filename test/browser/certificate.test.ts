import type { PassportList, Session } from '@postlude/contract';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { useWarrantyShop } from '../support/warranty-shop.ts';

const shop = useWarrantyShop();
const opened: Awaited<ReturnType<Browser['newContext']>>[] = [];
let certificate = { code: '', address: '', registrationId: '' };

beforeAll(async () => {
  certificate = await register();
});
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close();
});

/** Registers a mug, and says where its certificate is checked. */
async function register() {
  const order = await shop().place('mug');
  const { url, store } = shop().backend;
  const send = async <T>(method: string, path: string, json?: object, token?: string): Promise<T> => {
    const answer = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(json ? { body: JSON.stringify(json) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const lookup = { by: 'lookup', order: order.number, contact: order.email };
  const { token } = await send<Session>('POST', `/v1/sessions?store=${store}`, lookup);
  const path = `/v1/orders/${order.id}`;
  const { items } = await send<PassportList>('GET', `${path}/passports`, undefined, token);
  const registered = await send<PassportList>(
    'POST',
    `${path}/registrations`,
    {
      items: items.map(({ passport }) => ({ passportId: passport.id })),
      consents: { safety: false, marketing: false },
    },
    token,
  );
  const passport = registered.items[0]?.passport;
  if (!passport?.registration || !passport.checkUrl) throw new Error('The mug is registered.');
  const { code, id } = passport.registration;
  return { code, address: passport.checkUrl, registrationId: id };
}

interface Reader {
  readonly width?: number;
  readonly dark?: boolean;
  /** Lets a script in, which the page itself does not: for axe. */
  readonly examined?: boolean;
}

/** A page of a fresh profile, and what its console complains of. */
async function reader({ width = 1280, dark = false, examined = false }: Reader = {}) {
  const context = await shop().browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    bypassCSP: examined,
  });
  opened.push(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

const verdict = (page: Page) => page.locator('.verdict').textContent();
const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('the page that checks a certificate', () => {
  it.each([
    ['en', 320, true, 'This certificate is genuine.', 'There is no certificate with this code.'],
    ['de', 1280, true, 'Dieses Zertifikat ist echt.', 'Ein Zertifikat mit diesem Code gibt es nicht.'],
    ['de', 320, false, 'Dieses Zertifikat ist echt.', 'Ein Zertifikat mit diesem Code gibt es nicht.'],
    ['ar', 280, false, 'هذه الشهادة أصلية.', 'لا توجد شهادة بهذا الرمز.'],
  ])(
    'fits and reads well in %s at %i pixels (dark: %s), genuine and forged',
    async (language, width, dark, genuine, forged) => {
      const { page } = await reader({ width, dark, examined: true });
      await page.goto(`${certificate.address}?lang=${language}`);
      expect(await verdict(page)).toBe(genuine);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await wider(page)).toBeLessThanOrEqual(0);
      expect(await axeFindings(page)).toEqual([]);

      const answer = await page.goto(
        `${certificate.address.replace(certificate.code, '2222-2222-2222')}?lang=${language}`,
      );
      expect(answer?.status()).toBe(404);
      expect(await verdict(page)).toContain(forged);
      expect(await page.locator('dd').allTextContents()).toEqual(['2222-2222-2222']);
      expect(await wider(page)).toBeLessThanOrEqual(0);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  it('finds a code that was copied by hand, and nothing for one with a sign too few or a sign that is in no code', async () => {
    const { page } = await reader();
    const to = (code: string) => certificate.address.replace(certificate.code, encodeURIComponent(code));
    for (const typed of [certificate.code.toLowerCase(), certificate.code.replaceAll('-', ' ')]) {
      await page.goto(`${to(typed)}?lang=en`);
      expect(await verdict(page)).toBe('This certificate is genuine.');
      expect(await page.locator('dd').allTextContents()).toContain(certificate.code);
    }
    for (const wrong of [certificate.code.slice(0, -1), `${certificate.code.slice(0, -1)}0`, '<img src=x>']) {
      await page.goto(`${to(wrong)}?lang=en`);
      expect(await verdict(page)).toContain('There is no certificate with this code.');
      expect(await page.locator('dd').allTextContents()).toEqual([wrong]);
      expect(await page.locator('img').count()).toBe(0);
    }
  });

  it('has its style under its own policy, is gone through with the keyboard and changes its language', async () => {
    const { page, complaints } = await reader();
    await page.goto(`${certificate.address}?lang=en`);
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe('640px');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/lang=de/);
    expect(await verdict(page)).toBe('Dieses Zertifikat ist echt.');
    expect(complaints).toEqual([]);
  });

  it('warns of a recall first, and says when the store ended the registration', async () => {
    const { staff } = shop().backend;
    const mine = await register();
    const { id } = await staff.recalls.publish({
      reference: 'RC-certificate',
      scope: { productIds: ['mug'] },
      product: { en: 'Stoneware mug' },
      hazard: { en: 'The handle can break off.' },
      action: { en: 'Stop using it at once.' },
      remedies: [{ kind: 'refund' }],
      contact: { phone: null, email: 'safety@example.com', url: null },
    });
    const { page } = await reader({ width: 320, examined: true });
    await page.goto(`${mine.address}?lang=en`);
    const recall = page.getByRole('note');
    expect(await recall.getByRole('heading').textContent()).toBe('Product safety recall');
    const top = async (what: ReturnType<Page['locator']>) => (await what.boundingBox())?.y ?? Number.NaN;
    expect(await top(recall)).toBeLessThan(await top(page.locator('.verdict')));
    expect(await axeFindings(page)).toEqual([]);

    await staff.recalls.end(id);
    await staff.registrations.void(mine.registrationId, { code: 'duplicate' });
    await page.reload();
    expect(await recall.count()).toBe(0);
    expect(await verdict(page)).toContain('ended by the store');
    expect(await axeFindings(page)).toEqual([]);
  });
});

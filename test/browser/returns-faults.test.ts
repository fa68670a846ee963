import type { BrowserContext, Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jpeg } from '../../packages/server/src/testing/pictures.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { type ReturnsDriver, returnsOn, type Wishes } from '../support/returns-driver.ts';
import { journeyPolicy, type ReturnableOrder, useReturnsShop } from '../support/returns-shop.ts';

const shop = useReturnsShop();
const tray = 'Oak tray';
const mug = 'Stoneware mug';
const wishes: Wishes = {
  things: {
    [tray]: { reason: 'damaged_or_defective', note: 'A crack along the rim.', resolution: 'store_credit' },
    [mug]: { units: 2, reason: 'size.too_big', resolution: 'exchange', variant: 'mug-red' },
  },
  method: 'points',
  place: 'station',
};

/** Opens the page of a new order. */
async function visit(
  before?: (page: Page, context: BrowserContext) => Promise<unknown>,
  { attributes = '', headers = {}, script = 'async' } = {},
) {
  const at = shop();
  const order = await at.place();
  const guest = await at.open(
    { headers, head: at.script(script), body: `<h1>Returns</h1><main>${order.tag(attributes)}</main>` },
    before,
  );
  return { ...guest, guest, order, returns: returnsOn(guest.page) };
}

const filedOf = async ({ number }: ReturnableOrder) => (await shop().returnsOf(number)).length;

/** Everything chosen and typed on the step that is on screen. */
const chosen = ({ element }: ReturnsDriver) =>
  element.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])]
      .filter(({ type }) => type !== 'file')
      .map(({ type, value, checked }) => (/radio|checkbox/.test(type) ? `${value} ${checked}` : value)),
  );

/** Waits until the browser keeps what was typed, up to this step. */
const keptAt = (page: Page, step: string) =>
  expect
    .poll(() => page.evaluate(() => Object.values({ ...localStorage }).join()))
    .toContain(`"step":"${step}"`);

describe('one return is filed', () => {
  it('by a double click, and by three more presses', async () => {
    const { returns, order, guest } = await visit();
    await returns.walk(wishes);
    await returns.onward.dblclick();
    await returns.element.locator('article.filed').waitFor();
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('by two tabs that file the same at once, and both show it', async () => {
    const { returns, order, context, page, guest } = await visit();
    await returns.walk(wishes);
    await keptAt(page, 'check');
    const tab = await context.newPage();
    await tab.goto(page.url());
    const other = returnsOn(tab);
    // The second tab goes on where the first one is.
    await other.reads('Is everything right?');
    await expect.poll(() => other.element.locator('form[aria-busy="true"]').count()).toBe(0);
    // A tab behind another one takes its time to be pressed by a driver; both are to be at once.
    const press = ({ onward }: ReturnsDriver) => onward.evaluate((button: HTMLElement) => button.click());
    await Promise.all([press(returns), press(other)]);
    for (const one of [returns, other])
      await one.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('when the connection is lost after the server took it', async () => {
    const { returns, order, page, guest } = await visit();
    await returns.walk(wishes);
    let lost = 0;
    await page.route(/\/returns\?/, async (route) => {
      if (lost++ > 0) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await returns.onward.click();
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(lost).toBeGreaterThan(1);
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('when the page is reloaded while it is being filed', async () => {
    const { returns, order, page, guest } = await visit();
    await returns.walk(wishes);
    let taken: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      taken = resolve;
    });
    let tries = 0;
    await page.route(/\/returns\?/, async (route) => {
      if (tries++ > 0) return await route.continue();
      await route.fetch();
      taken();
      // The answer never comes.
      return await new Promise(() => {});
    });
    await returns.onward.click();
    await arrived;
    await page.reload();
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('when the network comes back, by itself', async () => {
    const { returns, order, context, guest } = await visit();
    await returns.walk(wishes);
    await context.setOffline(true);
    await returns.card.getByText('You are offline.').first().waitFor();
    await returns.onward.click();
    expect(await filedOf(order)).toBe(0);
    await context.setOffline(false);
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });
});

describe('nothing typed is lost', () => {
  it('by a reload on any step, and Back leads through all of them', async () => {
    const { returns, page, guest } = await visit();
    const titles: string[] = [];
    await returns.walk(wishes, async () => {
      const title = (await returns.headline.textContent()) ?? '';
      const before = await chosen(returns);
      titles.push(title);
      await page.reload();
      await returns.reads(title);
      await expect.poll(() => chosen(returns)).toEqual(before);
      await expect.poll(() => returns.element.locator('.sum-bar, form[aria-busy="true"]').count()).toBe(0);
    });
    expect(titles).toHaveLength(5);
    for (const title of titles.slice(0, -1).reverse()) {
      await returns.element.getByRole('button', { name: 'Back', exact: true }).click();
      await returns.reads(title);
    }
    await expectCalm(guest);
  });

  it('by a reload where the browser keeps nothing: the server does', async () => {
    let kept = 0;
    const { returns, page, guest } = await visit(async (page) => {
      page.on('response', (answer) => {
        if (answer.request().method() === 'PUT' && answer.ok()) kept++;
      });
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('No.', 'SecurityError');
            },
          });
        }
      });
    });
    await returns.walk(wishes, async (step) => {
      if (step !== 'reasons' && step !== 'check') return;
      const title = (await returns.headline.textContent()) ?? '';
      const before = await chosen(returns);
      // It goes over the network when the shopper rests.
      const earlier = kept;
      await expect.poll(() => kept, { timeout: 20_000 }).toBeGreaterThan(earlier);
      await page.reload();
      await returns.reads(title);
      await expect.poll(() => chosen(returns)).toEqual(before);
      await expect.poll(() => returns.element.locator('.sum-bar, form[aria-busy="true"]').count()).toBe(0);
    });
    await returns.confirm();
    await page.reload();
    await returns.reads('What would you like to send back?');
    await expectCalm(guest);
  });

  it('by a session that ended meanwhile: another is opened by the proof, without a word', async () => {
    const { returns, order, page, guest } = await visit();
    const ended = new Set<string>();
    /** Each address is called once with a token of yesterday. */
    const once = (route: Route) => {
      const name = new URL(route.request().url()).pathname.replace(/.*\//, '');
      if (ended.has(name)) return route.continue();
      ended.add(name);
      return route.continue({
        headers: { ...route.request().headers(), authorization: 'Bearer of-yesterday' },
      });
    };
    await page.route(/\/return-quotes\?|\/returns\?/, once);
    await returns.walk(wishes);
    await returns.confirm();
    expect([...ended]).toEqual(['return-quotes', 'returns']);
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('by a photo that does not get through: it is tried again', async () => {
    const { returns, page, order } = await visit();
    let tries = 0;
    await page.route(/\/uploads\b/, (route) => (tries++ < 6 ? route.abort() : route.continue()));
    await returns.pick(tray);
    await returns.advance();
    await returns.explain(tray, { reason: 'damaged_or_defective' });
    const files = returns.element.locator('input[type="file"]');
    await files.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpeg(200, 100) });
    const photo = returns.element.locator('[part="photo"]');
    await photo.getByText('Not sent: no connection.').waitFor({ timeout: 30_000 });
    await page.unroute(/\/uploads\b/);
    await photo.getByRole('button', { name: 'Try again: photo 1' }).click();
    await returns.element.locator('[part="photo"].kept').waitFor();
    await files.setInputFiles({
      name: 'b.heic',
      mimeType: 'image/heic',
      buffer: Buffer.from('not a picture'),
    });
    await returns.element.locator('[part="photo"].failed').waitFor();
    await photo
      .nth(1)
      .getByRole('button', { name: /Remove/ })
      .click();
    expect(await photo.count()).toBe(1);
    await returns.advance();
    await returns.resolve(tray, { resolution: 'refund' });
    await returns.advance();
    await returns.send('own');
    await returns.advance();
    await expect.poll(() => returns.element.locator('form[aria-busy="true"]').count()).toBe(0);
    await returns.confirm();
    expect((await order.filed()).return.items[0]?.uploads).toHaveLength(1);
  });

  it('by a sum that changed meanwhile: the new one is shown and confirmed', async () => {
    const { returns, order } = await visit();
    const { staff } = shop().backend;
    await returns.walk({
      things: { [tray]: { reason: 'style', resolution: 'refund' } },
      method: 'own',
    });
    const table = returns.element.locator('[part="breakdown"]');
    expect(await table.textContent()).toContain('You get back€39.90');
    const fees = [{ id: 'new', kind: 'flat', value: 200 }] as const;
    await staff.returnPolicy.put({ ...journeyPolicy, fees: [...fees] });
    await returns.onward.click();
    const changed = 'The sum has changed in the meantime. Please look at the new one and confirm again.';
    await returns.card.getByText(changed).first().waitFor();
    await returns.hears(changed);
    await expect.poll(() => table.textContent()).toContain('You get back€37.90');
    expect(await filedOf(order)).toBe(0);
    await expect.poll(() => returns.element.locator('form[aria-busy="true"]').count()).toBe(0);
    await returns.confirm();
    expect((await order.filed()).return.settlement?.refund.amount).toBe(3790);
    await staff.returnPolicy.put(journeyPolicy);
  });

  it('by moving the element, nor by taking it out and putting it back', async () => {
    const { returns, page, guest } = await visit();
    await returns.walk(wishes, async (step) => {
      if (step !== 'reasons' && step !== 'check') return;
      const title = (await returns.headline.textContent()) ?? '';
      const before = await chosen(returns);
      await page.evaluate(() => {
        const element = document.querySelector('postlude-returns');
        if (element) document.body.append(element);
      });
      await returns.reads(title);
      expect(await chosen(returns)).toEqual(before);
      await page.evaluate(async () => {
        const element = document.querySelector('postlude-returns');
        element?.remove();
        await fetch(location.href);
        if (element) document.querySelector('main')?.append(element);
      });
      await returns.reads(title);
      await expect.poll(() => chosen(returns)).toEqual(before);
      await expect.poll(() => returns.element.locator('.sum-bar, form[aria-busy="true"]').count()).toBe(0);
    });
    await returns.confirm();
    await expectCalm(guest);
  });
});

describe('as a guest', () => {
  const policies = (backend: string) => ({
    'the host is allowed': `default-src 'none'; script-src ${backend}; connect-src ${backend}; img-src 'self'`,
    'the tag has a nonce': `default-src 'none'; script-src 'nonce-abc'; connect-src ${backend}; img-src 'self'`,
    'Trusted Types are required, and none may be made': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${backend}; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
  });
  for (const name of Object.keys(policies('')) as (keyof ReturnType<typeof policies>)[]) {
    it(`under the strictest policy no rule is broken from the first step to the code to show, when ${name}`, async () => {
      const at = shop();
      const { returns, order, guest } = await visit(undefined, {
        headers: { 'content-security-policy': `${policies(at.backend.url)[name]}; report-uri /reports` },
        attributes: 'lang="en"',
        script: 'async nonce="abc"',
      });
      const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpeg(300, 200) };
      await returns.walk({
        things: {
          [tray]: { reason: 'damaged_or_defective', photos: [photo], resolution: 'refund' },
          [mug]: { reason: 'style', resolution: 'exchange', variant: 'mug-gold' },
        },
        method: 'code',
      });
      await returns.confirm();
      const { return: filed } = await order.filed();
      await at.backend.staff.returns.approve(filed.id);
      await returns.refresh();
      await returns.element.locator('[part="qr"] path').waitFor();
      expect(await returns.card.evaluate((card) => getComputedStyle(card).borderTopStyle)).toBe('solid');
      await expectCalm(guest);
      expect(at.shop.reports).toEqual([]);
    });
  }

  it('two elements for two orders on one page know nothing of each other', async () => {
    const at = shop();
    const [one, two] = [await at.place(), await at.place()];
    const guest = await at.open({
      head: at.script(),
      body: `<div id="one">${one.tag()}</div><div id="two">${two.tag()}</div>`,
    });
    const first = returnsOn(guest.page, guest.page.locator('#one postlude-returns'));
    const second = returnsOn(guest.page, guest.page.locator('#two postlude-returns'));
    await first.walk(wishes);
    await second.shown();
    expect(await second.element.locator('input:checked').count()).toBe(0);
    await second.walk({ things: { 'Desk lamp': { reason: 'style', resolution: 'refund' } }, method: 'own' });
    await first.confirm();
    await second.reads('Is everything right?');
    await second.confirm();
    expect((await one.filed()).return.items).toHaveLength(2);
    expect((await two.filed()).return.items.map(({ title }) => title)).toEqual(['Desk lamp']);
    await expectCalm(guest);
  });

  it.each([320, 768, 1280])(
    'what stands below it moves hardly when it appears, %i px wide',
    async (width) => {
      const at = shop();
      const order = await at.place();
      const { page } = await at.open(
        {
          head: `<style>${at.manifest.reserveCss}</style>${at.script()}`,
          body: `<h1>Returns</h1>${order.tag()}<footer style="height: 900px"><p>Below</p></footer>`,
        },
        async (page) => {
          await page.setViewportSize({ width, height: 900 });
          await page.addInitScript(() => {
            Object.assign(window, { shifted: 0 });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                (window as unknown as { shifted: number }).shifted += (
                  entry as unknown as { value: number }
                ).value;
            }).observe({ type: 'layout-shift', buffered: true });
          });
        },
      );
      const returns = returnsOn(page);
      await returns.shown();
      // What stands beside the things comes last.
      await returns.element
        .getByRole('button', { name: 'Something wrong with the delivery?' })
        .first()
        .waitFor();
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      // What Web Vitals call good.
      expect(await page.evaluate('window.shifted')).toBeLessThan(0.1);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { jpeg } from '../../packages/server/src/testing/pictures.ts';
import { cards, expectCalm } from '../support/host-pages/world.ts';
import { returnsOn } from '../support/returns-driver.ts';
import { useReturnsShop } from '../support/returns-shop.ts';
import { mug, tray, visitReturns, wishes } from '../support/returns-visit.ts';

const shop = useReturnsShop();

describe('as a guest', () => {
  const policies = (backend: string) => ({
    'the host is allowed': `default-src 'none'; script-src ${backend}; connect-src ${backend}; img-src 'self'`,
    'the tag has a nonce': `default-src 'none'; script-src 'nonce-abc'; connect-src ${backend}; img-src 'self'`,
    'Trusted Types are required, and none may be made': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${backend}; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
  });
  for (const name of Object.keys(policies('')) as (keyof ReturnType<typeof policies>)[]) {
    it(`under the strictest policy no rule is broken from the first step to the code to show, when ${name}`, async () => {
      const at = shop();
      const { returns, order, guest } = await visitReturns(shop(), undefined, {
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

  it('one lookup opens every element that is about the same order or asks which, and no other', async () => {
    const at = shop();
    const [order, other] = [await at.place(), await at.place()];
    const guest = await at.open({
      head: at.script(),
      body:
        '<postlude-order-tracking></postlude-order-tracking>' +
        `<postlude-returns id="same" loading="eager" order="#${order.number}"></postlude-returns>` +
        `<postlude-returns id="other" loading="eager" order="${other.number}"></postlude-returns>`,
    });
    const { page } = guest;
    const [same, third] = ['#same', '#other'].map((id) => returnsOn(page, page.locator(id)));
    await same?.reads('Send something back');
    await third?.reads('Send something back');
    const inputs = page.locator('postlude-order-tracking input');
    await inputs.nth(0).fill(order.number);
    await inputs.nth(1).fill(`buyer-${order.number}@example.com`);
    await page.getByRole('button', { name: 'Find my order' }).first().click();
    await cards(page);
    await same?.shown();
    await third?.reads('Send something back');
    // One that comes later asks no more either.
    await page.evaluate(() =>
      document.body.insertAdjacentHTML(
        'beforeend',
        '<postlude-returns id="later" loading="eager"></postlude-returns>',
      ),
    );
    await returnsOn(page, page.locator('#later')).shown();
    await expectCalm(guest);
  });

  it.each([320, 768, 1280])(
    'what stands below it does not move when it appears, %i px wide',
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
      expect(await page.evaluate('window.shifted')).toBe(0);
    },
  );
});

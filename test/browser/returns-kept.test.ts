import { createClient } from '@postlude/client';
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jpeg } from '../../packages/server/src/testing/pictures.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { journeyPolicy, type ReturnableOrder, useReturnsShop } from '../support/returns-shop.ts';
import { chosenOn, tray, visitReturns, wishes, withoutStorage } from '../support/returns-visit.ts';

const shop = useReturnsShop();

const filedOf = async ({ number }: ReturnableOrder) => (await shop().returnsOf(number)).length;

describe('nothing typed is lost', () => {
  it('by a reload on any step, and Back leads through all of them', async () => {
    const { returns, page, guest } = await visitReturns(shop());
    const titles: string[] = [];
    await returns.walk(wishes, async () => {
      const title = (await returns.headline.textContent()) ?? '';
      const before = await chosenOn(returns);
      titles.push(title);
      await page.reload();
      await returns.reads(title);
      await expect.poll(() => chosenOn(returns)).toEqual(before);
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
    const { returns, page, guest } = await visitReturns(shop(), async (page) => {
      page.on('response', (answer) => {
        if (answer.request().method() === 'PUT' && answer.ok()) kept++;
      });
      await withoutStorage(page);
    });
    await returns.walk(wishes, async (step) => {
      if (step !== 'reasons' && step !== 'check') return;
      const title = (await returns.headline.textContent()) ?? '';
      const before = await chosenOn(returns);
      // It goes over the network when the shopper rests.
      const earlier = kept;
      await expect.poll(() => kept, { timeout: 20_000 }).toBeGreaterThan(earlier);
      await page.reload();
      await returns.reads(title);
      await expect.poll(() => chosenOn(returns)).toEqual(before);
      await expect.poll(() => returns.element.locator('.sum-bar, form[aria-busy="true"]').count()).toBe(0);
    });
    await returns.confirm();
    const done = (await returns.headline.textContent()) ?? '';
    await page.reload();
    // What was filed is there again, and from there the way to the rest.
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    await returns.reads(done);
    await expectCalm(guest);
  });

  it('by leaving in the moment after the last change, where the browser keeps nothing', async () => {
    const { returns, page, order, guest } = await visitReturns(shop(), withoutStorage);
    const address = page.url();
    await returns.pick(tray);
    await returns.advance();
    await returns.explain(tray, { reason: 'damaged_or_defective', note: 'A crack along the rim.' });
    const before = await chosenOn(returns);
    await page.goto('about:blank');
    // It arrives after the page is gone.
    const { backend } = shop();
    const client = createClient({ store: backend.store, baseUrl: backend.url });
    const { token } = await client.sessions.open({ by: 'proof', order: order.number, proof: order.proof });
    await expect
      .poll(async () => {
        const answer = await client.returns.options({ token, orderId: order.id });
        return answer.state === 'fresh' ? answer.value.draft?.items[0]?.note : null;
      })
      .toBe('A crack along the rim.');
    await page.goto(address);
    await returns.reads('Why');
    await expect.poll(() => chosenOn(returns)).toEqual(before);
    await expectCalm(guest);
  });

  it('by a session that ended meanwhile: another is opened by the proof, without a word', async () => {
    const { returns, order, page, guest } = await visitReturns(shop());
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
    const { returns, page, order } = await visitReturns(shop());
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
    const { returns, order } = await visitReturns(shop());
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
    const { returns, page, guest } = await visitReturns(shop());
    await returns.walk(wishes, async (step) => {
      if (step !== 'reasons' && step !== 'check') return;
      const title = (await returns.headline.textContent()) ?? '';
      const before = await chosenOn(returns);
      await page.evaluate(() => {
        const element = document.querySelector('postlude-returns');
        if (element) document.body.append(element);
      });
      await returns.reads(title);
      expect(await chosenOn(returns)).toEqual(before);
      await page.evaluate(async () => {
        const element = document.querySelector('postlude-returns');
        element?.remove();
        await fetch(location.href);
        if (element) document.querySelector('main')?.append(element);
      });
      await returns.reads(title);
      await expect.poll(() => chosenOn(returns)).toEqual(before);
      await expect.poll(() => returns.element.locator('.sum-bar, form[aria-busy="true"]').count()).toBe(0);
    });
    await returns.confirm();
    await expectCalm(guest);
  });
});

import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listen, told } from '../support/host-pages/told.ts';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();
const noHeaders = { 'access-control-allow-origin': '*' };

describe('when the widget’s code does not come', () => {
  const breaks: [string, (route: Route) => Promise<unknown>][] = [
    ['404', (route) => route.fulfill({ status: 404, headers: noHeaders })],
    [
      'HTML instead of a script',
      (route) =>
        route.fulfill({ status: 200, headers: noHeaders, contentType: 'text/html', body: '<p>Hello' }),
    ],
    [
      'a script that throws',
      (route) =>
        route.fulfill({
          status: 200,
          headers: noHeaders,
          contentType: 'text/javascript',
          body: 'throw new Error("broken")',
        }),
    ],
    ['no connection', (route) => route.abort()],
  ];
  it.each(breaks)('%s: a button stands in the room and loads it under another address', async (_, answer) => {
    const { open, script, tag } = world();
    const asked: string[] = [];
    const guest = await open({ head: listen + script(), body: tag() }, async (page) => {
      await page.route('**/p/*/order-tracking.js*', (route) => {
        asked.push(new URL(route.request().url()).search);
        return asked.length <= 2 ? answer(route) : route.continue();
      });
    });
    const button = guest.page.getByRole('button', { name: 'Load again' });
    await button.waitFor();
    expect(await told(guest)).toEqual([['error', { code: 'code_not_loaded', requestId: null }]]);
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await button.click();
    await cards(guest.page);
    expect(asked).toEqual(['', '?r=1', '?r=2']);
    await expectCalm(guest);
  });

  it('a failure that passes by itself is not seen', async () => {
    const { open, script, tag } = world();
    let tries = 0;
    const guest = await open({ head: listen + script(), body: tag() }, (page) =>
      page.route('**/p/*/order-tracking.js*', (route) => (tries++ === 0 ? route.abort() : route.continue())),
    );
    await cards(guest.page);
    expect((await told(guest)).filter(([name]) => name === 'error')).toEqual([]);
    await expectCalm(guest);
  });

  it('what all widgets share is loaded again under another address too', async () => {
    const { open, script, tag } = world();
    const asked: string[] = [];
    const guest = await open({ head: listen + script(), body: tag() }, (page) =>
      page.route('**/p/*/kit.js*', (route) => {
        asked.push(new URL(route.request().url()).search);
        return asked.length <= 2 ? route.abort() : route.continue();
      }),
    );
    await cards(guest.page);
    expect(new Set(asked).size).toBe(asked.length);
    expect((await told(guest)).filter(([name]) => name === 'error')).toEqual([]);
    await expectCalm(guest);
  });

  it('what the page wrote into the element stays instead of the button', async () => {
    const { open, order, script } = world();
    const guest = await open(
      {
        head: script(),
        body: `<postlude-order-tracking order="${order.number}"><a href="/track">Track your order</a></postlude-order-tracking>`,
      },
      (page) => page.route('**/p/*/order-tracking.js*', (route) => route.abort()),
    );
    await expect.poll(() => guest.console.some((line) => line.startsWith('[postlude]'))).toBe(true);
    expect(await guest.page.getByRole('link', { name: 'Track your order' }).isVisible()).toBe(true);
    expect(await guest.page.getByRole('button').count()).toBe(0);
    await expectCalm(guest);
  });

  it('code that takes longer than ten seconds is told, and still drawn when it comes', async () => {
    const { open, script, tag } = world();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAsked = false;
    const guest = await open({ head: script(), body: tag() }, async (page) => {
      await page.clock.install();
      await page.route('**/p/*/order-tracking.js*', async (route) => {
        isAsked = true;
        await held;
        await route.continue();
      });
    });
    await expect.poll(() => isAsked).toBe(true);
    await guest.page.clock.runFor(10_500);
    await guest.page.getByRole('button', { name: 'Load again' }).waitFor();
    release();
    await guest.page.clock.resume();
    await cards(guest.page);
    expect(await guest.page.getByRole('button', { name: 'Load again' }).count()).toBe(0);
    await expectCalm(guest);
  });

  it('a language that does not come leaves English', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: script(), body: tag('lang="de"') }, (page) =>
      page.route('**/p/*/order-tracking.de.js*', (route) => route.abort()),
    );
    expect((await cards(guest.page))[0]).toMatch(/^Arrives/);
    await expectCalm(guest);
  });

  it('a client that does not come is told when the shopper needs it, and loaded at the next try', async () => {
    const { open, order, script } = world();
    const guest = await open(
      { head: script(), body: '<postlude-order-tracking></postlude-order-tracking>' },
      (page) => page.route('**/p/*/client.js*', (route) => route.abort()),
    );
    await forms(guest.page);
    const find = async () => {
      await guest.page.locator('form input').nth(0).fill(order.number);
      await guest.page.locator('form input').nth(1).fill('mia@example.com');
      await guest.page.locator('form button[type=submit]').click();
    };
    await find();
    await guest.page.getByText('We could not reach the store').first().waitFor();
    await guest.page.unroute('**/p/*/client.js*');
    await find();
    await cards(guest.page);
    await expectCalm(guest);
  });
});

describe('in a browser that is too old', () => {
  it.each(['customElements', 'queueMicrotask'])(
    'without %s the page’s own content stays',
    async (missing) => {
      const { open, script } = world();
      const guest = await open({
        head: `<script>delete window.${missing}; if ('${missing}' in window) Object.defineProperty(window, '${missing}', { value: undefined }); delete Window.prototype.${missing}</script>${script('')}`,
        body: '<postlude-order-tracking order="1"><a href="/track">Track your order</a></postlude-order-tracking>',
      });
      expect(await guest.page.getByRole('link', { name: 'Track your order' }).isVisible()).toBe(true);
      await expectCalm(guest);
    },
  );

  it('without the younger parts of AbortSignal an order is found and read again', async () => {
    const { open, order, script } = world();
    const guest = await open({
      head: `<script>delete AbortSignal.any; delete AbortSignal.timeout</script>${script()}`,
      body: '<postlude-order-tracking></postlude-order-tracking>',
    });
    await forms(guest.page);
    await guest.page.locator('form input').nth(0).fill(order.number);
    await guest.page.locator('form input').nth(1).fill('mia@example.com');
    await guest.page.locator('form button[type=submit]').click();
    await cards(guest.page);
    const again = guest.page.waitForResponse('**/v1/orders/**');
    await guest.page.evaluate(() => {
      (document.querySelector('postlude-order-tracking') as HTMLElement & { refresh(): void }).refresh();
    });
    expect((await again).ok() || (await again).status() === 304).toBe(true);
    await expectCalm(guest);
  });

  it('without constructed style sheets the card is styled all the same, under the page’s nonce', async () => {
    const { backend, open, script, tag } = world();
    const guest = await open({
      headers: {
        'content-security-policy': `default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; connect-src ${backend.url}; img-src 'self' data:`,
      },
      head: `<script nonce="abc">delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; delete window.CSSStyleSheet</script>${script('async nonce="abc"')}`,
      body: tag(),
    });
    await cards(guest.page);
    const card = guest.page.locator('article').first();
    expect(await card.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    await expectCalm(guest);
  });
});

import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { GuestPage } from '../support/host-pages/guest-page.ts';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();

/** Writes down what the page is told. */
const listen = `<script>
  window.told = [];
  for (const name of ['ready', 'session-opened', 'order-shown', 'status-changed', 'error'])
    addEventListener('postlude:' + name, (event) => told.push([name, event.detail]));
</script>`;
const told = (guest: GuestPage) => guest.page.evaluate('told') as Promise<[string, { code?: string }][]>;
const sessions = '**/v1/sessions?*';
const noHeaders = { 'access-control-allow-origin': '*' };

describe('when the backend does not answer as it should', () => {
  const answers: [string, string, (route: Route) => Promise<unknown>][] = [
    [
      '500',
      'internal',
      (route) =>
        route.fulfill({
          status: 500,
          headers: noHeaders,
          contentType: 'application/problem+json',
          body: '{"code":"internal","title":"x","status":500,"type":"x","requestId":"req_1"}',
        }),
    ],
    [
      '404 with HTML',
      'http_404',
      (route) =>
        route.fulfill({
          status: 404,
          headers: noHeaders,
          contentType: 'text/html',
          body: '<h1>Not here</h1>',
        }),
    ],
    [
      '200 with HTML',
      'contract_violated',
      (route) =>
        route.fulfill({
          status: 200,
          headers: noHeaders,
          contentType: 'text/html',
          body: '<h1>Hotel wifi</h1>',
        }),
    ],
    [
      'broken JSON',
      'contract_violated',
      (route) =>
        route.fulfill({
          status: 201,
          headers: noHeaders,
          contentType: 'application/json',
          body: '{"token":',
        }),
    ],
    [
      'JSON of another shape',
      'contract_violated',
      (route) =>
        route.fulfill({
          status: 201,
          headers: noHeaders,
          contentType: 'application/json',
          body: '{"token":"x","order":null}',
        }),
    ],
    ['no connection', 'unreachable', (route) => route.abort()],
    [
      '403 for a key nobody knows',
      'unknown_store',
      (route) =>
        route.fulfill({
          status: 401,
          headers: noHeaders,
          contentType: 'application/problem+json',
          body: '{"code":"unknown_store","title":"x","status":401,"type":"x"}',
        }),
    ],
  ];
  it.each(answers)('%s: the shopper is told and can go on, the page hears %s', async (_, code, answer) => {
    const { open, script, tag } = world();
    const guest = await open({ head: listen + script(), body: tag() }, (page) =>
      page.route(sessions, answer),
    );
    const card = guest.page.locator('postlude-order-tracking [part~="card"]:not([aria-busy="true"])');
    await card.getByRole('button').or(card.getByRole('link')).first().waitFor({ timeout: 20_000 });
    const errors = (await told(guest)).filter(([name]) => name === 'error');
    expect(errors).toEqual([['error', { code, requestId: code === 'internal' ? 'req_1' : null }]]);
    await expectCalm(guest);

    await guest.page.unroute(sessions);
    const again = card.getByRole('button', { name: 'Try again' });
    if (await again.count()) {
      await again.click();
      await cards(guest.page);
    }
    await expectCalm(guest);
  });

  it('a passing failure of the first answer is not even seen', async () => {
    const { open, script, tag } = world();
    let tries = 0;
    const guest = await open({ head: listen + script(), body: tag() }, (page) =>
      page.route(sessions, (route) => (tries++ === 0 ? route.abort() : route.continue())),
    );
    await cards(guest.page);
    expect((await told(guest)).map(([name]) => name)).toEqual(['ready', 'session-opened', 'order-shown']);
    await expectCalm(guest);
  });

  it('an answer that never comes is given up', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: listen + script(), body: tag() }, async (page) => {
      await page.clock.install();
      await page.route(sessions, () => {});
    });
    await guest.page.locator('[part~="card"]').waitFor();
    await guest.page.clock.runFor(11_000);
    await guest.page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await told(guest)).toContainEqual(['error', { code: 'timeout', requestId: null }]);
    await expectCalm(guest);
  });

  it('a first answer that the contract does not know is shown, and told once the client has checked it', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: listen + script(), body: tag() }, (page) =>
      page.route(sessions, async (route) => {
        const response = await route.fetch();
        const session = await response.json();
        session.expiresAt = 'tomorrow';
        await route.fulfill({ response, json: session });
      }),
    );
    await cards(guest.page);
    await guest.page.evaluate(() => {
      (document.querySelector('postlude-order-tracking') as HTMLElement & { refresh(): void }).refresh();
    });
    await expect
      .poll(() => told(guest))
      .toContainEqual(['error', { code: 'contract_violated', requestId: null }]);
    await cards(guest.page);
    await expectCalm(guest);
  });
});

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
    const guest = await open({ head: script(), body: tag() }, async (page) => {
      await page.clock.install();
      await page.route('**/p/*/order-tracking.js*', async (route) => {
        await held;
        await route.continue();
      });
    });
    await guest.page.waitForRequest('**/p/*/order-tracking.js*').catch(() => {});
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

describe('when the page itself gets in the way', () => {
  const withScript = async (hostile: string, before?: (page: Page) => Promise<void>) => {
    const { open, script, tag } = world();
    const guest = await open(
      { head: `<script>${hostile}</script>${listen}${script()}`, body: tag() },
      before,
    );
    await cards(guest.page);
    return guest;
  };

  it('storage and cookies that throw are not touched', async () => {
    const guest = await withScript(`
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } });
      Object.defineProperty(document, 'cookie', { get() { throw new DOMException('no', 'SecurityError') }, set() { throw new DOMException('no', 'SecurityError') } });`);
    await expectCalm(guest);
  });

  it('nothing is stored', async () => {
    const guest = await withScript('');
    expect(await guest.context.cookies()).toEqual([]);
    expect(await guest.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  it('a listener that throws stops neither the card nor the next listener', async () => {
    const guest = await withScript(`
      addEventListener('error', (event) => { if (event.message.includes('theirs')) event.stopImmediatePropagation() }, true);
      for (const name of ['ready', 'session-opened', 'order-shown'])
        document.addEventListener('postlude:' + name, () => { throw new Error('theirs') });`);
    expect((await told(guest)).map(([name]) => name)).toEqual(['ready', 'session-opened', 'order-shown']);
  });

  it('events carry no personal data', async () => {
    const { order } = world();
    const guest = await withScript('');
    const said = JSON.stringify(await told(guest));
    expect(said).toContain('order-shown');
    expect(said).not.toMatch(/mia|@|Berlin|Hamburg|shirt/i);
    expect(said).not.toContain(order.proof);
    expect(said).not.toContain(`"${order.number}"`);
  });

  it('a fetch that the page replaced by one that throws is told like no connection', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: `<script>window.fetch = () => { throw new Error('blocked') }</script>${listen}${script()}`,
      body: tag(),
    });
    await guest.page.getByRole('button', { name: 'Try again' }).waitFor();
    expect((await told(guest)).filter(([name]) => name === 'error')).toEqual([
      ['error', { code: 'unreachable', requestId: null }],
    ]);
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

import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { listen, told } from '../support/host-pages/told.ts';
import { cards, expectCalm, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();
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

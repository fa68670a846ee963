import { describe, expect, it } from 'vitest';
import { clobbering, likePrototype, likeRequire } from '../support/host-pages/hostile.ts';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();
const formTag = '<postlude-order-tracking loading="eager"></postlude-order-tracking>';

describe('beside other people’s scripts', () => {
  it('a page with RequireJS sees no anonymous module', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: `<script>${likeRequire}</script>${script('')}`, body: tag() + formTag });
    await cards(guest.page);
    await forms(guest.page);
    expect(await guest.page.evaluate('Object.keys(module.exports).length')).toBe(0);
    await expectCalm(guest);
  });

  it('built-ins as Prototype.js left them break neither the card nor what the form sends', async () => {
    const { open, order, script, tag } = world();
    const bodies: string[] = [];
    const guest = await open(
      { head: `<script>${likePrototype}</script>${script()}`, body: tag('lang="de"') + formTag },
      async (page) => {
        page.on('request', (request) => {
          if (request.method() === 'POST') bodies.push(request.postData() ?? '');
        });
      },
    );
    await cards(guest.page);
    await forms(guest.page);
    await guest.page.locator('form input').nth(0).fill(order.number);
    await guest.page.locator('form input').nth(1).fill('mia@example.com');
    await guest.page.locator('form button[type=submit]').click();
    await cards(guest.page, 2);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ by: 'proof', order: order.number, proof: order.proof });
    await expectCalm(guest);
  });

  it('a name added to every object leaves the card', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: `<script>Object.prototype.extraOfTheirs = 'enumerable'</script>${script()}`,
      body: tag('lang="de"'),
    });
    expect((await cards(guest.page))[0]).toMatch(/^Kommt/);
    await expectCalm(guest);
  });

  it('elements that bear our names and those of document are not taken for settings', async () => {
    const { backend, open, script, tag } = world();
    const strangers: string[] = [];
    const guest = await open({ body: `${clobbering}${script()}${tag()}` }, async (page) => {
      page.on('request', (request) => {
        const { origin } = new URL(request.url());
        if (origin !== backend.url && !request.url().includes('localhost')) strangers.push(request.url());
      });
    });
    await cards(guest.page);
    expect(strangers).toEqual([]);
    expect(await guest.page.evaluate('Postlude.version')).toBe('0.1.0');
    await expectCalm(guest);
  });

  it('functions of the page that wrap fetch, history and timers keep working and are never replaced', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: `<script>
        for (const name of ['fetch', 'setTimeout', 'clearTimeout', 'queueMicrotask']) {
          const original = window[name];
          window[name] = function theirs(...values) { return original.apply(window, values) };
        }
        window.natives = ['fetch', 'setTimeout', 'Promise', 'Map', 'Array', 'JSON'].map((name) => window[name]);
        window.methods = [Array.prototype, Element.prototype, Node.prototype, EventTarget.prototype, Promise.prototype].map((proto) => Object.getOwnPropertyNames(proto).map((name) => Object.getOwnPropertyDescriptor(proto, name).value));
      </script>${script()}`,
      body: tag(),
    });
    await cards(guest.page);
    const untouched = await guest.page.evaluate(`
      ['fetch', 'setTimeout', 'Promise', 'Map', 'Array', 'JSON'].every((name, index) => window[name] === natives[index]) &&
      [Array.prototype, Element.prototype, Node.prototype, EventTarget.prototype, Promise.prototype].every((proto, index) =>
        Object.getOwnPropertyNames(proto).every((name, at) => Object.is(Object.getOwnPropertyDescriptor(proto, name).value, methods[index][at])))`);
    expect(untouched).toBe(true);
    await expectCalm(guest);
  });

  it('a page that translates itself, wrapping every text, still gets the next render', async () => {
    const { open, script } = world();
    const { order } = world();
    const guest = await open({ head: script(), body: formTag });
    await forms(guest.page);
    const wrap = () =>
      guest.page.evaluate(() => {
        const root = document.querySelector('postlude-order-tracking')?.shadowRoot as ShadowRoot;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        for (const text of texts) {
          const font = document.createElement('font');
          text.replaceWith(font);
          font.append(text.data.toUpperCase());
        }
      });
    await wrap();
    await guest.page.locator('form button[type=submit]').click();
    await guest.page.locator('form input').nth(0).fill(order.number);
    await guest.page.locator('form input').nth(1).fill('mia@example.com');
    await wrap();
    await guest.page.locator('form button[type=submit]').click();
    await cards(guest.page);
    await wrap();
    await guest.page.locator('article button[aria-expanded]').first().click();
    await expectCalm(guest);
  });
});

describe('inside other people’s markup', () => {
  it('keys typed into our fields reach no shortcut of the page; Escape and Tab do', async () => {
    const { open, script } = world();
    const guest = await open({
      head: `${script()}<script>
        window.keys = [];
        for (const type of ['keydown', 'keypress', 'keyup'])
          document.addEventListener(type, (event) => keys.push(type + ' ' + event.key));
      </script>`,
      body: formTag,
    });
    await forms(guest.page);
    const field = guest.page.locator('form input').first();
    await field.click();
    await guest.page.keyboard.type('abcdefghijklmnopqrstuvwxyz/?s');
    expect(await field.inputValue()).toBe('abcdefghijklmnopqrstuvwxyz/?s');
    expect(await guest.page.evaluate('keys')).toEqual([]);
    await guest.page.keyboard.press('Escape');
    await guest.page.keyboard.press('Tab');
    expect(await guest.page.evaluate('keys')).toEqual(
      expect.arrayContaining(['keydown Escape', 'keyup Escape', 'keydown Tab']),
    );
    await guest.page.locator('form button[type=submit]').focus();
    await guest.page.keyboard.press('x');
    expect(await guest.page.evaluate('keys')).toContain('keydown x');
  });

  it('a product form around us neither changes nor submits, whatever is done in our form', async () => {
    const { open, order, script } = world();
    const guest = await open({
      head: `${script()}<script>window.said = []</script>`,
      body: `<form id="product" onsubmit="said.push('submit'); return false" onchange="said.push('change')" oninput="said.push('input')" onreset="said.push('reset')">
        ${formTag}<input name="quantity"><button>Buy</button></form>`,
    });
    await forms(guest.page, 1);
    const fields = guest.page.locator('postlude-order-tracking form input');
    await fields.nth(0).fill(order.number);
    await fields.nth(1).pressSequentially('mia@example.com');
    await fields.nth(1).press('Enter');
    await cards(guest.page);
    await guest.page.locator('article button[aria-expanded]').first().click();
    expect(await guest.page.evaluate('said')).toEqual([]);
    expect(
      await guest.page.evaluate(() => [...new FormData(document.forms[0] as HTMLFormElement).keys()]),
    ).toEqual(['quantity']);
    await expectCalm(guest);
  });

  it('inside a host’s own shadow root it works, and finds its language there', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: script(''),
      body: `<div id="theirs"></div><script>
        const root = document.getElementById('theirs').attachShadow({ mode: 'open' });
        root.innerHTML = '<section lang="de">' + ${JSON.stringify(tag('loading="eager"'))} + '</section>';
      </script>`,
    });
    expect((await cards(guest.page))[0]).toMatch(/^Kommt/);
    await expectCalm(guest);
  });
});

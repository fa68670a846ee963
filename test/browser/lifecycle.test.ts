import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openGuestPage } from '../support/host-pages/guest-page.ts';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();
const formTag = '<postlude-order-tracking id="widget"></postlude-order-tracking>';

describe('an element that is moved', () => {
  it.each(['append', 'moveBefore', 'insertBefore'])(
    'by %s keeps what was typed and asks for nothing again',
    async (way) => {
      const { open, script } = world();
      const guest = await open({ head: script(), body: `<main>${formTag}</main><aside><p></p></aside>` });
      await forms(guest.page);
      await guest.page.locator('form input').first().fill('10');
      await guest.page.locator('form input').nth(1).fill('half typ');
      const kept = await guest.page.evaluate((method) => {
        const widget = document.getElementById('widget') as HTMLElement;
        const aside = document.querySelector('aside') as HTMLElement & {
          moveBefore(node: Node, before: Node | null): void;
        };
        const before = widget.shadowRoot?.querySelector('form');
        if (method === 'append') aside.append(widget);
        if (method === 'insertBefore') aside.insertBefore(widget, aside.firstChild);
        if (method === 'moveBefore') aside.moveBefore(widget, aside.firstChild);
        return new Promise((resolve) => {
          setTimeout(() => resolve(widget.shadowRoot?.querySelector('form') === before), 100);
        });
      }, way);
      expect(kept).toBe(true);
      expect(await guest.page.locator('aside form input').nth(1).inputValue()).toBe('half typ');
      await expectCalm(guest);
    },
  );
});

describe('an element that is removed', () => {
  it('lets go of everything, and has its state again when it comes back', async () => {
    const { open, order, script, tag } = world();
    const asked: string[] = [];
    const guest = await open({ head: script(), body: `<main>${tag()}${formTag}</main>` }, async (page) => {
      page.on('request', (request) => asked.push(request.method() + new URL(request.url()).pathname));
    });
    await cards(guest.page);
    await forms(guest.page);
    await guest.page.locator('form input').first().fill('77');
    await guest.page.locator('article button[aria-expanded=false]').first().click();
    await guest.page.waitForLoadState('networkidle');
    asked.length = 0;

    await guest.page.evaluate(() => {
      const removed = [...document.querySelectorAll('postlude-order-tracking')];
      for (const element of removed) element.remove();
      Object.assign(window, { removed });
    });
    await order.tell({ status: 'out_for_delivery' });
    await guest.page.waitForTimeout(1_000);
    expect(asked).toEqual([]);

    await guest.page.evaluate(() => {
      const { removed } = window as unknown as { removed: HTMLElement[] };
      document.querySelector('main')?.append(...removed);
    });
    await cards(guest.page);
    expect(await guest.page.locator('form input').first().inputValue()).toBe('77');
    expect(await guest.page.locator('article button[aria-expanded=true]').count()).toBe(1);
    expect(asked.filter((request) => request.startsWith('POST'))).toEqual([]);
    await expectCalm(guest);
  });

  it('before its code is there, it never draws; put back, it does', async () => {
    const { open, script, tag } = world();
    const guest = await open(
      { head: script(''), body: `<main>${tag('loading="eager"')}</main>` },
      async (page) => {
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            const element = document.querySelector('postlude-order-tracking') as HTMLElement;
            queueMicrotask(() => {
              element.remove();
              Object.assign(window, { element });
            });
          });
        });
      },
    );
    await guest.page.waitForLoadState('networkidle');
    expect(
      await guest.page.evaluate(() => {
        const { element } = window as unknown as { element: HTMLElement };
        const drawn = element.shadowRoot?.querySelector('article, form') !== null;
        document.body.append(element);
        return drawn;
      }),
    ).toBe(false);
    await cards(guest.page);
    await expectCalm(guest);
  });

  it('two hundred times leaves no element, no listener and no timer behind', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: script(''), body: `<main>${tag()}</main>` }, async (page) => {
      await page.addInitScript(() => {
        const held = { listeners: 0, timers: new Set<unknown>() };
        Object.assign(window, { held });
        for (const target of [window, document]) {
          const { addEventListener, removeEventListener } = target;
          target.addEventListener = function (this: EventTarget, ...values: unknown[]) {
            held.listeners++;
            return Reflect.apply(addEventListener, target, values);
          };
          target.removeEventListener = function (this: EventTarget, ...values: unknown[]) {
            held.listeners--;
            return Reflect.apply(removeEventListener, target, values);
          };
        }
        const { setTimeout, clearTimeout } = window;
        Object.assign(window, {
          setTimeout(task: () => void, delay: number, ...values: unknown[]) {
            const timer = setTimeout(
              () => {
                held.timers.delete(timer);
                task();
              },
              delay,
              ...values,
            );
            held.timers.add(timer);
            return timer;
          },
          clearTimeout(timer: number) {
            held.timers.delete(timer);
            clearTimeout(timer);
          },
        });
      });
    });
    await cards(guest.page);
    const counts = () =>
      guest.page.evaluate(() => {
        const { held } = window as unknown as { held: { listeners: number; timers: Set<unknown> } };
        return { listeners: held.listeners, timers: held.timers.size };
      });
    const session = await guest.context.newCDPSession(guest.page);
    await guest.page.evaluate(() => document.querySelector('postlude-order-tracking')?.remove());
    await guest.page.waitForTimeout(200);
    const before = await counts();

    await guest.page.evaluate(async (html) => {
      const main = document.querySelector('main') as HTMLElement;
      const all: WeakRef<Element>[] = [];
      for (let round = 0; round < 200; round++) {
        main.innerHTML = html;
        const element = main.firstElementChild as HTMLElement;
        all.push(new WeakRef(element));
        while (!element.shadowRoot?.querySelector('form'))
          await new Promise((resolve) => setTimeout(resolve));
        main.textContent = '';
        await new Promise((resolve) => setTimeout(resolve));
      }
      Object.assign(window, { all });
    }, '<postlude-order-tracking loading="eager"></postlude-order-tracking>');
    await guest.page.waitForTimeout(200);
    expect(await counts()).toEqual(before);
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
    const alive = await guest.page.evaluate(() => {
      const { all } = window as unknown as { all: WeakRef<Element>[] };
      return all.filter((reference) => reference.deref()).length;
    });
    // The engine itself holds the last few it touched.
    expect(alive).toBeLessThan(5);
    await expectCalm(guest);
  });
});

describe('a page that changes under the element', () => {
  it('may write its body anew: the new element works and the old one is gone', async () => {
    const { open, order, script, tag } = world();
    const guest = await open({
      head: script(),
      body: `${tag()}<div data-postlude="order-tracking" data-order="${order.number}" data-proof="${order.proof}"></div>`,
    });
    await cards(guest.page, 2);
    await guest.page.evaluate(() => {
      // biome-ignore lint/correctness/noSelfAssign: this is what themes do.
      document.body.innerHTML = document.body.innerHTML;
    });
    await cards(guest.page, 2);
    expect(await guest.page.locator('postlude-order-tracking').count()).toBe(2);
    await expectCalm(guest);
  });

  it('comes out of the back/forward cache with its card, and asks for news', async () => {
    const { backend, script, shop, tag } = world();
    const browser = await launchBrowser({ backForwardCache: true });
    try {
      const elsewhere = shop.add({ body: 'Elsewhere' });
      const home = shop.add({
        head: `${script()}<script>addEventListener('pageshow', (event) => { window.persisted = event.persisted })</script>`,
        body: tag(),
      });
      const guest = await openGuestPage(browser, home);
      await cards(guest.page);
      await guest.page.waitForLoadState('networkidle');
      await guest.page.goto(elsewhere);
      const asked = guest.page.waitForRequest((request) =>
        request.url().startsWith(`${backend.url}/v1/orders/`),
      );
      await guest.page.evaluate(() => history.back());
      await guest.page.waitForFunction('window.persisted === true');
      expect((await asked).method()).toBe('GET');
      await cards(guest.page);
      await expectCalm(guest);
    } finally {
      await browser.close();
    }
  });
});

describe('settings that change', () => {
  it('attributes and properties, before and after the tag is known, all arrive', async () => {
    const { backend, open, order, script } = world();
    const guest = await open({
      body: `<postlude-order-tracking id="one"></postlude-order-tracking>
        <script>Object.assign(document.getElementById('one'), { order: '${order.number}', proof: '${order.proof}' })</script>${script('')}`,
    });
    expect((await cards(guest.page))[0]).toMatch(/Arrives|Out for/);
    const other = await backend.order();
    const say = (change: string) =>
      guest.page.evaluate(`{ const one = document.getElementById('one'); ${change} }`);
    await say(`one.order = '${other.number}'; one.proof = '${other.proof}'`);
    await guest.page.getByText(`Order ${other.number}`).waitFor();
    await say(`one.setAttribute('order', '${order.number}'); one.setAttribute('proof', '${order.proof}')`);
    await guest.page.getByText(`Order ${order.number}`).waitFor();
    await say(`one.lang = 'de'`);
    await guest.page.getByText(`Bestellung ${order.number}`).waitFor();
    await say(`one.theme = 'dark'`);
    await guest.page.locator('[data-theme=dark]').waitFor();
    await say(`Postlude.configure({ theme: 'light' }); one.theme = null`);
    await guest.page.locator('[data-theme=light]').waitFor();
    await expectCalm(guest);
  });

  it('what frameworks write for nothing counts as nothing', async () => {
    const { open, script } = world();
    const guest = await open({
      head: script(),
      body: `<postlude-order-tracking order="undefined" proof="null" session="[object Object]" store="false" theme="[object Object]"></postlude-order-tracking>`,
    });
    await forms(guest.page);
    expect(await guest.page.locator('form input').first().inputValue()).toBe('');
    await expectCalm(guest);
  });

  it('a session the page brings, as a property or as JSON, is shown without a request', async () => {
    const { backend, open, order, script } = world();
    const answer = await fetch(`${backend.url}/v1/sessions?store=${backend.store}`, {
      method: 'POST',
      body: JSON.stringify({ by: 'proof', order: order.number, proof: order.proof }),
    });
    const session = await answer.text();
    let asked = 0;
    const guest = await open(
      {
        body: `<postlude-order-tracking session='${session.replaceAll("'", '&#39;')}'></postlude-order-tracking>
          <postlude-order-tracking id="two" loading="eager"></postlude-order-tracking>
          <script>document.getElementById('two').session = ${session}</script>${script()}`,
      },
      async (page) => {
        page.on('request', (request) => {
          if (request.method() === 'POST') asked++;
        });
      },
    );
    await cards(guest.page, 2);
    expect(asked).toBe(0);
    await expectCalm(guest);
  });

  it('an attribute nobody knows is named once, in debug mode', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: script('async data-debug'),
      body: tag('colour="red" data-own="x" aria-label="y"'),
    });
    await cards(guest.page);
    expect(guest.console).toEqual([]);
    const debug = await open({
      head: script('async data-debug="true"'),
      body: tag('colour="red" data-own="x" aria-label="y"'),
    });
    await cards(debug.page);
    expect(debug.console).toEqual([expect.stringContaining('knows no attribute colour')]);
  });
});

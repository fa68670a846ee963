import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostileCss } from '../support/host-pages/hostile.ts';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();

/** Where everything inside of the widgets stands, seen from its element. */
const boxes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('postlude-order-tracking')].flatMap((element) => {
      const origin = element.getBoundingClientRect();
      return [...(element.shadowRoot?.querySelectorAll('*') ?? [])].map((inner) => {
        const { x, y, width, height } = inner.getBoundingClientRect();
        // What is not drawn stands nowhere.
        if (width === 0) return [inner.localName];
        return [
          inner.localName,
          ...[x - origin.x, y - origin.y, width, height].map((n) => Math.round(n * 10) / 10),
        ];
      });
    }),
  );

const both = () =>
  `<div style="width:600px;margin:0;border:0;padding:0">${world().tag('style="margin:0"')}<postlude-order-tracking loading="eager" style="margin:0"></postlude-order-tracking></div>`;

describe('the theme around', () => {
  it('of whatever root font size leaves every box where it is', async () => {
    const { open, script } = world();
    const guest = await open({ head: script(), body: both() });
    await cards(guest.page);
    await forms(guest.page);
    const usual = await boxes(guest.page);
    expect(usual.length).toBeGreaterThan(60);
    for (const size of ['8px', '10px', '62.5%', '20px', '50px']) {
      await guest.page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        document.body.style.fontSize = '16px';
      }, size);
      expect(await boxes(guest.page), size).toEqual(usual);
    }
  });

  it('cannot restyle what is inside, but for the font, which is the shop’s', async () => {
    const { open, script } = world();
    const plain = await open({ head: script(), body: both() });
    await cards(plain.page);
    await forms(plain.page);
    const hostile = await open({ head: `<style>${hostileCss}</style>${script()}`, body: both() });
    await cards(hostile.page);
    await forms(hostile.page);
    const looks = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('postlude-order-tracking')].flatMap((element) =>
          [...(element.shadowRoot?.querySelectorAll('.root *') ?? [])].map((inner) => {
            const style = getComputedStyle(inner);
            const names = [
              'color',
              'letterSpacing',
              'textTransform',
              'lineHeight',
              'textAlign',
              'fontWeight',
              'wordBreak',
              'webkitTextFillColor',
              'textIndent',
              'whiteSpace',
              'borderTopWidth',
              'backgroundColor',
              'transitionDuration',
              'display',
            ] as const;
            return [inner.localName, ...names.map((name) => style[name as keyof CSSStyleDeclaration])].join(
              ' ',
            );
          }),
        ),
      );
    expect(await looks(hostile.page)).toEqual(await looks(plain.page));
    expect(await boxes(hostile.page)).toEqual(await boxes(plain.page));
  });

  it('decides where the element stands: its width, margin and display: none are kept', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: `${script()}<style>main > postlude-order-tracking { max-width: 400px; margin: 30px auto }</style>`,
      body: `<main>${tag()}<postlude-order-tracking hidden loading="eager"></postlude-order-tracking></main>`,
    });
    await cards(guest.page);
    expect(
      await guest.page.evaluate(() =>
        [...document.querySelectorAll('postlude-order-tracking')].map((element) => {
          const style = getComputedStyle(element);
          return [style.display, style.width, style.marginTop];
        }),
      ),
    ).toEqual([
      ['flow-root', '400px', '30px'],
      ['none', '400px', '30px'].map((value, index) => (index === 1 ? expect.any(String) : value)),
    ]);
  });

  it('sees nothing of ours: no style, no sheet, no attribute, no global but Postlude', async () => {
    const { open, backend, tag } = world();
    const body =
      'h1,h2,p,a,button,input,select,textarea,table,td,ul,li,dialog,form,label,img,hr,blockquote,code,pre'
        .split(',')
        .map((name) => `<${name} class="theirs">x</${name}>`)
        .join('');
    const guest = await open({ body: `${body}<main></main>` });
    const look = () =>
      guest.page.evaluate(() => {
        const seen = [...document.querySelectorAll('html, head, body, main, .theirs')].map((element) => {
          const style = getComputedStyle(element);
          const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
          const text = [...style]
            .filter((name) => !/size|height|origin|block-end|bottom|inset/.test(name))
            .map((name) => style.getPropertyValue(name))
            .join();
          return `${element.localName} ${attributes} ${text}`;
        });
        return {
          seen,
          sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
          globals: Object.keys(window),
        };
      });
    const before = await look();
    await guest.page.addScriptTag({ url: `${backend.url}/postlude.js` });
    await guest.page.evaluate(
      (store) => (window.Postlude as { configure(o: object): void }).configure({ store }),
      backend.store,
    );
    await guest.page.evaluate((html) => {
      (document.querySelector('main') as HTMLElement).innerHTML = html;
    }, tag('loading="eager"'));
    await cards(guest.page);
    // With the client too, whose dependencies keep things on the global by themselves.
    const refreshed = guest.page.waitForResponse('**/v1/orders/**');
    await guest.page.evaluate(() => {
      (document.querySelector('postlude-order-tracking') as HTMLElement & { refresh(): void }).refresh();
    });
    await refreshed;
    const after = await look();
    expect(after.seen).toEqual(before.seen);
    expect(after.sheets).toBe(before.sheets);
    expect(after.globals.filter((name) => !before.globals.includes(name))).toEqual(['Postlude']);
    await expectCalm(guest);
  });
});

describe('the page’s layout', () => {
  const below = '<p id="below">Below</p><footer>Imprint</footer>';
  const shifts = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );

  it.each([320, 480, 768, 1280])('does not move at all when the card appears, %i px wide', async (width) => {
    const { manifest, open, script, tag } = world();
    const guest = await open(
      {
        head: `${script()}<style>${manifest.reserveCss}</style>`,
        body: `<h1>Thank you</h1>${tag()}${below}`,
      },
      async (page) => {
        await page.setViewportSize({ width, height: 900 });
        // Slow enough for every stage to be painted.
        await page.route('**/postlude.js', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 200));
          await route.continue();
        });
        await page.route('**/v1/sessions?*', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 600));
          await route.continue();
        });
      },
    );
    await cards(guest.page);
    expect(await shifts(guest.page)).toBe(0);
  });

  it.each([
    [2, 320],
    [2, 1280],
    [3, 320],
    [3, 1280],
  ])(
    'does not move for an order of %i parcels, when the page says how many, %i px wide',
    async (parcels, width) => {
      const { backend, manifest, open, script } = world();
      const order = await backend.order(parcels);
      for (const body of [
        `<postlude-order-tracking order="${order.number}" proof="${order.proof}" parcels="${parcels}"></postlude-order-tracking>`,
        `<div data-postlude="order-tracking" data-order="${order.number}" data-proof="${order.proof}" data-parcels="${parcels}"></div>`,
      ]) {
        const guest = await open(
          { head: `${script()}<style>${manifest.reserveCss}</style>`, body: body + below },
          async (page) => {
            // Tall enough for what is below to be seen, and to count, when it moves.
            await page.setViewportSize({ width, height: 2600 });
            await page.route('**/postlude.js', async (route) => {
              await new Promise((resolve) => setTimeout(resolve, 200));
              await route.continue();
            });
          },
        );
        await cards(guest.page);
        expect(await guest.page.locator('postlude-order-tracking section[part~=parcel]').count()).toBe(
          parcels,
        );
        expect(await shifts(guest.page), body).toBe(0);
      }
    },
  );

  it('does not move for the form, and for the div that stands for the tag', async () => {
    const { manifest, open, order, script } = world();
    for (const body of [
      '<postlude-order-tracking></postlude-order-tracking>',
      '<div data-postlude="order-tracking"></div>',
      `<div data-postlude="order-tracking" data-order="${order.number}" data-proof="${order.proof}"></div>`,
    ]) {
      const guest = await open({
        head: `${script()}<style>div:empty{display:none}${manifest.reserveCss}</style>`,
        body: body + below,
      });
      await (body.includes('proof') ? cards(guest.page) : forms(guest.page));
      expect(await shifts(guest.page), body).toBe(0);
    }
  });

  it('keeps the room when the code does not come', async () => {
    const { manifest, open, script, tag } = world();
    const guest = await open(
      { head: `${script()}<style>${manifest.reserveCss}</style>`, body: tag() + below },
      (page) => page.route('**/p/*/order-tracking.js*', (route) => route.abort()),
    );
    await guest.page.getByRole('button', { name: 'Load again' }).waitFor();
    expect(await shifts(guest.page)).toBe(0);
  });
});

describe('direction and language', () => {
  it('a page from right to left turns the card, and an English card says so', async () => {
    const { open, script, tag } = world();
    const guest = await open({ html: 'lang="ar" dir="rtl"', head: script(), body: tag() });
    await cards(guest.page);
    const root = guest.page.locator('postlude-order-tracking .root');
    expect(await root.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const overflow = await guest.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectCalm(guest);
  });

  it.each([
    'en_US',
    'pt-br',
    'zh-Hant-TW',
    '',
    'x',
    'undefined',
    'iw',
    'english',
    'de_AT',
    'AR',
    '../../../evil',
  ])('lang="%s" draws a card', async (lang) => {
    const { open, script, tag } = world();
    const guest = await open({ html: `lang="${lang}"`, head: script(), body: tag(`lang="${lang}"`) });
    const [headline] = await cards(guest.page);
    expect(headline).toMatch(lang === 'de_AT' ? /^Kommt/ : lang === 'AR' ? /[\u0600-\u06ff]/ : /^Arrives/);
    await expectCalm(guest);
  });

  it('the language is the nearest one: of the element, of the options, of what is around, of the page', async () => {
    const { open, script, tag } = world();
    const around = await open({
      html: 'lang="en"',
      head: script(),
      body: `<div lang="de-CH">${tag()}</div>`,
    });
    expect((await cards(around.page))[0]).toMatch(/^Kommt/);
    const option = await open({ html: 'lang="en"', head: script('async data-locale="de"'), body: tag() });
    expect((await cards(option.page))[0]).toMatch(/^Kommt/);
    const own = await open({
      html: 'lang="de"',
      head: script('async data-locale="de"'),
      body: tag('lang="en"'),
    });
    expect((await cards(own.page))[0]).toMatch(/^Arrives/);
  });
});

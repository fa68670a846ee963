import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cdn } from '../support/built.ts';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();

describe('where the snippet is pasted', () => {
  it.each(['', 'async', 'defer', 'type="module"', 'type="module" async'])(
    'a script tag with “%s” works in the head, before the element',
    async (attributes) => {
      const { open, script, tag } = world();
      const guest = await open({ head: script(attributes), body: tag() });
      expect(await cards(guest.page)).toEqual([expect.stringContaining('Arrives')]);
      await expectCalm(guest);
    },
  );

  it.each(['', 'async', 'defer', 'type="module"'])(
    'a script tag with “%s” works after the element',
    async (attributes) => {
      const { open, script, tag } = world();
      const guest = await open({ body: tag() + script(attributes) });
      await cards(guest.page);
      await expectCalm(guest);
    },
  );

  it.each(['DOMContentLoaded', 'load', 'later'])('a script injected at %s works', async (moment) => {
    const { backend, open, tag } = world();
    const guest = await open({
      body: `${tag()}<script>
        const inject = () => {
          const script = document.createElement('script');
          script.src = '${backend.url}/postlude.js';
          script.dataset.store = '${backend.store}';
          document.head.append(script);
          script.remove();
        };
        const moment = '${moment}';
        if (moment === 'later') addEventListener('load', () => setTimeout(inject, 300));
        else (moment === 'load' ? window : document).addEventListener(moment, inject);
      </script>`,
    });
    await cards(guest.page);
    await expectCalm(guest);
  });

  it('an element inserted long after the script works', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: script() });
    await guest.page.waitForFunction(() => 'Postlude' in window);
    await guest.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), tag());
    await cards(guest.page);
    await expectCalm(guest);
  });

  it('markup as builders mangle it works: wrapped in p, upper case, white space and br inside', async () => {
    const { open, order, script } = world();
    const guest = await open({
      body: `<p><POSTLUDE-ORDER-TRACKING ORDER="${order.number}" PROOF="${order.proof}"> <br> </POSTLUDE-ORDER-TRACKING></p>${script()}`,
    });
    await cards(guest.page);
    await expectCalm(guest);
  });
});

describe('where the settings come from', () => {
  it('a tag manager that strips attributes is helped by a global', async () => {
    const { backend, open, tag } = world();
    const guest = await open({
      head: `<script>window.Postlude = { store: '${backend.store}' }</script>
        <script async src="${backend.url}/postlude.js"></script>`,
      body: tag(),
    });
    await cards(guest.page);
  });

  it('or by the element itself', async () => {
    const { backend, open, tag } = world();
    const guest = await open({
      head: `<script type="module" src="${backend.url}/postlude.js"></script>`,
      body: tag(`store="${backend.store}"`),
    });
    await cards(guest.page);
  });

  it('or later, by configure', async () => {
    const { backend, open, tag } = world();
    const guest = await open({ head: `<script src="${backend.url}/postlude.js"></script>`, body: tag() });
    await expect.poll(() => guest.console).toEqual(['[postlude] set data-store']);
    await guest.page.evaluate((store) => {
      (window.Postlude as { configure(options: object): void }).configure({ store });
    }, backend.store);
    await cards(guest.page);
    await expectCalm(guest);
  });

  it('a copy of the script under another name finds its key, and its base where it is told', async () => {
    const { backend, open, shop, tag } = world();
    const code = await readFile(path.join(cdn, 'postlude.js'), 'utf8');
    const copy = shop.addFile('bundle.js', 'text/javascript', code);
    const guest = await open({
      head: `<script type="module" src="${copy}" data-store="${backend.store}" data-base="${backend.url}/"></script>`,
      body: tag(),
    });
    await cards(guest.page);
    await expectCalm(guest);
  });

  it('without any key it says so once and leaves the page’s own content', async () => {
    const { backend, open } = world();
    const fallback =
      '<postlude-order-tracking order="1"><a href="/track">Track</a></postlude-order-tracking>';
    const guest = await open({
      head: `<script src="${backend.url}/postlude.js"></script>`,
      body: fallback + fallback,
    });
    await expect.poll(() => guest.console).toEqual(['[postlude] set data-store']);
    expect(await guest.page.locator('a:visible').count()).toBe(2);
    await expectCalm(guest);
  });

  it('functions queued before the script run once it is there, and those after at once', async () => {
    const { open, script } = world();
    const guest = await open({
      head: `<script>window.Postlude = { queue: [(api) => { window.said = [api.version] }, () => { throw new Error('theirs') }] }</script>${script('')}
        <script>Postlude.queue.push((api) => said.push(api.version)); Postlude.ready.then(() => said.push('ready'))</script>`,
    });
    expect(await guest.page.evaluate('said')).toEqual(['0.1.0', '0.1.0', 'ready']);
    await expectCalm(guest);
  });
});

describe('the div that stands for the tag', () => {
  it('works, and stays visible under a theme that hides empty divs', async () => {
    const { order, open, script } = world();
    const guest = await open({
      head: `${script()}<style>div:empty,section:empty,*:empty{display:none}</style>`,
      body: `<div data-postlude="order-tracking" data-order="${order.number}" data-proof="${order.proof}"></div>`,
    });
    await cards(guest.page);
    expect(await guest.page.locator('[data-postlude]').isVisible()).toBe(true);
    await expectCalm(guest);
  });

  it('works when it appears later, and is filled once', async () => {
    const { order, open, script } = world();
    const guest = await open({ head: script(''), body: '<main></main>' });
    await guest.page.evaluate(
      ({ number, proof }) => {
        const html = `<section><div data-postlude="order-tracking" data-order="${number}" data-proof="${proof}">Your parcel</div></section>`;
        const main = document.querySelector('main') as HTMLElement;
        main.innerHTML = html;
        main.append(main.firstElementChild as Element);
      },
      { number: order.number, proof: order.proof },
    );
    await cards(guest.page);
    expect(await guest.page.locator('postlude-order-tracking').count()).toBe(1);
    await expectCalm(guest);
  });

  it('leaves a div alone whose widget it does not know', async () => {
    const { open, script } = world();
    const guest = await open({ head: script(''), body: '<div data-postlude="horoscope">Soon</div>' });
    expect(await guest.page.locator('[data-postlude]').innerHTML()).toBe('Soon');
    await expectCalm(guest);
  });
});

describe('loaded more than once', () => {
  it('the same version twice draws one card, asks once, and says so in one line', async () => {
    const { open, script, tag } = world();
    let asked = 0;
    const guest = await open({ head: script('') + script(), body: tag() }, async (page) => {
      page.on('request', (request) => {
        if (request.method() === 'POST') asked++;
      });
    });
    await cards(guest.page);
    expect(asked).toBe(1);
    expect(guest.console).toEqual(['[postlude] 0.1.0 here before 0.1.0']);
    await expectCalm(guest);
  });

  it.each([
    ['0.1.0', '0.2.0'],
    ['0.2.0', '0.1.0'],
  ])('version %s stays when %s comes second', async (first, second) => {
    const { backend, open, shop, tag } = world();
    const code = await readFile(path.join(cdn, 'postlude.js'), 'utf8');
    const newer = shop.addFile('postlude-next.js', 'text/javascript', code.replaceAll('0.1.0', '0.2.0'));
    const source = (version: string) => (version === '0.1.0' ? `${backend.url}/postlude.js` : newer);
    const tagOf = (version: string) =>
      `<script src="${source(version)}" data-store="${backend.store}" data-base="${backend.url}/"></script>`;
    const guest = await open({ head: tagOf(first) + tagOf(second), body: tag() });
    await cards(guest.page);
    expect(await guest.page.evaluate('Postlude.version')).toBe(first);
    expect(guest.console).toEqual([`[postlude] ${first} here before ${second}`]);
    await expectCalm(guest);
  });

  it('a tag that somebody else registered first is left to them', async () => {
    const { open, script, tag } = world();
    const guest = await open({
      head: `<script>customElements.define('postlude-order-tracking', class extends HTMLElement {})</script>${script('')}`,
      body: tag(),
    });
    expect(await guest.page.evaluate('Postlude.version')).toBe('0.1.0');
    await expectCalm(guest);
  });
});

describe('an element far below', () => {
  it('asks for nothing until it comes near, unless it is told to be eager', async () => {
    const { backend, open, script, tag } = world();
    const asked: string[] = [];
    const guest = await open(
      { head: script(), body: `<div style="height:4000px">Far</div>${tag()}` },
      async (page) => {
        page.on('request', (request) => {
          if (request.url().startsWith(backend.url)) asked.push(new URL(request.url()).pathname);
        });
      },
    );
    await guest.page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/postlude.js']);
    await guest.page.evaluate(() => document.querySelector('postlude-order-tracking')?.scrollIntoView());
    await cards(guest.page);

    const eager = await open({
      head: script(),
      body: `<div style="height:4000px">Far</div>${tag('loading="eager"')}`,
    });
    await cards(eager.page);
  });

  it('inside something hidden it waits until it is shown', async () => {
    const { open, script, tag } = world();
    const guest = await open({ head: script(''), body: `<div id="tab" style="display:none">${tag()}</div>` });
    await guest.page.waitForLoadState('networkidle');
    expect(await guest.page.locator('article').count()).toBe(0);
    await guest.page.evaluate(() => document.getElementById('tab')?.removeAttribute('style'));
    await cards(guest.page);
  });
});

describe('three elements on one page', () => {
  it('each has its own settings, and no id is used twice', async () => {
    const { backend, open, script, tag } = world();
    const other = await backend.order();
    const guest = await open({
      head: script(),
      body: `${tag('lang="de"')}<postlude-order-tracking order="${other.number}" proof="${other.proof}"></postlude-order-tracking>
        <postlude-order-tracking order="${other.number}" loading="eager"></postlude-order-tracking>`,
    });
    const headlines = await cards(guest.page, 2);
    expect(headlines[0]).toMatch(/^Kommt/);
    expect(headlines[1]).toMatch(/^Arrives/);
    await forms(guest.page);
    const ids = await guest.page.evaluate(() =>
      [...document.querySelectorAll('postlude-order-tracking')].flatMap((element) =>
        [...(element.shadowRoot?.querySelectorAll('[id]') ?? [])].map(({ id }) => id),
      ),
    );
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    await expectCalm(guest);
  });
});

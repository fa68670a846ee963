import { describe, expect, it } from 'vitest';
import { listen, told } from '../support/host-pages/told.ts';
import { cards, expectCalm, useWorld, type World } from '../support/host-pages/world.ts';

const world = useWorld();

const returnsOf = ({ order }: World, attributes = '') =>
  `<postlude-returns order="${order.number}" proof="${order.proof}" ${attributes}></postlude-returns>`;

/** Opens a page and writes down the sessions it asks for. */
async function openAnd(body: string) {
  const { open, script } = world();
  const asked: string[] = [];
  const guest = await open({ head: listen + script(), body }, async (page) => {
    page.on('request', (request) => {
      if (request.url().includes('/v1/sessions?')) asked.push(request.postData() ?? '');
    });
  });
  return { guest, asked };
}

describe('two elements about the same order', () => {
  it('at the same time open one session for both', async () => {
    const { tag } = world();
    const { guest, asked } = await openAnd(
      tag() + returnsOf(world(), 'loading="eager"') + tag('lang="de" loading="eager"'),
    );
    await cards(guest.page, 2);
    await expect.poll(async () => (await told(guest)).map(([name]) => name)).toContain('returns-shown');
    expect(asked).toHaveLength(1);
    await expectCalm(guest);
  });

  it('of which one comes later use the session that is open', async () => {
    const { tag } = world();
    const { guest, asked } = await openAnd(tag());
    await cards(guest.page);
    await guest.page.evaluate(
      (markup) => document.body.insertAdjacentHTML('beforeend', markup),
      tag('loading="eager"'),
    );
    await cards(guest.page, 2);
    expect(asked).toHaveLength(1);
    await expectCalm(guest);
  });

  it('do not take each other’s session away when one leaves', async () => {
    const { tag } = world();
    const { guest } = await openAnd(tag('id="leaves"') + tag());
    await guest.page.evaluate(() => document.getElementById('leaves')?.remove());
    await cards(guest.page);
    await expectCalm(guest);
  });
});

describe('two elements about different orders', () => {
  it('open a session each', async () => {
    const { backend, tag } = world();
    const other = await backend.order();
    const { guest, asked } = await openAnd(
      tag() +
        `<postlude-order-tracking order="${other.number}" proof="${other.proof}"></postlude-order-tracking>`,
    );
    await cards(guest.page, 2);
    expect(asked).toHaveLength(2);
    await expectCalm(guest);
  });
});

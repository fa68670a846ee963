import { describe, expect, it } from 'vitest';
import { cards, expectCalm, forms, useWorld } from '../support/host-pages/world.ts';

const world = useWorld();

/** Policies a storefront may send, each as strict as it can be while it lets this script in the way its name says. */
const policies = (backend: string) => ({
  'the host is allowed': `default-src 'none'; script-src ${backend}; style-src 'self'; connect-src ${backend}; img-src 'self' data:`,
  'the tag has a nonce': `default-src 'none'; script-src 'nonce-abc'; style-src 'self'; connect-src ${backend}; img-src 'self' data:`,
  'the tag has a nonce, strict-dynamic': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${backend}; img-src 'self' data:`,
  'Trusted Types are required, and none may be made': `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'none'; connect-src ${backend}; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'`,
});
const names = Object.keys(policies('')) as (keyof ReturnType<typeof policies>)[];

describe('under a strict Content-Security-Policy', () => {
  for (const name of names) {
    for (const header of ['content-security-policy', 'content-security-policy-report-only']) {
      it(`no rule is broken, form and card, when ${name} (${header})`, async () => {
        const { backend, open, order, script, shop, tag } = world();
        const policy = `${policies(backend.url)[name]}; report-uri /reports`;
        const guest = await open({
          headers: { [header]: policy },
          head: script('async nonce="abc"'),
          body: `${tag('lang="de"')}<postlude-order-tracking loading="eager"></postlude-order-tracking>`,
        });
        await cards(guest.page);
        await forms(guest.page);
        const form = guest.page.locator('postlude-order-tracking form');
        await form.locator('input').nth(0).fill(order.number);
        await form.locator('input').nth(1).fill('mia@example.com');
        await form.locator('button[type=submit]').click();
        await cards(guest.page, 2);
        await guest.page.locator('article button[aria-expanded]').first().click();
        await expectCalm(guest);
        expect(shop.reports).toEqual([]);
        // Styled, not just let in.
        const card = guest.page.locator('article').first();
        expect(await card.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
      });
    }
  }

  it('a policy that lets the script in but not its chunks leaves the button that tries again', async () => {
    const { backend, open, script, tag } = world();
    const guest = await open({
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${backend.url}/postlude.js; connect-src ${backend.url}; img-src 'self'`,
      },
      head: script(),
      body: tag(),
    });
    await guest.page.getByRole('button', { name: 'Load again' }).waitFor();
    const { errors, rejections } = await guest.trouble();
    expect({ errors, rejections }).toEqual({ errors: [], rejections: [] });
  });

  it('the script may carry its integrity', async () => {
    const { backend, manifest, open, tag } = world();
    const { file } = manifest.loader;
    const integrity = manifest.files[file]?.integrity;
    const guest = await open({
      head: `<script async src="${backend.url}/${file}" integrity="${integrity}" crossorigin="anonymous" data-store="${backend.store}"></script>`,
      body: tag(),
    });
    await cards(guest.page);
    await expectCalm(guest);
  });
});

import { expect, it } from 'vitest';
import { type Answer, apiOf, putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

const entered = { name: 'Ada <b>L</b>', contract: '1001', email: 'ada@example.com', items: '' };

describeOnBothDatabases('the plain withdrawal page', (open) => {
  const kit = async () => {
    const backend = await open();
    const shop = await backend.newStore({ locale: 'en' });
    const send = apiOf(backend.context);
    const path = `/withdraw/${shop.store.publishableKey}`;
    const post = (fields: Record<string, string>) =>
      send('POST', path, {
        body: new URLSearchParams(fields).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    const count = async () =>
      (await send('GET', '/v1/staff/withdrawals', { key: shop.secretKey })).json.items.length;
    return { ...backend, shop, send, path, post, count };
  };
  const keyIn = (page: Answer) => /name="key" value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';

  it('leads from form to confirmation to acknowledgement in two steps, in the words of the law', async () => {
    const { send, path, post, count, shop } = await kit();
    await putOrder(send, shop);
    const form = await send('GET', `${path}?order=1001`);
    expect(form.status).toBe(200);
    expect(form.text).toContain('Withdraw from contract here');
    expect(form.text).toContain('value="1001"');
    const check = await post({ ...entered, step: 'check' });
    expect(check.text).toContain('Confirm withdrawal');
    expect(check.text).toContain('Ada &lt;b&gt;L&lt;/b&gt;');
    expect(await count()).toBe(0);
    const done = await post({ ...entered, step: 'confirm', key: keyIn(check) });
    expect(done.status).toBe(200);
    expect(done.text).toMatch(/W-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await count()).toBe(1);
    const again = await post({ ...entered, step: 'confirm', key: keyIn(check) });
    expect(again.text).toBe(done.text);
    expect(await count()).toBe(1);
  });

  it('keeps what was entered when something is wrong, and says what', async () => {
    const { post } = await kit();
    const page = await post({ ...entered, email: 'nobody', step: 'check' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="nobody"');
    expect(page.text).toContain('aria-invalid="true"');
    expect(page.text).toContain('Please enter an e-mail address');
    const back = await post({ ...entered, items: 'The "red" one', step: 'edit' });
    expect(back.text).toContain('The &quot;red&quot; one</textarea>');
  });

  it('confirms nothing that was not looked at before', async () => {
    const { post, count } = await kit();
    const page = await post({ ...entered, step: 'confirm' });
    expect(page.text).toContain('Confirm withdrawal');
    expect(await count()).toBe(0);
  });

  it('speaks the language asked for, then the reader’s, then the store’s', async () => {
    const { send, path } = await kit();
    expect((await send('GET', `${path}?lang=de`)).text).toContain('Vertrag hier widerrufen');
    const arabic = await send('GET', path, { headers: { 'Accept-Language': 'ar-EG,en;q=0.5' } });
    expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
    expect((await send('GET', `${path}?lang=xx`)).text).toContain('<html lang="en" dir="ltr">');
  });

  it('runs and loads nothing, and nobody frames it', async () => {
    const { send, path } = await kit();
    const { headers, text } = await send('GET', path);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^;]+; form-action 'self'; frame-ancestors 'none'/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('<script');
  });

  it('is not there for an unknown store', async () => {
    const { send } = await kit();
    expect((await send('GET', `/withdraw/pk_${'0'.repeat(32)}`)).status).toBe(404);
    expect((await send('GET', '/withdraw/nonsense')).status).toBe(404);
  });

  it('ends a flood from one address kindly', async () => {
    const { post } = await kit();
    const sent: number[] = [];
    for (let index = 0; index < 31; index++) {
      const key = crypto.randomUUID();
      sent.push((await post({ ...entered, step: 'confirm', key })).status);
    }
    expect(sent.filter((status) => status === 200)).toHaveLength(30);
    expect(sent.at(-1)).toBe(429);
  });
});

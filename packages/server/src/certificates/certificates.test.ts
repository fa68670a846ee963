import { expect, it } from 'vitest';
import { recallInput } from '../recalls/testing/recall.ts';
import { openRegistrationShop } from '../registrations/testing/shop.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { readQrOfPdf } from '../testing/qr-reader.ts';
import { checksPerMinute } from './routes.ts';

describeOnBothDatabases('a certificate', (open) => {
  /** A shop whose first lamp is registered, with its passport and the code of its certificate. */
  async function registered() {
    const shop = await openRegistrationShop(await open());
    const [unit] = await shop.units('Lamp Nordlicht');
    const id = unit?.passport.id ?? '';
    const answer = await shop.register({ items: [{ passportId: id, serial: 'LN-1234-AB' }] });
    expect(answer.status).toBe(201);
    const passport = await shop.get(id);
    const code = passport.registration?.code ?? '';
    const { backend, shop: created } = shop;
    const key = created.store.publishableKey;
    const check = (typed: string, from?: string) =>
      shop.send('GET', `/v1/certificates/${encodeURIComponent(typed)}?store=${key}`, {
        ...(from ? { from } : {}),
      });
    const page = (typed: string, query = '', from?: string) =>
      shop.send('GET', `/certificate/${key}/${encodeURIComponent(typed)}${query}`, {
        ...(from ? { from } : {}),
      });
    return { ...shop, backend, passport, code, check, page };
  }

  it('can be checked by its code, however it is typed, without a name or a full number', async () => {
    const { check, code } = await registered();
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' ')]) {
      const { json } = await check(typed);
      expect(json).toMatchObject({
        valid: true,
        status: 'registered',
        title: 'Lamp Nordlicht',
        serial: '••••4-AB',
        recalled: false,
      });
      expect(json.covers.length).toBeGreaterThan(0);
    }
    const { text } = await check(code);
    expect(text).not.toMatch(/ada|1234|Hamburg|1001/i);
  });

  it('is nothing when nobody issued it, or another store did', async () => {
    const { check, send, backend, code } = await registered();
    for (const wrong of ['2222-2222-2222', 'x', '💡', code.slice(0, -1)]) {
      expect((await check(wrong)).json).toMatchObject({ valid: false, status: null, covers: [] });
    }
    const other = await backend.newStore();
    const elsewhere = await send('GET', `/v1/certificates/${code}?store=${other.store.publishableKey}`);
    expect(elsewhere.json.valid).toBe(false);
    expect((await send('GET', `/certificate/${other.store.publishableKey}/${code}`)).status).toBe(404);
    expect((await send('GET', `/certificate/pk_none/${code}`)).status).toBe(404);
  });

  it('tells when the store ended it, and when the item is recalled', async () => {
    const { check, staff, passport, code } = await registered();
    await staff('POST', '/v1/staff/recalls', recallInput());
    expect((await check(code)).json).toMatchObject({ status: 'registered', recalled: true });
    await staff('POST', `/v1/staff/registrations/${passport.registration?.id}/void`, { code: 'duplicate' });
    expect((await check(code)).json).toMatchObject({ valid: true, status: 'void', covers: [] });
  });

  it('has a page for everybody, in three languages, that loads and runs nothing', async () => {
    const { page, code } = await registered();
    const german = await page(code);
    expect(german.status).toBe(200);
    expect(german.text).toContain('<html lang="de" dir="ltr">');
    expect(german.text).toContain('Dieses Zertifikat ist echt.');
    // The store's key and the code are made by chance, and may hold any letters.
    const told = german.text.replaceAll(/pk_\w+/g, '').replaceAll(code, '');
    expect(told).not.toMatch(/<script|ada|1234/i);
    expect(german.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect((await page(code, '?lang=ar')).text).toContain('<html lang="ar" dir="rtl">');
    expect((await page(code, '?lang=en')).text).toContain('This certificate is genuine.');
    const forged = await page('<b>"x');
    expect(forged.status).toBe(404);
    expect(forged.text).toContain('&lt;b&gt;');
    expect(forged.text).not.toContain('<b>"x');
  });

  it('cannot be tried without end', async () => {
    const { check, page, code } = await registered();
    for (let tries = 0; tries < checksPerMinute; tries++) await check('2222-2222-2222', '198.51.100.9');
    expect((await check(code, '198.51.100.9')).json.code).toBe('rate_limited');
    expect((await page(code, '', '198.51.100.9')).status).toBe(429);
    expect((await page(code, '', '198.51.100.10')).status).toBe(200);
  });

  it('is a PDF of one page with a code that leads to its check', async () => {
    const { send, passport, backend, code } = await registered();
    const file = passport.documents.find(({ kind }) => kind === 'certificate');
    expect(passport.checkUrl).toMatch(/\/certificate\/pk_/);
    const answer = await send('GET', new URL(file?.url ?? '').pathname);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.text.startsWith('%PDF-')).toBe(true);
    expect(answer.text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    const led = new URL(readQrOfPdf(answer.bytes) ?? '');
    expect(led.href).toBe(passport.checkUrl);
    expect(led.origin).toBe(new URL(backend.context.config.publicUrl).origin);
    const checked = await send('GET', led.pathname);
    expect([checked.status, checked.text.includes(code)]).toEqual([200, true]);
  });

  it('is gone once the store ended the registration', async () => {
    const { send, staff, passport } = await registered();
    const file = passport.documents.find(({ kind }) => kind === 'certificate');
    await staff('POST', `/v1/staff/registrations/${passport.registration?.id}/void`, { code: 'duplicate' });
    expect((await send('GET', new URL(file?.url ?? '').pathname)).json.code).toBe('not_found');
  });

  it('comes with a calendar of the days that matter', async () => {
    const { send, passport } = await registered();
    const file = passport.documents.find(({ kind }) => kind === 'calendar');
    const answer = await send('GET', new URL(file?.url ?? '').pathname);
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
    const days = passport.covers
      .flatMap(({ until, burdenUntil }) => [until, burdenUntil])
      .filter((day) => day !== null)
      .map((day) => day.replaceAll('-', ''))
      .sort();
    const told = [...answer.text.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map(([, day]) => day).sort();
    expect(told).toEqual(days);
    expect(days.length).toBeGreaterThan(1);
  });
});

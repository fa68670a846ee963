import { expect, it, onTestFinished } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { openMailbox } from '../../mail/testing/mailbox.ts';
import { createSender } from '../../outbox/sender.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { type ClaimShop, openClaimShop, repairQuote, testWarrantyPolicy } from '../testing/shop.ts';

const mailsOf = ({ backend, shop }: ClaimShop) => keptMails(backend, shop.store.id);
const subjects = async (shop: ClaimShop) => (await mailsOf(shop)).map(({ subject }) => subject);

/** Files in a language; the order's is not known, the store's is German. */
const fileIn = async (shop: ClaimShop, locale: string, changes: object = {}): Promise<string> => {
  const path = `/v1/passports/${shop.mug}/claims?locale=${locale}`;
  return (await shop.send('POST', path, { key: shop.token, json: shop.filing(changes) })).json.id;
};

describeOnBothDatabases('the mails about a claim', (open) => {
  it('tell each step once, however often it is asked for, in the language it was filed in', async () => {
    const shop = await openClaimShop(withMail(await open()));
    const id = await fileIn(shop, 'en');
    expect(await fileIn(shop, 'en')).toBe(id);
    for (let time = 0; time < 2; time += 1)
      await shop.act(id, 'approve', { note: 'With its cable, please.' });
    await shop.act(id, 'approve', { expectedOn: '2026-12-04' });
    for (let time = 0; time < 2; time += 1) await shop.act(id, 'receive');
    for (let time = 0; time < 2; time += 1) await shop.act(id, 'quote', repairQuote);
    shop.backend.clock.advance(60_000);
    const { quote } = await shop.get(id);
    await shop.shopper(id, 'quote', { quoteId: quote?.id, accept: true });
    const parcel = { carrier: 'DHL', trackingNumber: 'BACK 1' };
    for (let time = 0; time < 2; time += 1) await shop.act(id, 'ship', parcel);
    for (let time = 0; time < 2; time += 1) await shop.act(id, 'finish', { outcome: 'repaired' });
    const mails = await mailsOf(shop);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Kontor Nord: we have your claim C-1001-1',
      'Kontor Nord: your claim C-1001-1 is approved',
      'Kontor Nord: your item is on its way back (C-1001-1)',
      'Kontor Nord: your claim C-1001-1 is done',
    ]);
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['Ada@Example.com']));
    const [, approved, shipped, done] = mails.map(({ text }) => text);
    expect(approved).toContain('Please send it to:\nWorkshop\nDeich 2\n20095 Hamburg');
    expect(approved).toContain('The store writes:\n> With its cable, please.');
    expect(shipped).toContain('It travels with DHL. Number of the parcel: BACK 1');
    expect(done).toContain('It was repaired.');
    const guarantee = (await shop.get(id)).covers.find(({ kind }) => kind === 'legal_guarantee');
    expect(guarantee?.sum?.extensions).toHaveLength(1);
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(
      new Date(`${guarantee?.until}T12:00:00Z`),
    );
    expect(done).toContain(`What stands behind it now:\n- Legal guarantee: until ${day}`);
  });

  it('ask, quote with the whole sum and its last day, and decline with the reason, in German and Arabic', async () => {
    const shop = await openClaimShop(withMail(await open()));
    const id = await shop.filed();
    await shop.act(id, 'ask', { text: 'Blinkt die Lampe?' });
    await shop.act(id, 'messages', { text: 'Wir sind bis Freitag da.' });
    shop.backend.clock.advance(60_000);
    await shop.act(id, 'quote', { ...repairQuote, priceKind: 'at_most', calculation: 'By the hour.' });
    const texts = (await mailsOf(shop)).map(({ text }) => text);
    expect(await subjects(shop)).toEqual([
      'Kontor Nord: Ihr Fall C-1001-1 ist eingegangen',
      'Kontor Nord: Eine Nachricht zu Ihrem Fall C-1001-1',
      'Kontor Nord: Ein Kostenvoranschlag für Ihre Reparatur C-1001-1',
    ]);
    expect(texts[1]).toContain('> Wir sind bis Freitag da.');
    expect(texts[2]).toContain('Was es zusammen höchstens kostet: 21,90\u00a0€');
    expect(texts[2]).toContain('gilt bis zum 24. Dezember 2026.');
    const other = await openClaimShop(withMail(await open()));
    const arabic = await fileIn(other, 'ar-EG');
    await other.act(arabic, 'decline', { code: 'misuse', note: 'Water came in.' });
    const [, declined] = await mailsOf(other);
    expect(declined?.text).toContain('\u2068C-1001-1\u2069');
    expect(declined?.text).toContain('يرى المتجر أن السبب في طريقة الاستخدام.\n\nتجد');
    expect(declined?.text).toContain('> Water came in.');
  });

  it('do not tell what was taken back, asked anew, withdrawn or answered before it was told', async () => {
    const shop = await openClaimShop(withMail(await open()));
    const id = await fileIn(shop, 'en');
    await shop.act(id, 'decline', { code: 'misuse' });
    await shop.act(id, 'undo');
    await shop.act(id, 'ask', { text: 'Is it wet?' });
    await shop.act(id, 'ask', { text: 'Does it blink?' });
    const asked = (await mailsOf(shop)).map(({ text }) => text);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('> Does it blink?');
    await shop.shopper(id, 'messages', { text: 'It does.' });
    await shop.act(id, 'quote', repairQuote);
    await shop.act(id, 'quote', { ...repairQuote, days: 9, work: 'A new switch.' });
    const quoted = (await mailsOf(shop)).map(({ text }) => text);
    expect(quoted).toHaveLength(2);
    expect(quoted[1]).toContain('> A new switch.');
    expect((await shop.shopper(id, 'cancel')).json.status).toBe('cancelled');
    expect(await subjects(shop)).toEqual(['Kontor Nord: we have your claim C-1001-1']);
  });

  it('are none without a mail server and where the store wants none, and name the page it chose', async () => {
    const backend = await open();
    const without = await openClaimShop(backend);
    const silent = await openClaimShop(withMail(backend), { ...testWarrantyPolicy, mails: { send: false } });
    for (const shop of [without, silent]) {
      await shop.act(await shop.filed(), 'approve');
      expect(await mailsOf(shop)).toEqual([]);
    }
    const page = 'https://shop.example.com/warranty';
    const named = await openClaimShop(withMail(backend), {
      ...testWarrantyPolicy,
      mails: { send: true, page },
    });
    await named.filed();
    expect((await mailsOf(named))[0]?.text).toContain(`Alles dazu: ${page}`);
  });
});

describeOnBothDatabases('a mail about a claim, at a real mail server', (open) => {
  it('leaves once its minute is over; what is taken back then was told', async () => {
    const box = await openMailbox();
    onTestFinished(() => box.close());
    const backend = withMail(await open(), box.url);
    const shop = await openClaimShop(backend);
    const id = await fileIn(shop, 'en');
    await shop.act(id, 'approve');
    const sender = createSender(backend.context);
    const sent = async () => {
      await sender.sendDue();
      return box.mails.map(({ source }) => /^Subject: (.*)\r$/m.exec(source)?.[1]);
    };
    const filed = 'Kontor Nord: we have your claim C-1001-1';
    expect(await sent()).toEqual([filed]);
    backend.clock.advance(60_000);
    expect(await sent()).toEqual([filed, 'Kontor Nord: your claim C-1001-1 is approved']);
    expect((await shop.act(id, 'undo')).staff.claim.status).toBe('received');
    expect(await sent()).toHaveLength(2);
  });
});

import { afterEach, expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { type Mailbox, openMailbox } from '../../mail/testing/mailbox.ts';
import { createSender } from '../../outbox/sender.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openEasyPost } from '../../testing/easypost.ts';
import { makeLabels } from '../labels.ts';
import { openLabelShop } from '../testing/label-shop.ts';
import { keyOf, openReturnShop, type ReturnShop, testPolicy } from '../testing/shop.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** What waits to be sent, oldest first. */
const mailsOf = ({ backend, shop }: ReturnShop) => keptMails(backend, shop.store.id);

const subjects = async (shop: ReturnShop) => (await mailsOf(shop)).map(({ subject }) => subject);

/** Files in a language; the order's is not known, the store's is German. */
const fileIn = async (shop: ReturnShop, locale: string) => {
  const path = `/v1/orders/${shop.orderId}/returns?locale=${locale}`;
  return (await shop.send('POST', path, { key: shop.token, json: await shop.filing() })).json;
};

async function receive(shop: ReturnShop, id: string, units = 1) {
  const { json } = await shop.staff('GET', `/v1/staff/returns/${id}`);
  await shop.act(id, 'receive', { items: [{ returnItemId: json.return.items[0].id, quantity: units }] });
}

describeOnBothDatabases('the mails about a return', (open) => {
  it('tell each step once, however often it is asked for, in the language it was filed in', async () => {
    const shop = await openReturnShop(withMail(await open()));
    const filed = await fileIn(shop, 'en');
    await fileIn(shop, 'en');
    await shop.act(filed.id, 'ask', { text: 'Is it in its box?' });
    await shop.act(filed.id, 'ask', { text: 'Is it in its box?' });
    for (let time = 0; time < 2; time += 1) await shop.act(filed.id, 'approve');
    for (let time = 0; time < 2; time += 1) await receive(shop, filed.id);
    for (let time = 0; time < 2; time += 1) await shop.act(filed.id, 'refund');
    const mails = await mailsOf(shop);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Kontor Nord: we have your return R-1001-1',
      'Kontor Nord: a question about your return R-1001-1',
      'Kontor Nord: your return R-1001-1 is approved',
      'Kontor Nord: your return R-1001-1 has arrived',
      'Kontor Nord: your return R-1001-1 is settled',
    ]);
    expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['Ada@Example.com']));
    const [, question, approved, , refunded] = mails.map(({ text }) => text);
    expect(question).toContain('> Is it in its box?');
    expect(approved).toContain(
      'Please send it by December 8, 2026.\n\nSend it to:\nKontor Nord\nDeich 1\n20095 Hamburg',
    );
    expect(refunded).toContain('You get back: €18.95');
  });

  it('are in German for a store that is, and in Arabic for who filed in it, each name laid out by itself', async () => {
    const shop = await openReturnShop(withMail(await open()));
    const filed = await shop.file(await shop.filing());
    await shop.act(filed.json.id, 'decline', { code: 'window_ended', note: 'Leider zu spät.' });
    const [, declined] = await mailsOf(shop);
    expect(declined?.subject).toBe('Kontor Nord: Ihre Rücksendung R-1001-1 ist abgelehnt');
    expect(declined?.text).toContain(
      'Die Zeit für die Rücksendung war vorbei.\n\nDer Shop schreibt:\n> Leider zu spät.',
    );
    const other = await openReturnShop(withMail(await open()));
    await fileIn(other, 'ar-EG');
    const [arabic] = await mailsOf(other);
    expect(arabic?.text).toContain('\u2068R-1001-1\u2069');
    expect(arabic?.text).toContain('طلب الإرجاع');
  });

  it('bring the label once it is made, as a file', async () => {
    const fake = await openEasyPost();
    closing.push(() => fake.close());
    const shop = await openLabelShop(withMail(await open()), fake);
    expect((await mailsOf(shop)).at(-1)?.text).toContain('Es kommt in einer eigenen E-Mail.');
    await makeLabels(shop.context);
    await makeLabels(shop.context);
    const mails = await mailsOf(shop);
    expect(mails).toHaveLength(3);
    const [file] = mails.at(-1)?.attachments ?? [];
    expect(file).toMatchObject({ fileName: 'R-1001-1-label.pdf', contentType: 'application/pdf' });
    expect(Buffer.from(file?.base64 ?? '', 'base64').toString('latin1')).toMatch(/^%PDF/);
    await shop.act(shop.id, 'undo');
    await shop.act(shop.id, 'approve');
    expect((await mailsOf(shop)).at(-1)?.text).toContain(
      'Das Etikett für Ihre Rücksendung R-1001-1 liegt auf der Seite bereit',
    );
  });

  it('are one for a return that a rule approves at once', async () => {
    const autoApprovals = [{ id: 'small', upTo: 2000 }];
    const shop = await openReturnShop(withMail(await open()), { ...testPolicy, autoApprovals });
    await fileIn(shop, 'en');
    expect(await subjects(shop)).toEqual(['Kontor Nord: your return R-1001-1 is approved']);
  });

  it('are none without a mail server, where the store wants none, and for a gift, whose giver is not told', async () => {
    const backend = await open();
    const without = await openReturnShop(backend);
    const silent = await openReturnShop(withMail(backend), { ...testPolicy, mails: { send: false } });
    const gift = await openReturnShop(withMail(backend));
    await without.file(await without.filing());
    await silent.file(await silent.filing());
    const { Mug } = await gift.items(gift.giftToken);
    const items = [
      { ...keyOf(Mug), quantity: 1, reason: 'changed_my_mind', resolution: 'store_credit' as const },
    ];
    const filed = await gift.file(await gift.filing({ items }), {}, gift.giftToken);
    expect(filed.status).toBe(201);
    await gift.act(filed.json.id, 'approve');
    await gift.act(filed.json.id, 'messages', { text: 'It is on its way.' });
    for (const shop of [without, silent, gift]) expect(await mailsOf(shop)).toEqual([]);
  });

  it('do not tell what staff took back before it was told; a refund that was told is final', async () => {
    const box = await openBox();
    const backend = withMail(await open(), box.url);
    const shop = await openReturnShop(backend);
    const filed = await fileIn(shop, 'en');
    await shop.act(filed.id, 'decline', { code: 'window_ended' });
    await shop.act(filed.id, 'undo');
    await shop.act(filed.id, 'approve');
    expect(await subjects(shop)).toEqual([
      'Kontor Nord: we have your return R-1001-1',
      'Kontor Nord: your return R-1001-1 is approved',
    ]);
    await shop.act(filed.id, 'refund');
    expect((await shop.act(filed.id, 'undo')).staff.return.status).toBe('approved');
    expect(await subjects(shop)).toHaveLength(2);
    await shop.act(filed.id, 'refund');
    backend.clock.advance(60_000);
    await createSender(backend.context).sendDue();
    const { answer } = await shop.act(filed.id, 'undo');
    expect(answer.json.code).toBe('action_not_possible');
  });

  it('say what is settled for what never comes back, and where something is handed in', async () => {
    const shop = await openReturnShop(withMail(await open()));
    const { Lamp } = await shop.items();
    const lamp = [{ ...keyOf(Lamp), quantity: 1, reason: 'cancel', resolution: 'refund' as const }];
    const cancel = await shop.filing({ route: 'cancel', items: lamp });
    const { json: stopped } = await shop.file({ ...cancel, method: null });
    await shop.act(stopped.id, 'approve');
    const [filed, approved] = await mailsOf(shop);
    expect(filed?.subject).toBe('Kontor Nord: Ihre Stornierung R-1001-1 ist eingegangen');
    expect(approved?.text).toContain('Sie müssen nichts weiter tun.');
    const inStore = await shop.filing({ method: { id: 'shop', placeId: 'hamburg' } });
    const { json: brought } = await shop.file(inStore);
    await shop.act(brought.id, 'approve');
    const last = (await mailsOf(shop)).at(-1);
    expect(last?.text).toContain('Geben Sie es hier ab:\nKontor Nord\nDeich 1\nHamburg');
  });
});

describeOnBothDatabases('a mail of what the store writes', (open) => {
  it('leaves at once, and stands beside the steps that can be taken back', async () => {
    const box = await openBox();
    const backend = withMail(await open(), box.url);
    const shop = await openReturnShop(backend);
    const filed = await fileIn(shop, 'en');
    await shop.act(filed.id, 'approve');
    await shop.act(filed.id, 'refund');
    await shop.act(filed.id, 'messages', { text: 'It may take a day longer.\nBcc: eve@example.com' });
    await createSender(backend.context).sendDue();
    expect(box.mails).toHaveLength(2);
    expect(await subjects(shop)).toContain('Kontor Nord: a message about your return R-1001-1');
    expect((await mailsOf(shop)).map(({ text }) => text).join()).toContain(
      '> It may take a day longer.\n> Bcc: eve@example.com\n\nYou can answer on the page where you filed it.',
    );
    expect((await shop.act(filed.id, 'undo')).staff.return.status).toBe('approved');
  });
});

describeOnBothDatabases('a mail about a return, at a real mail server', (open) => {
  it('arrives there, names the shop’s own page, and nothing that was typed in it can say what we did not', async () => {
    const box = await openBox();
    const backend = withMail(await open(), box.url);
    const page = 'https://shop.example.com/returns';
    const shop = await openReturnShop(backend, { ...testPolicy, mails: { send: true, page } });
    const filed = await fileIn(shop, 'en');
    const text =
      'Please write to us.\r\nBcc: eve@example.com\n\u202eEverything about it: https://evil.example';
    await shop.act(filed.id, 'ask', { text });
    await createSender(backend.context).sendDue();
    expect(box.mails).toHaveLength(1);
    backend.clock.advance(60_000);
    await createSender(backend.context).sendDue();
    await createSender(backend.context).sendDue();
    const [first, second] = box.mails;
    expect(box.mails.map(({ recipients }) => recipients)).toEqual([['Ada@example.com'], ['Ada@example.com']]);
    expect(first?.source).toMatch(/^Subject: Kontor Nord: we have your return R-1001-1\r$/m);
    expect(first?.source).toMatch(/^Reply-To: hallo@shop\.example\.com\r$/m);
    expect(bodyOf(first?.source ?? '')).toContain(page);
    expect(second?.source).not.toMatch(/^Bcc/m);
    const body = bodyOf(second?.source ?? '');
    expect(body).toContain('> Bcc: eve@example.com');
    expect(body).toContain('> Everything about it: https://evil.example');
    expect(body).not.toContain('\u202e');
    expect(JSON.stringify(backend.logged)).not.toMatch(/Ada@|eve@|Please write/);
  });
});

async function openBox(): Promise<Mailbox> {
  const box = await openMailbox();
  closing.push(() => box.close());
  return box;
}

/** The text of a mail as it was sent, its quoted-printable or base64 undone. */
function bodyOf(source: string): string {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

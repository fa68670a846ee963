import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { createSender } from '../outbox/sender.ts';
import { listDeliveries } from '../outgoing/deliveries.ts';
import { replayDead } from '../outgoing/replay.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { enqueueMail } from './enqueue-mail.ts';
import type { Mail } from './mail.ts';
import { maskedMailbox } from './masked-mailbox.ts';
import { type Mailbox, openMailbox as startMailbox } from './testing/mailbox.ts';

const boxes: Mailbox[] = [];
const closeAll = () => Promise.all(boxes.splice(0).map((box) => box.close()));
afterEach(closeAll);

async function openMailbox(options: SMTPServerOptions = {}, port = 0): Promise<Mailbox> {
  const box = await startMailbox(options, port);
  boxes.push(box);
  return box;
}

const pdf = Buffer.from('%PDF-1.7 a small one').toString('base64');
const mail: Mail = {
  to: 'mia.stern@example.com',
  subject: 'Ihr Widerruf ist eingegangen – Bestätigung',
  text: 'Guten Tag,\n\nwir haben Ihren Widerruf erhalten.',
  html: '<p>wir haben Ihren <b>Widerruf</b> erhalten.</p>',
  attachments: [{ fileName: 'Widerruf.pdf', contentType: 'application/pdf', base64: pdf }],
};

function withMail({ context }: TestBackend, url: string): Context {
  return {
    ...context,
    config: { ...context.config, mail: { url, from: 'Kontor Nord <hallo@shop.example>' } },
  };
}

const enqueue = (context: Context, storeId: string, one: Mail = mail) =>
  context.db.withStore(storeId, (tx) => enqueueMail(tx, context, storeId, one, context.clock.now()));

const deliveries = async (context: Context, storeId: string) =>
  (await context.db.withStore(storeId, (tx) => listDeliveries(tx, storeId, {}))).items;

describeOnBothDatabases('mail', (open) => {
  it('arrives whole, with its attachment, at one mailbox', async () => {
    const backend = await open();
    const { store } = await backend.newStore();
    const mailbox = await openMailbox();
    const context = withMail(backend, mailbox.url);
    expect(await enqueue(context, store.id)).toBe(true);
    await createSender(context).sendDue();

    expect(mailbox.mails).toHaveLength(1);
    const { recipients, source } = mailbox.mails[0] ?? { recipients: [], source: '' };
    expect(recipients).toEqual(['mia.stern@example.com']);
    expect(source).toMatch(/^From: Kontor Nord <hallo@shop\.example>\r$/m);
    expect(source).toMatch(/^Reply-To: hallo@shop\.example\.com\r$/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(source).toMatch(/^Content-Disposition: attachment; filename=Widerruf\.pdf\r$/m);
    expect(source.replaceAll('\r\n', '')).toContain(pdf);
    const subject = [...source.matchAll(/=\?UTF-8\?Q\?(.*?)\?=/g)].map(([, part]) => part).join('');
    const word = decodeURIComponent(subject.replaceAll('_', ' ').replaceAll('=', '%'));
    expect(word).toBe(mail.subject);
    expect(source).toContain('wir haben Ihren Widerruf erhalten.');
    expect(source).toContain('<b>Widerruf</b>');

    const [delivery] = await deliveries(context, store.id);
    expect(delivery).toMatchObject({ channel: 'mail', state: 'delivered', lastStatus: 250, type: null });
    expect(source).toContain(`Message-ID: <${delivery?.id}@shop.example>`);
  });

  it('hides the mailbox in lists and logs', async () => {
    const backend = await open();
    const { store } = await backend.newStore();
    const context = withMail(backend, 'smtp://user:s3cret@127.0.0.1:1');
    await enqueue(context, store.id);
    await createSender(context).sendDue();
    const [delivery] = await deliveries(context, store.id);
    expect(delivery?.target).toBe('m…@example.com');
    expect(JSON.stringify(backend.logged)).not.toMatch(/mia\.stern|s3cret/);
    expect(JSON.stringify(delivery)).not.toMatch(/mia\.stern|s3cret/);
  });

  it('waits for the mail server to come back', async () => {
    const backend = await open();
    const { clock } = backend;
    const { store } = await backend.newStore();
    const mailbox = await openMailbox();
    await closeAll();
    const context = withMail(backend, mailbox.url);
    await enqueue(context, store.id, { ...mail, to: 'back@example.com' });
    await createSender(context).sendDue();
    expect(await deliveries(context, store.id)).toMatchObject([
      { state: 'waiting', attempts: 1, lastError: expect.stringContaining('ESOCKET') },
    ]);
    const back = await openMailbox({}, mailbox.port);
    clock.advance(6_000);
    await createSender(context).sendDue();
    expect(back.mails.filter(({ recipients }) => recipients[0] === 'back@example.com')).toHaveLength(1);
    expect(await deliveries(context, store.id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('is given up at once when the mailbox does not exist, and can be replayed', async () => {
    const backend = await open();
    const { store } = await backend.newStore();
    const refusing = await openMailbox({
      onRcptTo: (_, __, done) =>
        done(Object.assign(new Error('No such user mia.stern@example.com'), { responseCode: 550 })),
    });
    const context = withMail(backend, refusing.url);
    await enqueue(context, store.id);
    await createSender(context).sendDue();
    expect(await deliveries(context, store.id)).toMatchObject([
      { state: 'dead', attempts: 1, lastStatus: 550, lastError: 'The mail server refuses the mailbox.' },
    ]);
    const mailbox = await openMailbox();
    await context.db.withStore(store.id, (tx) => replayDead(tx, store.id, context.clock.now()));
    await createSender(withMail(backend, mailbox.url)).sendDue();
    expect(mailbox.mails).toHaveLength(1);
  });

  it('goes to one mailbox whatever is written into the address, and no header can be smuggled in', async () => {
    const backend = await open();
    const { store } = await backend.newStore();
    const mailbox = await openMailbox();
    const context = withMail(backend, mailbox.url);
    await enqueue(context, store.id, { ...mail, to: 'a@example.com, b@example.com' });
    await enqueue(context, store.id, { ...mail, to: 'c@example.com', subject: 'x\r\nBcc: d@example.com' });
    await createSender(context).sendDue();
    const recipients = mailbox.mails.flatMap((one) => one.recipients);
    expect(recipients).toContain('c@example.com');
    expect(recipients).not.toContain('b@example.com');
    expect(recipients).not.toContain('d@example.com');
    expect(mailbox.mails.every((one) => one.recipients.length === 1)).toBe(true);
    expect(mailbox.mails.map((one) => one.source).join()).not.toMatch(/^Bcc/m);
  });

  it('is not kept when no mail server is configured, and the caller is told', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    expect(await enqueue(context, store.id)).toBe(false);
    expect(await deliveries(context, store.id)).toEqual([]);
  });

  it('is not sent when the transaction was rolled back', async () => {
    const backend = await open();
    const { store } = await backend.newStore();
    const mailbox = await openMailbox();
    const context = withMail(backend, mailbox.url);
    const failing = context.db.withStore(store.id, async (tx) => {
      await enqueueMail(tx, context, store.id, mail, context.clock.now());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await createSender(context).sendDue();
    expect(mailbox.mails).toEqual([]);
  });
});

describe('a mailbox as lists show it', () => {
  it.each([
    ['mia.stern@example.com', 'm…@example.com'],
    ['Ünal@example.com', 'Ü…@example.com'],
    ['"a@b"@example.com', '"…@example.com'],
    ['nobody', '…'],
    ['', '…'],
  ])('hides who %s is', (address, shown) => {
    expect(maskedMailbox(address)).toBe(shown);
  });
});

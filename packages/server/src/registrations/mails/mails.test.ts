import { expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { pending } from '../testing/pending.ts';
import { openRegistrationShop, type RegistrationShop } from '../testing/shop.ts';

const mailsOf = ({ backend, shop }: RegistrationShop) => keptMails(backend, shop.store.id);

describeOnBothDatabases('the mails about a registration', (open) => {
  it('tell once that it is accepted, with what stands behind the item, or why it has ended', async () => {
    const shop = await openRegistrationShop(withMail(await open()));
    const { id } = await pending(shop);
    for (let time = 0; time < 2; time += 1) await shop.act(id, 'approve');
    for (let time = 0; time < 2; time += 1) {
      await shop.act(id, 'void', { code: 'duplicate', note: 'Zweimal da.' });
    }
    const [approved, voided, ...more] = await mailsOf(shop);
    expect(more).toEqual([]);
    expect(approved?.to).toBe('kim@example.com');
    expect(approved?.subject).toMatch(/^.+: Ihre Registrierung \S+ ist angenommen$/);
    expect(approved?.text).toContain('Die Seriennummer ist LN-1234-AB.');
    expect(approved?.text).toContain('Was jetzt dahintersteht:\n');
    expect(approved?.text).toContain('\n- Lampengarantie: bis zum 2. Mai 2028\n');
    expect(voided?.text).toContain('Es ist schon registriert.\n\nDer Shop schreibt:\n> Zweimal da.');
    expect(voided?.text).toContain('Die Rechte, die Ihnen das Gesetz gibt, bleiben');
  });

  it('do not tell what was taken back before it was told, and nothing where the store wants none', async () => {
    const shop = await openRegistrationShop(withMail(await open()));
    const { id } = await pending(shop);
    await shop.act(id, 'reject', { code: 'proof_unreadable' });
    expect(await mailsOf(shop)).toHaveLength(1);
    await shop.act(id, 'undo');
    expect(await mailsOf(shop)).toEqual([]);
    const silent = await openRegistrationShop(withMail(await open()), { mails: { send: false } });
    const other = await pending(silent);
    await silent.act(other.id, 'reject', { code: 'proof_unreadable' });
    expect(await mailsOf(silent)).toEqual([]);
  });
});

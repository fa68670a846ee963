import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { createSecretBox } from '../secrets/secret-box.ts';
import { issueToken, readToken, type SessionGrant } from './token.ts';

const secrets = createSecretBox(randomBytes(32));
const now = new Date('2026-11-24T09:00:00Z');
const grant: SessionGrant = {
  storeId: newId('store'),
  orderId: newId('order'),
  gift: false,
  expiresAt: new Date('2026-11-24T11:00:00Z'),
};

describe('the token of a session', () => {
  it('opens what it was issued for', () => {
    expect(readToken(secrets, issueToken(secrets, grant), now)).toEqual(grant);
  });

  it('begins with st_ and is plain enough for a header', () => {
    expect(issueToken(secrets, grant)).toMatch(/^st_[\w.-]+$/);
  });

  it('opens until its end and not a moment longer', () => {
    const token = issueToken(secrets, grant);
    expect(readToken(secrets, token, new Date('2026-11-24T10:59:59.999Z'))).toEqual(grant);
    expect(readToken(secrets, token, grant.expiresAt)).toBeNull();
  });

  it('opens nothing once any of its characters is another', () => {
    const token = issueToken(secrets, grant);
    for (let place = 0; place < token.length - 1; place += 1) {
      const other = token[place] === 'A' ? 'B' : 'A';
      expect(readToken(secrets, token.slice(0, place) + other + token.slice(place + 1), now)).toBeNull();
    }
  });

  it('opens nothing under another encryption key', () => {
    expect(readToken(createSecretBox(randomBytes(32)), issueToken(secrets, grant), now)).toBeNull();
  });

  it('does not open another store’s order with the same signature', () => {
    const token = issueToken(secrets, grant);
    const other = issueToken(secrets, { ...grant, storeId: newId('store') });
    const mixed = `${other.split('.')[0]}.${token.split('.')[1]}`;
    expect(readToken(secrets, mixed, now)).toBeNull();
  });

  it.each(['', 'st_', 'st_.', 'st_a.b', 'sk_x', `st_${'a'.repeat(300)}.${'b'.repeat(43)}`, 'null'])(
    'is not %j',
    (text) => {
      expect(readToken(secrets, text, now)).toBeNull();
    },
  );
});

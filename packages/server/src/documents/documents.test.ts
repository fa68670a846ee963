import { describe, expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { createSecretBox } from '../secrets/secret-box.ts';
import { apiOf } from '../testing/api.ts';
import { createTestClock, openTestBackend } from '../testing/backend.ts';
import { addressLifetime, documentAddress, readDocumentToken } from './address.ts';

const secrets = createSecretBox(Buffer.alloc(32, 5));
const context = { secrets, config: { publicUrl: 'https://post.example.com' } as never };
const name = { storeId: newId('store'), kind: 'upload', id: newId('upload') } as const;
const now = new Date('2026-11-24T09:03:00Z');
const tokenOf = (address: string): string => address.split('/').at(-1) ?? '';

describe('the address of a document', () => {
  it('opens it for ten minutes at least and twenty at most', () => {
    const token = tokenOf(documentAddress(context, name, now));
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    expect(readDocumentToken(secrets, token, at(10))).toEqual(name);
    expect(readDocumentToken(secrets, token, at(16))).toEqual(name);
    expect(readDocumentToken(secrets, token, at(17))).toBeNull();
  });

  it('is the same within ten minutes, so that a page loads it once', () => {
    const later = new Date(now.getTime() + addressLifetime / 2);
    expect(documentAddress(context, name, later)).toBe(documentAddress(context, name, now));
    expect(documentAddress(context, name, new Date(now.getTime() + addressLifetime))).not.toBe(
      documentAddress(context, name, now),
    );
  });

  it('opens nothing when a letter of it is changed, when it was made elsewhere, or for another store', () => {
    const token = tokenOf(documentAddress(context, name, now));
    for (let place = 0; place < token.length; place++) {
      const other = token[place] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, place) + other + token.slice(place + 1);
      // The last letter holds two bits that mean nothing.
      const same = Buffer.from(changed.split('.')[1] ?? '', 'base64url').equals(
        Buffer.from(token.split('.')[1] ?? '', 'base64url'),
      );
      if (same && changed.split('.')[0] === token.split('.')[0]) continue;
      expect(readDocumentToken(secrets, changed, now), changed).toBeNull();
    }
    const others = createSecretBox(Buffer.alloc(32, 6));
    expect(readDocumentToken(others, token, now)).toBeNull();
    const swapped = Buffer.from(token.split('.')[0] ?? '', 'base64url')
      .toString()
      .replace(name.storeId, newId('store'));
    const forged = `${Buffer.from(swapped).toString('base64url')}.${token.split('.')[1]}`;
    expect(readDocumentToken(secrets, forged, now)).toBeNull();
    for (const broken of ['', '.', 'a.b', `${token}.x`, `${token}A`, '../x', 'x'.repeat(400)]) {
      expect(readDocumentToken(secrets, broken, now)).toBeNull();
    }
  });

  it('leads nowhere when anything is wrong with it or behind it', async () => {
    const backend = await openTestBackend('pglite');
    const shop = await backend.newStore();
    const send = apiOf(backend.context);
    const clock = createTestClock();
    const thing = { storeId: shop.store.id, kind: 'upload', id: newId('upload') } as const;
    const path = new URL(documentAddress(backend.context, thing, clock.now())).pathname;
    for (const wrong of [
      path,
      '/v1/documents/x',
      `/v1/documents/${'y'.repeat(500)}`,
      '/v1/documents/..%2f',
    ]) {
      const answer = await send('GET', wrong);
      expect([answer.status, answer.json.code], wrong).not.toContain('internal');
      expect([404, 422]).toContain(answer.status);
    }
    expect((await send('GET', path)).json.code).toBe('not_found');
    await backend.close();
  });
});

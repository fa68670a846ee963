import { uploadsPerOrder } from '@postlude/contract';
import { expect, it } from 'vitest';
import { newId } from '../secrets/ids.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { colourAt, jpeg, jpegWithExif, pdf } from '../testing/pictures.ts';
import { bytesPerOrder, uploadsPerWindow, uploadWindow } from './limits.ts';
import { bytesAt, kitOf, photo } from './testing/upload-kit.ts';

describeOnBothDatabases('uploads', (open) => {
  it('of a shopper are kept upright, and shown to whoever holds the address', async () => {
    const kit = await kitOf(open);
    const answer = await kit.upload(jpegWithExif(await jpeg(), 6), { 'Content-Type': 'text/html' });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      contentType: 'image/jpeg',
      width: 32,
      height: 48,
      purpose: 'return',
    });
    const shown = await bytesAt(kit.context, answer.json.url);
    expect(shown.answer.status).toBe(200);
    expect(shown.bytes.byteLength).toBe(answer.json.bytes);
    expect((await colourAt(shown.bytes, 3, 3))[2]).toBeGreaterThan(200);
    expect(Object.fromEntries(shown.answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^inline; filename="upl_[0-9a-f]{32}\.jpg"/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=60',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('are the same upload when the same bytes are sent again, also from two tabs at once', async () => {
    const kit = await kitOf(open);
    const bytes = await photo();
    const answers = await Promise.all([kit.upload(bytes), kit.upload(bytes), kit.upload(bytes)]);
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(await kit.count()).toBe(1);
    expect((await kit.upload(bytes)).json.id).toBe(answers[0].json.id);
  });

  it('of PDFs are saved, never shown', async () => {
    const kit = await kitOf(open);
    const { json } = await kit.upload(pdf);
    expect(json).toMatchObject({
      contentType: 'application/pdf',
      width: null,
      height: null,
      bytes: pdf.length,
    });
    const { answer } = await bytesAt(kit.context, json.url);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  });

  it('of staff belong to an order of their store', async () => {
    const kit = await kitOf(open);
    const path = (order: string, purpose = 'inspection') =>
      `/v1/staff/uploads?order=${order}&purpose=${purpose}`;
    const key = kit.shop.secretKey;
    const send = async (where: string, secret = key) =>
      kit.send('POST', where, { key: secret, body: new Uint8Array(await photo()) });
    expect((await send(path(kit.orderId))).json).toMatchObject({ purpose: 'inspection' });
    expect((await send(path(newId('order')))).json.code).toBe('not_found');
    expect((await send(path(kit.orderId, 'return'))).json.code).toBe('invalid_input');
    const foreign = await kit.backend.newStore();
    expect((await send(path(kit.orderId), foreign.secretKey)).json.code).toBe('not_found');
    expect((await send(path(kit.orderId), kit.token)).json.code).toBe('key_invalid');
  });

  it('are refused with a code of their own, and leave nothing behind', async () => {
    const kit = await kitOf(open);
    const refused = async (bytes: Uint8Array) => {
      const answer = await kit.upload(bytes, { 'Content-Type': 'image/jpeg' });
      return [answer.status, answer.json.code];
    };
    expect(await refused(Buffer.from('a text'))).toEqual([415, 'upload_type']);
    expect(await refused((await photo()).subarray(0, 200))).toEqual([422, 'upload_damaged']);
    expect(await refused(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual([413, 'too_large']);
    expect((await kit.send('POST', '/v1/uploads', { body: new Uint8Array(await photo()) })).json.code).toBe(
      'session_invalid',
    );
    expect(await kit.count()).toBe(0);
  });

  it('stop at the most an order may hold, however many are sent at once', async () => {
    const kit = await kitOf(open);
    const photos = await Promise.all(Array.from({ length: uploadsPerOrder + 10 }, photo));
    const codes: string[] = [];
    for (let start = 0; start < photos.length; start += 10) {
      const answers = await Promise.all(photos.slice(start, start + 10).map((bytes) => kit.upload(bytes)));
      codes.push(...answers.map(({ status, json }) => (status === 201 ? 'taken' : json.code)));
    }
    expect(codes.filter((code) => code === 'taken')).toHaveLength(uploadsPerOrder);
    expect(new Set(codes)).toEqual(new Set(['taken', 'upload_limit']));
    expect(await kit.count()).toBe(uploadsPerOrder);
  }, 60_000);

  it('stop at the most bytes an order may hold', async () => {
    const kit = await kitOf(open);
    const { json } = await kit.upload(await photo());
    await kit.context.db.withStore(kit.storeId, (tx) =>
      tx
        .updateTable('uploads')
        .set({ bytes: bytesPerOrder - 10 })
        .where('upload_id', '=', json.id)
        .execute(),
    );
    expect((await kit.upload(await photo())).json.code).toBe('upload_limit');
  });

  it('ten thousand and one of them are mostly not even looked at', async () => {
    const kit = await kitOf(open);
    const text = (count: number) => Buffer.from(`not a photo ${count}`);
    const codes = new Map<string, number>();
    for (let count = 0; count < uploadsPerWindow + 20; count++) {
      const { json } = await kit.upload(text(count));
      codes.set(json.code, (codes.get(json.code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ upload_type: uploadsPerWindow, rate_limited: 20 });
    const { token } = await kit.another();
    expect((await kit.send('POST', '/v1/uploads', { key: token, body: text(1) })).json.code).toBe(
      'upload_type',
    );
    kit.backend.clock.advance(uploadWindow);
    expect((await kit.upload(text(1))).json.code).toBe('upload_type');
  }, 60_000);
});

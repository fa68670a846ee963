import type { BytesOutput, Endpoint } from '@postlude/contract';
import { getDocument } from '@postlude/contract/endpoints';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { bytesAnswer } from './bytes-answer.ts';
import type { AppEnv } from './request.ts';

const file: BytesOutput = {
  bytes: Buffer.from('%PDF-'),
  contentType: 'application/pdf',
  fileName: 'a.pdf',
  inline: true,
};

async function answered(changes: Partial<BytesOutput> = {}, headers = {}, row: Endpoint = getDocument) {
  const app = new Hono<AppEnv>();
  app.get('/', (c) => bytesAnswer(c, row, { ...file, ...changes }));
  return app.request('/', { headers });
}

describe('a file as an answer', () => {
  it.each([
    ['slip.pdf', `inline; filename="slip.pdf"; filename*=UTF-8''slip.pdf`],
    [
      'Rücksendung (1).pdf',
      `inline; filename="Rucksendung (1).pdf"; filename*=UTF-8''R%C3%BCcksendung%20%281%29.pdf`,
    ],
    ['قسيمة', `inline; filename="file"; filename*=UTF-8''%D9%82%D8%B3%D9%8A%D9%85%D8%A9`],
    [
      'a"; filename=b.exe\r\nX: y',
      `inline; filename="a; filename=b.exeX: y"; filename*=UTF-8''a%22%3B%20filename%3Db.exeX%3A%20y`,
    ],
    ['../../etc/passwd', `inline; filename="....etcpasswd"; filename*=UTF-8''....etcpasswd`],
    ['', `inline; filename="file"; filename*=UTF-8''file`],
  ])(
    'is named for old and new programs, and by no name of a header or a path: %j',
    async (fileName, header) => {
      expect((await answered({ fileName })).headers.get('content-disposition')).toBe(header);
    },
  );

  it('is shown without a sandbox only when it is a PDF to be shown', async () => {
    const policy = async (changes: Partial<BytesOutput>) =>
      (await answered(changes)).headers.get('content-security-policy');
    expect(await policy({})).not.toContain('sandbox');
    expect(await policy({ inline: false })).toContain('sandbox');
    expect(await policy({ contentType: 'image/jpeg' })).toContain('sandbox');
    expect(await policy({ contentType: 'text/html' })).toBe("sandbox; default-src 'none'");
  });

  it('is not sent again to whoever has it', async () => {
    const first = await answered();
    const etag = first.headers.get('etag') ?? '';
    const again = await answered({}, { 'If-None-Match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await answered({ bytes: Buffer.from('other') }, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('is answered in parts when it is a video, as long as it is the same one', async () => {
    const video = { bytes: Buffer.from('0123456789'), contentType: 'video/mp4' };
    const whole = await answered(video);
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    const part = await answered(video, { Range: 'bytes=2-4', 'If-Range': whole.headers.get('etag') });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    expect((await answered(video, { Range: 'bytes=2-4', 'If-Range': '"other"' })).status).toBe(200);
    const behind = await answered(video, { Range: 'bytes=10-' });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect((await answered({}, { Range: 'bytes=0-1' })).status).toBe(200);
  });

  it('may be read by any page, and kept for a minute, only where anybody may call', async () => {
    const staff: Endpoint = { ...getDocument, access: 'staff' };
    const { headers } = await answered({}, {}, staff);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect((await answered()).headers.get('cache-control')).toBe('private, max-age=60');
  });
});

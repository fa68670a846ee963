import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The account of the stand-in. */
export const s3Account = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'eu-central-1',
  bucket: 'shop-files',
};

/** A store that speaks S3, as far as we do: it checks every signature (Signature Version 4) and every body's hash. */
export interface FakeS3 {
  readonly url: string;
  /** What it holds, by path. */
  readonly files: ReadonlyMap<string, { bytes: Buffer; contentType: string }>;
  /** Answers so many requests with 503 from now on. */
  failNext(times: number): void;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of this machine. */
export async function openS3(): Promise<FakeS3> {
  const files = new Map<string, { bytes: Buffer; contentType: string }>();
  let failures = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const answer = (status: number, code: string) =>
      response
        .writeHead(status, { 'Content-Type': 'application/xml' })
        .end(`<Error><Code>${code}</Code></Error>`);
    if (failures > 0) {
      failures -= 1;
      return answer(503, 'SlowDown');
    }
    const wrong = whatIsWrong(request, body);
    if (wrong !== null) return answer(403, wrong);
    const path = request.url ?? '';
    if (!path.startsWith(`/${s3Account.bucket}/`)) return answer(404, 'NoSuchBucket');
    const file = files.get(path);
    switch (request.method) {
      case 'PUT':
        files.set(path, { bytes: body, contentType: request.headers['content-type'] ?? '' });
        return response.writeHead(200).end();
      case 'DELETE':
        files.delete(path);
        return response.writeHead(204).end();
      default:
        if (!file) return answer(404, 'NoSuchKey');
        return response.writeHead(200, { 'Content-Type': file.contentType }).end(file.bytes);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    failNext: (times) => {
      failures = times;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The error S3 would answer with; null when the request is signed rightly (AWS General Reference, Signature Version 4). */
function whatIsWrong(request: IncomingMessage, body: Buffer): string | null {
  const header =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
  const [, keyId, day = '', region = '', signed = '', signature = ''] =
    header.exec(request.headers.authorization ?? '') ?? [];
  if (keyId === undefined) return 'AccessDenied';
  if (keyId !== s3Account.accessKeyId) return 'InvalidAccessKeyId';
  if (region !== s3Account.region) return 'AuthorizationHeaderMalformed';
  const date = String(request.headers['x-amz-date']);
  const age = Math.abs(
    Date.now() - Date.parse(date.replace(/(\d{4})(\d\d)(\d\dT\d\d)(\d\d)/, '$1-$2-$3:$4:')),
  );
  if (!date.startsWith(day) || !(age < 15 * 60_000)) return 'RequestTimeTooSkewed';
  const hash = String(request.headers['x-amz-content-sha256']);
  if (hash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const names = signed.split(';');
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date']) {
    if (!names.includes(needed)) return 'AccessDenied';
  }
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [
    request.method,
    path,
    query,
    ...names.map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signed,
    hash,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${s3Account.secretAccessKey}`, day), region), 's3'), 'aws4_request');
  const right = timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'));
  return right ? null : 'SignatureDoesNotMatch';
}

import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { S3Config } from '../../config/config.ts';
import { checkedKey } from './storage-key.ts';
import type { UploadStorage } from './upload-storage.ts';

/** How long one request may take, in milliseconds: 10 MB over a slow line. */
const timeout = 30_000;

/**
 * Keeps files in a bucket of any store that speaks S3 (AWS, R2, B2, MinIO, …), addressed by path, which all of them take.
 * Requests are signed (Signature Version 4, body included), and tried again twice when the store has trouble.
 */
export function s3Storage(config: S3Config): UploadStorage {
  const { accessKeyId, secretAccessKey, region } = config;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const addressOf = (key: string): string =>
    `${config.endpoint}/${config.bucket}/${config.prefix}${checkedKey(key)}`;

  async function ask(method: 'PUT' | 'GET' | 'DELETE', key: string, body?: Uint8Array, contentType?: string) {
    const response = await client.fetch(addressOf(key), {
      method,
      headers: {
        'X-Amz-Content-Sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    });
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
    // The store's own sentence goes to the log, through the cause; it holds no secret of ours.
    throw new Error(
      `The bucket answered ${method} with ${response.status}: ${(await response.text()).slice(0, 500)}`,
    );
  }

  return {
    async put(key, bytes, contentType) {
      await (await ask('PUT', key, bytes, contentType)).body?.cancel();
    },
    async get(key) {
      const response = await ask('GET', key);
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      // Of a bucket that is missing we are told as of a missing file; only the latter is none.
      if (/<Code>NoSuchBucket</.test(await response.text())) throw new Error('There is no such bucket.');
      return null;
    },
    async delete(key) {
      await (await ask('DELETE', key)).body?.cancel();
    },
  };
}

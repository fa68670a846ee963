import { ApiProblem } from './api-problem.ts';

/** The largest JSON body, in bytes. */
export const jsonBodyLimit = 256 * 1024;

/** The largest body of a webhook, in bytes: orders of many lines are long. */
export const webhookBodyLimit = 2 * 1024 * 1024;

/**
 * Reads the bytes of a request, no more than `limit` of them. The length the sender states is believed only when it
 * is too large; what really arrives is counted.
 *
 * @throws ApiProblem `too_large`; `invalid_json` when the sender goes away half-way; `unsupported_media_type` for a
 *   compressed body: nothing we take needs one, and a small one may unpack to gigabytes.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding.toLowerCase() !== 'identity') {
    throw new ApiProblem('unsupported_media_type', { detail: 'Please send the body uncompressed.' });
  }
  const tooLarge = () =>
    new ApiProblem('too_large', {
      detail: `At most ${limit} bytes are taken.`,
      headers: { Connection: 'close' },
    });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  if (!request.body) return new Uint8Array();

  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new ApiProblem('invalid_json', { detail: 'The body ended too early.', cause });
    });
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      // The rest is not waited for: whoever sends it may never end.
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/**
 * Parses a JSON body.
 *
 * @param plainText also takes `text/plain`, which a browser may send without a preflight.
 * @throws ApiProblem `unsupported_media_type` or `invalid_json`.
 */
export function parseJson(bytes: Uint8Array, contentType: string | null, plainText: boolean): unknown {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const json = type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
  if (!json && !(plainText && type === 'text/plain')) throw new ApiProblem('unsupported_media_type');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ApiProblem('invalid_json');
  }
}

import '../zod-setup.ts';
import * as z from 'zod/mini';
import { Bytes } from '../bytes.ts';
import type { Endpoint } from '../endpoint.ts';

/** Opens a signed address: a photo, a packing slip, a label, a calendar file, a receipt. */
export const getDocument = {
  method: 'GET',
  path: '/v1/documents/{token}',
  access: 'public',
  summary: 'Open a file by its signed address',
  description:
    'The addresses are part of other answers and work for 10 to 20 minutes, without a session and in any tab; ask for the thing ' +
    'they belong to for a new one. Whatever is wrong with an address, it leads nowhere.',
  params: z.strictObject({ token: /* @__PURE__ */ z.string().check(z.maxLength(400)) }),
  output: Bytes,
  outputKind: 'bytes',
  conditional: true,
  problems: ['not_found'],
} as const satisfies Endpoint;

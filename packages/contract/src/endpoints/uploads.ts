import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { Upload, uploadTypes, videoLimits, videoTypes } from '../uploads.ts';

/** Sends a file of the shopper. */
export const createUpload = {
  method: 'POST',
  path: '/v1/uploads',
  access: 'session',
  summary: 'Send a file',
  description:
    'The body is the file itself: a JPEG, PNG or WebP picture or a PDF of at most 10 MB and 64 megapixels. Neither its name nor its ' +
    'stated type is believed. Pictures are re-encoded without metadata; a HEIC photo has to be converted first. A review also takes ' +
    'a video (MP4, QuickTime, WebM) of at most 30 MB and 60 seconds; where it was filmed, when and with what is removed. The same file sent ' +
    'again is the same upload. What is attached to nothing within 24 hours is removed.',
  query: z.strictObject({
    purpose: /* @__PURE__ */ z.optional(z.enum(['return', 'message', 'proof', 'claim', 'review'])),
  }),
  bodyKind: 'raw',
  bodyTypes: [...uploadTypes, ...videoTypes],
  bodyLimit: videoLimits.videoBytes,
  output: Upload,
  status: 201,
  problems: [
    'session_invalid',
    'origin_not_allowed',
    'not_found',
    'too_large',
    'upload_type',
    'upload_damaged',
    'upload_limit',
  ],
} as const satisfies Endpoint;

/** Removes a file of the shopper that belongs to nothing yet. */
export const deleteUpload = {
  method: 'DELETE',
  path: '/v1/uploads/{uploadId}',
  access: 'session',
  summary: 'Remove a file that was not used',
  description:
    'Only while it is attached to nothing. Removing it twice is answered with not_found the second time.',
  params: z.strictObject({ uploadId: idOf('upload') }),
  output: Upload,
  problems: ['session_invalid', 'origin_not_allowed', 'not_found', 'conflict'],
} as const satisfies Endpoint;

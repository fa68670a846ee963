import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { Upload, uploadLimit, uploadTypes } from '../uploads.ts';

/** Sends a file of staff for an order. */
export const createStaffUpload = {
  method: 'POST',
  path: '/v1/staff/uploads',
  access: 'staff',
  summary: 'Send a file for an order',
  description:
    'For an inspection or a message. The body is the file itself, checked and re-encoded as a shopper’s is (`createUpload`).',
  query: z.strictObject({ order: idOf('order'), purpose: z.enum(['inspection', 'message']) }),
  bodyKind: 'raw',
  bodyTypes: uploadTypes,
  bodyLimit: uploadLimit,
  output: Upload,
  status: 201,
  problems: ['key_invalid', 'not_found', 'too_large', 'upload_type', 'upload_damaged', 'upload_limit'],
} as const satisfies Endpoint;

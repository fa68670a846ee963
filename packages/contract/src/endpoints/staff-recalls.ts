import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf, pageQuery } from '../pages.ts';
import { RecallInput, RecallReach, StaffRecall } from '../recalls.ts';

const ofRecall = z.strictObject({ recallId: idOf('recall') });

/** Works out whom a recall would reach. */
export const previewRecall = {
  method: 'POST',
  path: '/v1/staff/recall-previews',
  access: 'staff',
  safe: true,
  summary: 'See whom a recall would reach',
  description: 'Publishes nothing.',
  body: RecallInput,
  output: RecallReach,
  problems: ['key_invalid', 'recall_text'],
} as const satisfies Endpoint;

/** Publishes a recall. */
export const publishRecall = {
  method: 'POST',
  path: '/v1/staff/recalls',
  access: 'staff',
  summary: 'Publish a recall',
  description:
    'Every owner sees it above everything else and is written to once. Owners who register later see it too.',
  body: RecallInput,
  output: StaffRecall,
  status: 201,
  problems: ['key_invalid', 'recall_text', 'conflict'],
} as const satisfies Endpoint;

/** Lists recalls. */
export const listStaffRecalls = {
  method: 'GET',
  path: '/v1/staff/recalls',
  access: 'staff',
  summary: 'List recalls',
  description: 'Newest first, with reach and answers.',
  query: z.strictObject(pageQuery),
  output: pageOf(StaffRecall),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a recall. */
export const getStaffRecall = {
  method: 'GET',
  path: '/v1/staff/recalls/{recallId}',
  access: 'staff',
  summary: 'Read a recall',
  description: 'With reach and answers.',
  params: ofRecall,
  output: StaffRecall,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Ends a recall. */
export const endRecall = {
  method: 'POST',
  path: '/v1/staff/recalls/{recallId}/end',
  access: 'staff',
  summary: 'End a recall',
  description: 'It is shown no more. Ending an ended one changes nothing.',
  params: ofRecall,
  output: StaffRecall,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

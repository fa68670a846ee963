import '../zod-setup.ts';
import type { Endpoint } from '../endpoint.ts';
import { PublicStore } from '../stores.ts';

/** Public facts of the store a page belongs to. */
export const getStore = {
  method: 'GET',
  path: '/v1/store',
  access: 'publishable',
  summary: 'Read the store',
  description: 'Name, language, time zone and contact of the store the publishable key belongs to.',
  output: PublicStore,
  conditional: true,
  problems: ['unknown_store', 'origin_not_allowed'],
} as const satisfies Endpoint;

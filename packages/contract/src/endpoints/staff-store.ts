import '../zod-setup.ts';
import type { Endpoint } from '../endpoint.ts';
import { Store, StoreUpdate } from '../stores.ts';

/** The store's settings. */
export const getStaffStore = {
  method: 'GET',
  path: '/v1/staff/store',
  access: 'staff',
  summary: 'Read the store’s settings',
  description: 'The settings of the store the secret key belongs to.',
  output: Store,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Changes the store's settings. */
export const updateStaffStore = {
  method: 'PATCH',
  path: '/v1/staff/store',
  access: 'staff',
  summary: 'Change the store’s settings',
  description: 'Fields that are left out stay as they are.',
  body: StoreUpdate,
  output: Store,
  problems: ['key_invalid'],
} as const satisfies Endpoint;

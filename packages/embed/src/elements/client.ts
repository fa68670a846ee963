import { createTransport } from '@postlude/client';
import { Session } from '@postlude/contract';
import type { OrderSource } from '@postlude/widgets/order-tracking';
import { clientSource } from '@postlude/widgets/order-tracking/client-source';
import type { WidgetSettings } from '../settings.ts';

/** The order source of the store an element belongs to. */
export function createClientSource({ store, api }: Pick<WidgetSettings, 'store' | 'api'>): OrderSource {
  return clientSource(createTransport({ store, baseUrl: api }));
}

/** True for what the contract calls a session. */
export function isSession(value: unknown): boolean {
  return Session.safeParse(value).success;
}

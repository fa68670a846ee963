import { createTransport } from '@postlude/client';
import { Session } from '@postlude/contract';
import type { OrderSource } from '@postlude/widgets/order-tracking';
import { clientSource } from '@postlude/widgets/order-tracking/client-source';
import type { WidgetSettings } from '../settings.ts';
import { tellFound } from './found-sessions.ts';
import type { Seen } from './seen.ts';

export { followFound } from './found-sessions.ts';

/**
 * The order source of the store an element belongs to.
 * @param seen told of each order that is read again, before the widget is
 */
export function createClientSource(
  { store, api }: Pick<WidgetSettings, 'store' | 'api'>,
  seen: Seen,
): OrderSource {
  const source = clientSource(createTransport({ store, baseUrl: api }));
  return {
    ...source,
    async open(request, signal) {
      const session = await source.open(request, signal);
      // By a proof each element finds its way alone.
      if (request.by !== 'proof') tellFound({ store, api }, session);
      return session;
    },
    async read(reading, signal) {
      const answer = await source.read(reading, signal);
      if (answer.state === 'fresh') await seen({ token: reading.token, order: answer.order });
      return answer;
    },
  };
}

/** True for what the contract calls a session. */
export function isSession(value: unknown): boolean {
  return Session.safeParse(value).success;
}

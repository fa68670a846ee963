import { createTransport, getOrder, isNetworkError, isPostludeError, openSession } from '@postlude/client';
import { Session } from '@postlude/contract';
import type { OrderSource } from '@postlude/widgets/order-tracking';
import type { WidgetSettings } from '../settings.ts';

/** The order source of the store an element belongs to. */
export function createClientSource(settings: Pick<WidgetSettings, 'store' | 'api'>): OrderSource {
  const transport = createTransport({ store: settings.store, baseUrl: settings.api });
  return {
    open: (request, signal) => openSession(transport, request, { signal }).catch(asProblem),
    read: (session, signal) => getOrder(transport, session, { signal }).catch(asProblem),
  };
}

/** True for what the contract calls a session. */
export function isSession(value: unknown): boolean {
  return Session.safeParse(value).success;
}

function asProblem(error: unknown): never {
  if (!isPostludeError(error)) throw error;
  const { retryAt } = error as { retryAt?: Date | null };
  throw Object.assign(error, {
    code: isNetworkError(error) ? 'network' : error.code,
    retryAt: retryAt?.toISOString(),
  });
}

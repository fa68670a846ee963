import type { Session, SessionRequest } from '@postlude/contract';
import type { OrderSource } from '@postlude/widgets/order-tracking';
import type { WidgetSettings } from '../settings.ts';
import type { FirstAnswer, Load } from '../widget.ts';
import { isPassing, readFirstSession } from './first-session.ts';
import type { Seen } from './seen.ts';
import { hasEnded, sessionKey, shareSession } from './shared-sessions.ts';

/** How long the order in a session another widget opened counts as news, in milliseconds. */
const fresh = 30_000;

/** Where a widget gets its session from. */
export interface SessionSource {
  /** Opens a session, or gives the one another widget of the page has opened by the same proof. */
  open(request: SessionRequest, signal: AbortSignal): Promise<Session>;
  /** Told of what a widget learns of its order in another way. */
  readonly seen: Seen;
  /** The client, whose code comes only now. Rejects with the code `unreachable` when it does not. */
  client(): Promise<OrderSource>;
}

/**
 * Makes the source of one widget: first the answer that was asked for while the code was loading, afterwards the client.
 * The client also checks that first answer against the contract.
 * @param tell told the code of what is wrong with the first answer's shape
 * @param seen told of each order before the widget is
 */
export function createSessionSource(
  settings: WidgetSettings,
  first: FirstAnswer | undefined,
  load: Load,
  tell: (code: string) => void,
  seen: Seen,
): SessionSource {
  let unread = first && isSameOrder(first.settings, settings) ? first : undefined;
  let unchecked: unknown;
  let held: string | undefined;
  let source: OrderSource | undefined;

  const client = async (): Promise<OrderSource> => {
    if (source) return source;
    const chunk = await reachable(load('client'));
    source = chunk.createClientSource(settings, seen);
    if (unchecked && !chunk.isSession(unchecked)) tell('contract_violated');
    unchecked = undefined;
    return source;
  };

  const openNow = async (request: SessionRequest, signal: AbortSignal): Promise<Session> => {
    const answer = unread;
    unread = undefined;
    if (answer) {
      try {
        const session = await readFirstSession(answer, signal);
        if (!hasEnded(session)) {
          unchecked = session;
          return session;
        }
      } catch (error) {
        if (!isPassing(error) || signal.aborted) throw error;
      }
    }
    return (await client()).open(request, signal);
  };

  /** The order of a session another widget opened a while ago may have changed. */
  const renewed = async (session: Session, signal: AbortSignal): Promise<Session> => {
    const reading = { token: session.token, orderId: session.order.id, etag: null };
    const answer = await (await client()).read(reading, signal);
    return answer.state === 'fresh' ? { ...session, order: answer.order } : session;
  };

  return {
    client,
    seen,
    async open(request, signal) {
      const key = sessionKey(settings, request);
      if (!key) return seen(await openNow(request, signal));
      const { session, at } = await shareSession(key, held, signal, (ended) => openNow(request, ended));
      held = session.token;
      return seen(Date.now() - at < fresh ? session : await renewed(session, signal));
    },
  };
}

/** What a chunk is, or the word that the way to it is closed. */
export function reachable<Chunk>(loading: Promise<Chunk>): Promise<Chunk> {
  return loading.catch((cause: unknown) => {
    throw Object.assign(new Error('unreachable', { cause }), { code: 'unreachable' });
  });
}

/** True when both settings are about the same order of the same store, asked for in the same way. */
export function isSameOrder(one: WidgetSettings, other: WidgetSettings): boolean {
  return (['api', 'store', 'order', 'proof', 'gift', 'session'] as const).every(
    (name) => one[name] === other[name],
  );
}

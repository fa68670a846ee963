import type { OrderSource } from '@postlude/widgets/order-tracking';
import type { WidgetSettings } from '../settings.ts';
import type { FirstAnswer, Load } from '../widget.ts';
import { isPassing, readFirstSession } from './first-session.ts';
import { isSameOrder } from './same-order.ts';

/**
 * Where the card gets its order from: first the answer that was asked for while the code was loading, afterwards the
 * client, whose code comes only then. The client also checks that first answer against the contract.
 * @param tell told the code of what is wrong with the first answer's shape
 */
export function createOrderSource(
  settings: WidgetSettings,
  first: FirstAnswer | undefined,
  load: Load,
  tell: (code: string) => void,
): OrderSource {
  let unread = first && isSameOrder(first.settings, settings) ? first : undefined;
  let unchecked: unknown;
  let source: OrderSource | undefined;

  const client = async (): Promise<OrderSource> => {
    if (source) return source;
    const chunk = await load('client').catch((cause: unknown) => {
      throw Object.assign(new Error('The client could not be loaded.', { cause }), { code: 'unreachable' });
    });
    source = chunk.createClientSource(settings);
    if (unchecked && !chunk.isSession(unchecked)) tell('contract_violated');
    unchecked = undefined;
    return source;
  };

  return {
    async open(request, signal) {
      const answer = unread;
      unread = undefined;
      if (answer) {
        try {
          const session = await readFirstSession(answer, signal);
          unchecked = session;
          return session;
        } catch (error) {
          if (!isPassing(error) || signal.aborted) throw error;
        }
      }
      return (await client()).open(request, signal);
    },
    async read(session, signal) {
      return (await client()).read(session, signal);
    },
  };
}

import type { Session } from '@postlude/contract';
import type { WidgetSettings } from '../settings.ts';
import type { Seen } from './seen.ts';

type Place = Pick<WidgetSettings, 'api' | 'store'>;

/** What a shopper looked up on this page last, and of which backend and store. */
let found: (Place & { readonly session: Session }) | undefined;

const followers = new Set<() => void>();

const plain = (number: string): string => number.replace(/[#\s]/g, '');

/** Tells the other elements of the page what was looked up in one of them. */
export function tellFound({ api, store }: Place, session: Session): void {
  found = { api, store, session };
  for (const follower of [...followers]) follower();
}

/**
 * Opens an element with what is looked up in another one, where both are of the same store and it is about the same order or
 * asks which.
 * @param model what goes on with it; one without `enter` opens nothing
 * @param seen told of each session before it is entered
 * @param isNew true where what was looked up before counts, too: the shopper has not asked for another order in it
 * @returns what ends that
 */
export function followFound(
  { api, store, order }: Place & Pick<WidgetSettings, 'order'>,
  model: { enter?(session: Session): void },
  seen: Seen,
  isNew: boolean,
): () => void {
  const follower = (): void => {
    if (found?.api !== api || found.store !== store) return;
    const { session } = found;
    const isSame = !order || plain(order) === plain(session.order.number);
    if (!isSame || Date.parse(session.expiresAt) <= Date.now()) return;
    seen(session).then(() => {
      if (followers.has(follower)) model.enter?.(session);
    });
  };
  followers.add(follower);
  if (isNew) follower();
  return () => followers.delete(follower);
}

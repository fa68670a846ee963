import { act } from './acting.ts';
import type { Context } from './context.ts';
import { openItems } from './open-items.ts';
import { inputOf, mistakesIn, refused } from './registering.ts';

/** Registers items, or says what is missing: these, or all that can be. */
export function register(context: Context, ids?: readonly string[]): void {
  const now = context.ready();
  if (!now || now.doing) return;
  const chosen = openItems(now.list).filter(({ passport }) => !ids || ids.includes(passport.id));
  if (chosen.length === 0) return;
  const mistakes = mistakesIn(now, chosen);
  context.set({ mistakes, trouble: null });
  if (Object.keys(mistakes).length > 0) {
    context.say('mistakes');
    return;
  }
  const { source, access } = context;
  const input = inputOf(now, chosen);
  const passportIds = chosen.map(({ passport }) => passport.id);
  context.say('registering');
  act(context, {
    action: 'register',
    ids: passportIds,
    work: (signal) =>
      access.use(
        (session, inner) => source.register(session, input, context.keyFor([session.orderId, input]), inner),
        signal,
      ),
    done(list) {
      context.renew(list, { screen: 'done', shown: passportIds, proof: [], serials: {} });
      for (const { passport } of list.items)
        if (passportIds.includes(passport.id))
          context.emit({
            type: 'item-registered',
            passportId: passport.id,
            status: passport.registration?.status ?? 'registered',
          });
      context.say('registered');
    },
    refused(error) {
      const wrong = refused(error, chosen);
      if (Object.keys(wrong).length === 0) return false;
      context.set({ mistakes: wrong });
      context.say('mistakes');
      return true;
    },
  });
}

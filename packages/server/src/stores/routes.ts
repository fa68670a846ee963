import type { PublicStore, Store } from '@postlude/contract';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { updateStore } from './update-store.ts';

/** Answers the endpoints about the store itself. */
export const storeRoutes = {
  getStore: async ({ store }) => publicStore(store),

  getStaffStore: async ({ store }) => store,

  async updateStaffStore(call) {
    const { timeZone } = call.body;
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
      throw new ApiProblem('invalid_input', {
        fields: { timeZone: 'This must be a time zone like Europe/Berlin.' },
      });
    }
    const now = call.context.clock.now();
    const store = await call.inStore((tx) => updateStore(tx, call.storeId, call.body, now));
    if (!store) throw new ApiProblem('not_found');
    call.context.stores.forget();
    return store;
  },
} satisfies Partial<Handlers>;

const publicStore = ({ name, locale, timeZone, contact }: Store): PublicStore => ({
  name,
  locale,
  timeZone,
  contact,
});

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

import type { OutsidePurchase, Session } from '@postlude/contract';
import { readProductCode } from '@postlude/contract/gs1';
import type { Context } from './context.ts';
import { purchaseMistakes, takeOverMistakes } from './form-mistakes.ts';
import type { LaterActions } from './options.ts';
import type { ElsewhereState, TakeOverState } from './state.ts';

/** What the forms can do that open a session of their own. */
export type FormActions = Pick<
  LaterActions,
  | 'setPurchase'
  | 'setQuery'
  | 'scanned'
  | 'choose'
  | 'next'
  | 'back'
  | 'setTakeOver'
  | 'setTakeOverConsents'
  | 'confirmTakeOver'
>;

/** How long typing has to rest before products are looked for, in milliseconds. */
const rest = 300;

/** Something bought elsewhere, and something from an earlier owner. */
export function createForms(context: Context): { readonly actions: FormActions; stop(): void } {
  const { source, world, state, requests } = context;
  let cancelSearch = (): void => {};

  const elsewhere = (): ElsewhereState | null => {
    const now = state.peek();
    return now.kind === 'elsewhere' ? now : null;
  };
  const takeover = (): TakeOverState | null => {
    const now = state.peek();
    return now.kind === 'takeover' ? now : null;
  };
  const set = (facts: Partial<ElsewhereState>): void => {
    const now = elsewhere();
    if (now) state.value = { ...now, ...facts };
  };

  function search(query: string): void {
    cancelSearch();
    const text = query.trim();
    const isLooking = text.length > 1;
    const items = isLooking ? (elsewhere()?.search.items ?? []) : [];
    set({ search: { state: isLooking ? 'searching' : 'idle', items } });
    if (isLooking) cancelSearch = world.after(rest, () => look(text));
  }

  function look(text: string): void {
    requests.ask(
      (signal) => source.find(text, signal),
      (items) => {
        // A code means one product, so it is chosen; words are only a search.
        const [only] = readProductCode(text) ? items : [];
        set({ search: { state: 'found', items }, ...(only ? { product: only, mistakes: {} } : {}) });
        context.say('found');
      },
      (problem) => {
        context.tellError(problem);
        set({ search: { state: 'failed', items: [] } });
        context.say('found');
      },
    );
  }

  /** Sends a form whose answer is a session. */
  function send(
    now: ElsewhereState | TakeOverState,
    work: (signal: AbortSignal) => Promise<Session>,
    opened: (session: Session) => void,
  ): void {
    let reason: unknown;
    state.value = { ...now, phase: 'sending', trouble: null, mistakes: {} };
    requests.ask(
      async (signal) => {
        try {
          return await work(signal);
        } catch (error) {
          reason = error;
          throw error;
        }
      },
      opened,
      ({ fields: _, ...problem }) => {
        context.tellError(problem);
        const wrong = problem.code === 'date_impossible' ? ['purchasedOn'] : namedFields(reason);
        const fields = wrong.filter((name) => name in now.values);
        const mistakes = Object.fromEntries(fields.map((name) => [name, 'invalid' as const]));
        state.value = { ...now, phase: 'failed', mistakes, trouble: fields.length > 0 ? null : problem };
        context.say(fields.length > 0 ? 'mistakes' : 'trouble');
      },
    );
  }

  function tellPurchase(now: ElsewhereState): void {
    const mistakes = purchaseMistakes(now, world.now());
    if (!now.product || Object.keys(mistakes).length > 0) {
      wrong({ ...now, mistakes });
      return;
    }
    const { purchasedOn, where, country, email, name } = now.values;
    const purchase: OutsidePurchase = {
      productId: now.product.productId,
      variantId: now.product.variantId,
      quantity: now.quantity,
      purchasedOn,
      about: now.about,
      where: where.trim(),
      ...(country ? { country } : {}),
      email: email.trim(),
      name: name.trim() || null,
    };
    send(
      now,
      (signal) => source.tellOutside(purchase, context.keyFor(purchase), signal),
      (session) => context.enter(session, 'elsewhere', now.serial ? { scanned: now.serial } : {}),
    );
  }

  function wrong(next: ElsewhereState | TakeOverState): void {
    state.value = next;
    context.say('mistakes');
  }

  const actions: FormActions = {
    setPurchase({ about, quantity, ...values }) {
      const now = elsewhere();
      if (!now) return;
      set({
        about: about ?? now.about,
        quantity: quantity ?? now.quantity,
        values: { ...now.values, ...values },
      });
    },
    setQuery(query) {
      set({ query, serial: null });
      search(query);
    },
    scanned(code) {
      const read = readProductCode(code);
      set({ query: read?.gtin ?? code, serial: read?.serial ?? null });
      search(code);
    },
    choose: (product) => set({ product, mistakes: {} }),
    next() {
      const now = elsewhere();
      if (!now || now.phase === 'sending') return;
      if (now.step === 'purchase') tellPurchase(now);
      else if (now.product) {
        const typed = readProductCode(now.query)?.serial ?? null;
        const values = { ...now.values, country: now.values.country || suggestedCountry() };
        set({ step: 'purchase', mistakes: {}, serial: now.serial ?? typed, values });
        context.say('shown');
      } else wrong({ ...now, mistakes: { product: 'missing' } });
    },
    back() {
      if (elsewhere()?.phase !== 'sending') set({ step: 'product', mistakes: {}, trouble: null });
    },
    setTakeOver(facts) {
      const now = takeover();
      if (now) state.value = { ...now, values: { ...now.values, ...facts } };
    },
    setTakeOverConsents(consents) {
      const now = takeover();
      if (now) state.value = { ...now, consents: { ...now.consents, ...consents } };
    },
    confirmTakeOver() {
      const now = takeover();
      if (!now || now.phase === 'sending') return;
      const mistakes = takeOverMistakes(now);
      if (Object.keys(mistakes).length > 0) {
        wrong({ ...now, mistakes });
        return;
      }
      const { code, email, name } = now.values;
      const acceptance = {
        code: code.trim(),
        email: email.trim(),
        name: name.trim() || null,
        consents: now.consents,
      };
      send(
        now,
        (signal) => source.takeOver(acceptance, context.keyFor(acceptance), signal),
        (session) => {
          context.emit({ type: 'item-taken-over', orderId: session.order.id });
          context.enter(session, 'transferred');
        },
      );
    },
  };

  return { actions, stop: () => cancelSearch() };
}

/** The country the browser's language names (`de-AT`); empty where it names none. Only a suggestion: its owner sees it and may change it. */
function suggestedCountry(): string {
  try {
    return new Intl.Locale(globalThis.navigator.language).region?.match(/^[A-Z]{2}$/)?.[0] ?? '';
  } catch {
    return '';
  }
}

const namedFields = (error: unknown): readonly string[] =>
  Object.keys((error as { readonly fields?: object | null } | null)?.fields ?? {});

import type { WithdrawalReceipt, WithdrawalTerms } from '@postlude/contract';
import { batch, createModel, effect, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { createLatest } from '../kit/latest.ts';
import { browserEnvironment } from '../order-session/browser-environment.ts';
import { problemOf, type ReceivedProblem } from '../order-session/problem.ts';
import { emptyValues, inputOf, knownOrder, mistakesIn } from './entered.ts';
import type { WithdrawalModel, WithdrawalOptions } from './options.ts';
import type {
  CheckState,
  FormState,
  Known,
  Mistakes,
  Sent,
  WithdrawalEvent,
  WithdrawalNews,
  WithdrawalState,
} from './state.ts';

/** How long the form waits for what would fill it in, in milliseconds. Nobody has to wait for a right. */
const patience = 4000;

/** `createModel` adds the rest. */
type Made = Omit<WithdrawalModel, typeof Symbol.dispose>;

/** What was found out before the form is shown. */
interface Found {
  terms: WithdrawalTerms | null;
  order: Known['order'];
}

const Model = createModel((options: WithdrawalOptions): Made => {
  const { source, request, session, environment: world = browserEnvironment() } = options;
  const guard = createGuard(options.report);
  const caught = guard((error: unknown) => options.report?.(error));
  const emit = guard((event: WithdrawalEvent) => options.onEvent?.(event));
  const latest = createLatest(() => {});
  let cancelTimer = (): void => {};

  const state = signal<WithdrawalState>(options.restore?.state ?? { kind: 'loading' });
  const news = signal<WithdrawalNews | null>(null);
  const sent: Record<string, Sent> = { ...options.restore?.sent };

  const say = (code: WithdrawalNews['code']): void => {
    news.value = { code };
  };

  function problemIn(error: unknown): ReceivedProblem {
    const problem = problemOf(error);
    if (problem.code === 'unexpected') caught(error);
    emit({ type: 'error', code: problem.code, requestId: problem.requestId });
    return problem;
  }

  function load(): void {
    state.value = { kind: 'loading' };
    const found: Found = { terms: null, order: session ? knownOrder(session.order) : null };
    latest.run(
      (ended) => find(found, ended),
      () => begin(found),
      (error) => cannotBegin(problemIn(error), found),
    );
  }

  /** Fills `found`. Over when all is found, or when it takes too long. */
  async function find(found: Found, ended: AbortSignal): Promise<void> {
    const order = openOrder(found, ended);
    const terms = source.terms(ended).then((answer) => {
      found.terms = answer;
      return answer.offered === 'off' ? undefined : order;
    });
    const late = new Promise<void>((resolve) => {
      cancelTimer = world.after(patience, resolve);
    });
    await Promise.race([terms, late]);
    cancelTimer();
  }

  /** The items are a help and no more: without them the shopper writes. */
  async function openOrder(found: Found, ended: AbortSignal): Promise<void> {
    // A gift is not the contract of who got it.
    if (found.order || request?.by !== 'proof') return;
    try {
      found.order = knownOrder((await source.open(request, ended)).order);
    } catch (error) {
      if (!ended.aborted) problemIn(error);
    }
  }

  function begin({ terms, order }: Found): void {
    if (terms?.offered === 'off') {
      state.value = { kind: 'off' };
      emit({ type: 'withdrawal-off' });
      return;
    }
    const page = terms?.page ?? options.page ?? null;
    state.value = {
      kind: 'form',
      known: { page, storeName: terms?.storeName ?? null, order },
      values: {
        ...emptyValues,
        name: options.name ?? '',
        contract: order?.number ?? request?.order ?? options.orderNumber ?? '',
      },
      chosen: [],
      mistakes: {},
    };
    emit({ type: 'withdrawal-shown' });
  }

  /** Where asking again would meet the same, the plain page is the way; otherwise the form does not depend on the answer. */
  function cannotBegin({ fields: _, ...problem }: ReceivedProblem, found: Found): void {
    cancelTimer();
    if (problem.retryable) begin(found);
    else {
      state.value = { kind: 'failed', problem, page: options.page ?? null };
      say('failed');
    }
  }

  function send(now: CheckState, locale: string): void {
    const content = inputOf(now);
    const name = JSON.stringify(content);
    sent[name] ??= { key: newKey(), input: { ...content, locale: locale || null } };
    const { key, input } = sent[name];
    state.value = { ...now, phase: 'sending', problem: null };
    latest.run(
      (ended) => source.declare(input, key, ended),
      (receipt) => batch(() => declared(now, receipt)),
      (error) => batch(() => notDeclared(now, error)),
    );
  }

  function declared({ known, values, chosen }: CheckState, receipt: WithdrawalReceipt): void {
    state.value = { kind: 'done', known, values, chosen, receipt };
    say('done');
    emit({ type: 'withdrawal-declared', number: receipt.number });
  }

  function notDeclared(now: CheckState, error: unknown): void {
    const { fields: _, ...problem } = problemIn(error);
    const mistakes = refusedFields(error);
    if (Object.keys(mistakes).length > 0) showForm(now, mistakes);
    else {
      state.value = { ...now, phase: 'failed', problem };
      say('trouble');
    }
  }

  function showForm({ known, values, chosen }: CheckState | FormState, mistakes: Mistakes): void {
    state.value = { kind: 'form', known, values, chosen, mistakes };
    if (Object.keys(mistakes).length > 0) say('mistakes');
  }

  /** A key no other request has, also where the page is not secure enough for the browser's own ids. */
  const newKey = (): string =>
    globalThis.crypto?.randomUUID?.() ??
    Array.from({ length: 32 }, () => Math.floor(world.random() * 16).toString(16)).join('');

  const end = effect(() => () => {
    cancelTimer();
    latest.stop();
  });

  const { kind } = state.peek();
  if (kind === 'loading') load();
  // It was confirmed before the element was moved, so it goes out; under its key, in case it has arrived.
  else if (kind === 'check') resume(state.peek() as CheckState);

  function resume(now: CheckState): void {
    if (now.phase === 'sending') send(now, '');
  }

  return {
    state,
    news,
    edit(field, value) {
      const now = state.peek();
      if (now.kind === 'form' && now.values[field] !== value)
        state.value = { ...now, values: { ...now.values, [field]: value } };
    },
    choose(itemId, isChosen) {
      const now = state.peek();
      if (now.kind !== 'form') return;
      const others = now.chosen.filter((id) => id !== itemId);
      state.value = { ...now, chosen: isChosen ? [...others, itemId] : others };
    },
    next(values) {
      const now = state.peek();
      if (now.kind !== 'form') return;
      const { known, chosen } = now;
      const mistakes = mistakesIn({ known, values, chosen });
      if (Object.keys(mistakes).length > 0) showForm({ ...now, values }, mistakes);
      else state.value = { kind: 'check', known, values, chosen, phase: 'idle', problem: null };
    },
    back() {
      const now = state.peek();
      if (now.kind === 'check' && now.phase !== 'sending') showForm(now, {});
    },
    confirm(locale) {
      const now = state.peek();
      if (now.kind !== 'check' || now.phase === 'sending') return;
      say('sending');
      send(now, locale);
    },
    another() {
      const now = state.peek();
      if (now.kind !== 'done') return;
      const { name, email } = now.values;
      const { known } = now;
      state.value = {
        kind: 'form',
        known,
        values: { ...emptyValues, name, email },
        chosen: [],
        mistakes: {},
      };
    },
    refresh() {
      if (state.peek().kind === 'failed') load();
    },
    now: () => world.now(),
    snapshot: () => ({ state: state.peek(), sent: { ...sent } }),
    dispose: end,
  };
});

/** The fields a server named. */
function refusedFields(error: unknown): Mistakes {
  const fields = (error as { fields?: unknown } | null)?.fields;
  const named = Object.keys(fields ?? {});
  const known = (['name', 'contract', 'email', 'items'] as const).filter((field) => named.includes(field));
  return Object.fromEntries(known.map((field) => [field, 'invalid']));
}

/**
 * Makes a withdrawal model: asks for the terms and the order it was given, and shows the form. Nothing entered is lost
 * when something fails, and what is confirmed is declared once.
 */
export const createWithdrawalModel = (options: WithdrawalOptions): WithdrawalModel => new Model(options);

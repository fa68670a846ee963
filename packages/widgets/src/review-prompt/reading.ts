import type { AskOffer, ReviewForm } from '@postlude/contract';
import type { Requests } from '../order-session/requests.ts';
import type { Context } from './context.ts';
import { draftOf } from './draft.ts';
import { readKept } from './draft-store.ts';
import type { Draft, ReadyState, SubjectKey } from './state.ts';
import { isOpen, sittingOf, subjectOf } from './subjects.ts';

/** What may be asked, and the form, of one model as the server has them. */
export interface Reading {
  /** Asks whether something is due, or reads the form at once where it is always shown or was on screen before. */
  load(before: ReadyState | null): void;
  /** Reads the form again, and shows what `then` makes of it. */
  again(then?: (fresh: ReadyState) => ReadyState): void;
  /** When it is worth asking again, in milliseconds since 1970; not a finite number when never. */
  dueAt(): number;
}

/** Makes the `Reading` of one model. */
export function createReading(context: Context, requests: Requests): Reading {
  const { state, world, source, mode, store } = context;
  let nextAt = Number.NaN;
  /** The order and the ask the page was told of. */
  let told: string | null = null;
  let toldAsk: string | null = null;

  const failed = (problem: Parameters<Context['fail']>[0]): void => {
    if (problem.code === 'session_invalid') context.sessionEnded();
    else {
      context.tellError(problem);
      context.fail(problem);
    }
  };

  function ask(): void {
    nextAt = Number.NaN;
    requests.ask(
      (signal) => context.access.use((session, inner) => source.ask(session, inner), signal),
      ({ offer, refreshAfter }) => {
        if (refreshAfter !== null) nextAt = world.now() + refreshAfter * 1000;
        const kind = offer?.kind ?? null;
        if (offer && toldAsk !== kind)
          context.emit({ type: 'ask-due', kind: offer.kind, asks: offer.asks.length });
        toldAsk = kind;
        if (kind === 'review' || kind === 'media') read(offer, null);
        // Somebody was in the middle of it when the page went.
        else if (readKept(store, context.access.session?.orderId ?? '')) read(null, null);
      },
      failed,
    );
  }

  function read(offer: AskOffer | null, before: ReadyState | null, then = same): void {
    requests.ask(
      (signal) => context.access.use((session, inner) => source.form(session, inner), signal),
      (form) => show(form, offer, before, then),
      (problem) => {
        // What is on screen stays true enough, and nothing that was written is taken away.
        if (!before || problem.code === 'session_invalid') failed(problem);
      },
    );
  }

  const moment = (): string => new Date(world.now()).toISOString();

  function show(
    form: ReviewForm,
    offer: AskOffer | null,
    before: ReadyState | null,
    then: (fresh: ReadyState) => ReadyState,
  ): void {
    const isSame = before?.form.orderId === form.orderId;
    const drafts = isSame ? before.drafts : draftsOf(form);
    // Without an ask only what was begun is gone on with.
    const mine = sittingOf(form, offer).filter((key) => mode === 'always' || offer || drafts[key]?.stars);
    const sitting = isSame ? before.sitting.filter((key) => subjectOf(form, key)) : mine;
    if (mode === 'ask' && !isSame && sitting.length === 0) return;
    const fresh: ReadyState = {
      kind: 'ready',
      screen: 'overview',
      at: null,
      step: 'words',
      editing: false,
      skipped: [],
      sent: [],
      termsAgreed: false,
      mistakes: {},
      doing: null,
      troubles: {},
      further: null,
      ...(isSame ? before : { offer }),
      form,
      foundBy: context.foundBy(),
      drafts,
      sitting,
      asOf: moment(),
      offline: !world.isOnline(),
    };
    const only = sitting.length === 1 && offer?.kind === 'media' ? sitting[0] : undefined;
    state.value = then(only && !isSame ? { ...fresh, screen: 'own', at: only } : fresh);
    context.hidden.value = false;
    if (told !== form.orderId) {
      told = form.orderId;
      context.emit({
        type: 'review-form-shown',
        orderId: form.orderId,
        subjects: form.subjects.length,
        open: form.subjects.filter(isOpen).length,
      });
    }
    context.say('shown');
  }

  /** What is kept with the backend, and what was written here and is not there yet. */
  function draftsOf(form: ReviewForm): Record<SubjectKey, Draft> {
    const here = readKept(store, form.orderId);
    const kept = here && !here.isThere ? { ...form.drafts, ...here.drafts } : form.drafts;
    return Object.fromEntries(
      Object.entries(kept).flatMap(([key, draft]) => {
        const subject = subjectOf(form, key);
        return subject && isOpen(subject) ? [[key, draftOf(draft)]] : [];
      }),
    );
  }

  return {
    load(before) {
      // A form that led here stays until its answer is there, and the focus with it.
      if (/^(failed|waiting)$/.test(state.peek().kind)) state.value = { kind: 'loading' };
      if (mode === 'ask' && !before) ask();
      else read(before?.offer ?? null, before);
    },
    again(then) {
      const now = context.ready();
      if (now) read(now.offer, now, then);
    },
    dueAt: () => (context.hidden.peek() && world.isVisible() && world.isOnline() ? nextAt : Number.NaN),
  };
}

const same = (fresh: ReadyState): ReadyState => fresh;

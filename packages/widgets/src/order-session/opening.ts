import type { Session, SessionRequest } from '@postlude/contract';
import type { Environment } from './environment.ts';
import { lookupFailure, lookupForm, mistakesIn, tidied } from './lookup-form.ts';
import { allowedFrom, isRefused, type ReceivedProblem } from './problem.ts';
import type { Requests } from './requests.ts';
import type { FoundBy, LookupField, LookupState, OpeningState } from './state.ts';
import { mostTries, waitBeforeTry } from './waits.ts';

/** Where sessions come from. Rejects as `OrderSource` says. */
export interface SessionSource {
  open(request: SessionRequest, signal: AbortSignal): Promise<Session>;
}

/** What `createOpening` works with: the model it is a part of, as it sees it. */
export interface OpeningOptions {
  readonly source: SessionSource;
  readonly request: SessionRequest | undefined;
  /** Fills in the number of the lookup form. */
  readonly orderNumber: string | undefined;
  readonly ask: Requests['ask'];
  readonly world: Environment;
  /** The model's state as it is, whatever else it may be. */
  readonly current: () => OpeningState | { readonly kind: 'ready' };
  readonly show: (state: OpeningState) => void;
  readonly say: (code: 'waiting' | 'failed' | 'lookup_failed') => void;
  readonly tellError: (problem: ReceivedProblem) => void;
  readonly opened: (session: Session, foundBy: FoundBy) => void;
}

/** The way to an open session: by what the page knows, by waiting for an order that is new, or by the lookup form. */
export interface Opening {
  /** What opens another session without a word to the shopper; null after a lookup. */
  readonly proof: SessionRequest | null;
  start(session: Session | null | undefined): void;
  /** Goes on from the lookup form with a session that was looked up elsewhere. */
  enter(session: Session): void;
  /** Shows the lookup form. */
  lookup(changes: Partial<LookupState>): void;
  fail(problem: ReceivedProblem): void;
  edit(field: LookupField, value: string): void;
  find(values: Readonly<Record<LookupField, string>>): void;
  /** Asks again for an order that is waited for. */
  ask(): void;
  /** When `due` has something to do, in milliseconds since 1970; not a finite number when never. */
  dueAt(): number;
  /** Does what is due now. */
  due(): void;
}

/** Makes the `Opening` of one model. */
export function createOpening(options: OpeningOptions): Opening {
  const { source, request, world, current, show } = options;
  const proof = request && request.by !== 'lookup' ? request : null;
  /** When an order that is waited for is asked for again. */
  let next = world.now();

  function lookup(changes: Partial<LookupState>): void {
    const order = request?.order ?? options.orderNumber ?? '';
    show(lookupForm({ values: { order, contact: '' }, ...changes }));
  }

  function fail({ fields: _, ...problem }: ReceivedProblem): void {
    show({ kind: 'failed', problem });
    options.say('failed');
  }

  function open(asked: SessionRequest, form: Partial<LookupState>): void {
    const failed = (problem: ReceivedProblem): void => {
      if (asked.by === 'proof' && mayStillCome(problem)) {
        waitFor(asked.order, problem);
        return;
      }
      options.tellError(problem);
      if (asked.by !== 'proof' && (form.phase || isRefused(problem))) lookupFailed(problem, form);
      else if (isRefused(problem)) lookup({ because: 'proof_refused' });
      else fail(problem);
    };
    options.ask(
      (signal) => source.open(asked, signal),
      (session) => options.opened(session, asked.by),
      failed,
    );
  }

  function lookupFailed({ fields, ...problem }: ReceivedProblem, form: Partial<LookupState>): void {
    lookup({ ...form, ...lookupFailure(problem, fields, world.now()) });
    options.say('lookup_failed');
  }

  /** A right proof of an order that is not here: the shop has sold it and not yet told us. */
  const mayStillCome = (problem: ReceivedProblem): boolean =>
    problem.code === 'not_found' ||
    (current().kind === 'waiting' && problem.retryable && !isRefused(problem));

  /** Asks again by itself for as long as it is reasonable to. */
  function waitFor(order: string, problem: ReceivedProblem): void {
    const before = current();
    const tries = before.kind === 'waiting' ? before.tries + 1 : 1;
    if (tries < mostTries) {
      next = Math.max(world.now() + waitBeforeTry(tries, world.random()), allowedFrom(problem));
      show({ kind: 'waiting', order, tries });
      if (tries === 1) options.say('waiting');
    } else {
      options.tellError(problem);
      fail(problem.code === 'not_found' ? { ...problem, code: 'not_here_yet', retryable: true } : problem);
    }
  }

  return {
    proof,
    start(session) {
      if (session) options.opened(session, 'session');
      else if (request) {
        show({ kind: 'loading' });
        open(request, request.by === 'proof' ? {} : formOf(request));
      } else lookup({});
    },
    enter(session) {
      const now = current();
      if (now.kind === 'lookup' && now.phase !== 'submitting') options.opened(session, 'lookup');
    },
    lookup,
    fail,
    edit(field, value) {
      const now = current();
      if (now.kind === 'lookup' && now.values[field] !== value)
        show({ ...now, values: { ...now.values, [field]: value } });
    },
    find(values) {
      const now = current();
      if (now.kind !== 'lookup' || now.phase === 'submitting' || now.lockedUntil) return;
      const sent = tidied(values);
      const fields = mistakesIn(sent);
      const wrong = Object.keys(fields).length > 0;
      show({ ...now, values, fields, problem: null, phase: wrong ? 'failed' : 'submitting' });
      const { because, gift } = now;
      if (wrong) options.say('lookup_failed');
      else
        open(gift ? { by: 'gift', order: sent.order, code: sent.contact } : { by: 'lookup', ...sent }, {
          because,
          phase: 'failed',
          values,
          ...(gift ? { gift } : {}),
        });
    },
    ask() {
      if (current().kind === 'waiting' && proof) open(proof, {});
    },
    dueAt() {
      const now = current();
      if (now.kind === 'waiting') return world.isVisible() && world.isOnline() ? next : Number.NaN;
      return now.kind === 'lookup' && now.lockedUntil ? Date.parse(now.lockedUntil) : Number.NaN;
    },
    due() {
      const now = current();
      if (now.kind === 'waiting' && world.now() >= next) this.ask();
      else if (now.kind === 'lookup' && now.lockedUntil && Date.parse(now.lockedUntil) <= world.now())
        show({ ...now, phase: 'idle', problem: null, lockedUntil: null });
    },
  };
}

/** The form as it would have been filled in for a request that the page made. */
function formOf(request: Exclude<SessionRequest, { readonly by: 'proof' }>): Partial<LookupState> {
  const { order } = request;
  return request.by === 'gift'
    ? { gift: true, values: { order, contact: request.code } }
    : { values: { order, contact: request.contact } };
}

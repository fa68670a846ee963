import type { Claim } from '@postlude/contract';
import { allowedFrom, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { waitBeforeRefresh } from '../order-tracking/refresh.ts';
import { newKey } from '../returns/idempotency-key.ts';
import type { Photo } from '../returns/photos/photo.ts';
import type { OrderAccess } from '../returns/returns-source.ts';
import type { ClaimsContext } from './context.ts';
import type { ClaimActions } from './options.ts';
import type { ClaimAction } from './state.ts';

/** The actions on a claim, and what the model calls. */
export interface ClaimPart {
  readonly actions: ClaimActions;
  /** Reads the claim on screen again. */
  refresh(): void;
  /** Reads a claim and shows it; `failed` when that does not work. */
  open(claimId: string, failed: (problem: ReceivedProblem) => void): void;
  /** When `refresh` is due, in milliseconds since 1970; not a finite number when never. */
  dueAt(): number;
  /** A claim was put on screen. */
  shown(claim: Claim): void;
  changeFile(id: string, facts: Partial<Photo>): boolean;
  removeFile(id: string): boolean;
  stop(): void;
}

/** Addresses of documents work for some minutes: before that, others are fetched. In seconds. */
const documentsLast = 420;
/** Most files of one message, as the contract has it. */
const mostFiles = 10;

/** Makes the part of the model that follows a claim. */
export function createClaimPart(context: ClaimsContext): ClaimPart {
  const { source, access, world, state, queue } = context;
  const reading = createRequests(context.settled, context.unexpected);
  const acting = createRequests(context.settled, context.unexpected);
  let etag: string | null = null;
  let due = Number.POSITIVE_INFINITY;
  let failures = 0;
  /** The key of what is being done, kept for another try of the same. */
  let keys: { readonly of: string; readonly key: string } | null = null;

  function wait({ refreshAfter, documents }: Claim): void {
    const soonest =
      documents.length > 0 ? Math.min(refreshAfter ?? documentsLast, documentsLast) : refreshAfter;
    due = world.now() + waitBeforeRefresh(soonest, failures, world.random());
  }

  function take(claim: Claim): void {
    const now = context.claim();
    if (!now || now.claim.id !== claim.id) return;
    failures = 0;
    wait(claim);
    const asOf = new Date(world.now()).toISOString();
    state.value = { ...now, claim, asOf, stale: false, offline: !world.isOnline(), refreshing: false };
    if (now.claim.status === claim.status) return;
    context.changed();
    context.say({ code: 'status_changed', status: claim.status });
  }

  function refresh(): void {
    const now = context.claim();
    if (!now || reading.busy || acting.busy) return;
    state.value = { ...now, refreshing: true };
    const request = { claimId: now.claim.id, etag };
    reading.ask(
      (signal) => access.use((session, inner) => source.read(session, request, inner), signal),
      (answer) => {
        if (answer.state === 'fresh') {
          ({ etag } = answer);
          take(answer.claim);
        } else take(context.claim()?.claim ?? now.claim);
      },
      (problem) => {
        const current = context.claim();
        if (!current) return;
        failures++;
        if (failures === 1) context.tellError(problem);
        wait(current.claim);
        due = Math.max(due, allowedFrom(problem));
        state.value = { ...current, stale: true, offline: !world.isOnline(), refreshing: false };
        if (problem.code === 'session_invalid') context.sessionEnded();
      },
    );
  }

  /** Does something to the claim on screen, under one key until it is done. */
  function act(
    action: ClaimAction,
    content: string,
    work: (access: OrderAccess, id: string, key: string, signal: AbortSignal) => Promise<Claim>,
    done: (claim: Claim) => void,
    refused: () => void = () => {},
  ): void {
    const now = context.claim();
    if (!now || now.doing) {
      refused();
      return;
    }
    reading.stop();
    const { id } = now.claim;
    const of = JSON.stringify([action, id, content]);
    if (keys?.of !== of) keys = { of, key: newKey(world.random) };
    const { key } = keys;
    state.value = { ...now, doing: action, trouble: null, refreshing: false };
    acting.ask(
      (signal) => access.use((session, inner) => work(session, id, key, inner), signal),
      (claim) => {
        keys = null;
        etag = null;
        take(claim);
        const current = context.claim();
        if (current) state.value = { ...current, doing: null, trouble: null };
        done(claim);
      },
      ({ fields, ...problem }) => {
        const current = context.claim();
        if (current) state.value = { ...current, doing: null, trouble: { action, problem } };
        refused();
        if (problem.code === 'session_invalid') {
          context.sessionEnded();
          return;
        }
        context.tellError({ ...problem, fields });
        context.say({ code: 'trouble' });
        // It became something else meanwhile: shows what.
        if (problem.code === 'claim_not_changeable' || problem.code === 'quote_not_open') later(refresh);
      },
    );
  }

  /** After the request that is being answered counts as done. */
  const later = (task: () => void): void => {
    world.after(0, task);
  };

  const filesOf = (): readonly Photo[] => context.claim()?.files ?? [];

  function open(claimId: string, failed: (problem: ReceivedProblem) => void): void {
    reading.ask(
      (signal) =>
        access.use((session, inner) => source.read(session, { claimId, etag: null }, inner), signal),
      (answer) => {
        if (answer.state !== 'fresh') return;
        context.showClaim(answer.claim);
        ({ etag } = answer);
        context.say({ code: 'step' });
      },
      failed,
    );
  }

  const actions: ClaimActions = {
    openClaim(claimId) {
      const now = context.filing();
      if (now?.phase === 'sending') return;
      open(claimId, ({ fields, ...problem }) => {
        const current = context.filing();
        if (!current) return;
        state.value = { ...current, trouble: problem, phase: 'failed' };
        if (problem.code === 'session_invalid') context.sessionEnded();
        else {
          context.tellError({ ...problem, fields });
          context.say({ code: 'trouble' });
        }
      });
    },
    showDoors() {
      if (!context.claim()) return;
      reading.stop();
      acting.stop();
      context.reload();
    },
    cancelClaim() {
      act(
        'cancel',
        '',
        (session, id, key, signal) => source.cancel(session, id, key, signal),
        ({ id }) => context.emit({ type: 'claim-cancelled', claimId: id }),
      );
    },
    answerQuote(accept) {
      const quote = context.claim()?.claim.quote;
      if (quote?.state !== 'open') return;
      const answer = { quoteId: quote.id, accept };
      act(
        accept ? 'accept' : 'decline',
        quote.id,
        (session, id, key, signal) => source.answerQuote(session, id, answer, key, signal),
        ({ id }) => {
          context.emit({ type: 'quote-answered', claimId: id, accepted: accept });
          context.say({ code: accept ? 'quote_accepted' : 'quote_declined' });
        },
      );
    },
    tellParcel(trackingNumber, carrier) {
      const parcel = { trackingNumber: trackingNumber.trim(), carrier: carrier.trim() || null };
      if (!parcel.trackingNumber) return;
      act(
        'parcel',
        JSON.stringify(parcel),
        (session, id, key, signal) => source.tellParcel(session, id, parcel, key, signal),
        () => context.say({ code: 'parcel_told' }),
      );
    },
    addMessageFiles(files) {
      const now = context.claim();
      if (!now) return;
      const room = Math.max(0, mostFiles - now.files.length);
      state.value = { ...now, files: [...now.files, ...files.slice(0, room).map(queue.add)] };
    },
    sendMessage(text) {
      const isSending = filesOf().some(({ state: at }) => at === 'preparing' || at === 'sending');
      if (!text.trim() || isSending || context.claim()?.doing) return Promise.resolve(false);
      // Ids came from the store and go back to it as they are.
      const uploads = filesOf().flatMap(({ uploadId }) => (uploadId ? [uploadId] : [])) as never[];
      const message = { text: text.trim(), uploads };
      return new Promise((resolve) => {
        act(
          'message',
          JSON.stringify(message),
          (session, id, key, signal) => source.message(session, id, message, key, signal),
          () => {
            const current = context.claim();
            if (current) state.value = { ...current, files: [] };
            context.say({ code: 'message_sent' });
            resolve(true);
          },
          () => resolve(false),
        );
      });
    },
  };

  return {
    actions,
    refresh,
    open,
    dueAt() {
      const asks = world.isVisible() && world.isOnline() && !reading.busy && !acting.busy;
      return context.claim() && asks ? due : Number.NaN;
    },
    shown(claim) {
      etag = null;
      failures = 0;
      wait(claim);
    },
    changeFile(id, facts) {
      const now = context.claim();
      if (!now?.files.some((file) => file.id === id)) return false;
      const files = now.files.map((file) => (file.id === id ? { ...file, ...facts } : file));
      state.value = { ...now, files };
      return true;
    },
    removeFile(id) {
      const now = context.claim();
      if (!now?.files.some((file) => file.id === id)) return false;
      state.value = { ...now, files: now.files.filter((file) => file.id !== id) };
      return true;
    },
    stop() {
      reading.stop();
      acting.stop();
    },
  };
}

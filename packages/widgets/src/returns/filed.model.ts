import type { Return } from '@postlude/contract';
import { allowedFrom, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { waitBeforeRefresh } from '../order-tracking/refresh.ts';
import type { LaterContext } from './context.ts';
import { newKey } from './idempotency-key.ts';
import type { FiledActions } from './options.ts';
import { keptPhoto, type Photo } from './photos/photo.ts';
import type { OrderAccess } from './returns-source.ts';
import { itemKey } from './selection.ts';
import type { ChoosingState, FiledState, ReturnAction } from './state.ts';

/** The actions on a return, and what the model calls. */
export interface Filed {
  readonly actions: FiledActions;
  refresh(): void;
  /** When `refresh` is due, in milliseconds since 1970; not a finite number when never. */
  dueAt(): number;
  /** A return was put on screen. */
  shown(filed: Return): void;
  /** Puts a return on screen that was filed a moment ago; `otherwise` when it cannot be had. */
  show(returnId: string, otherwise: () => void): void;
  changePhoto(id: string, facts: Partial<Photo>): boolean;
  stop(): void;
}

/** Addresses of documents work for some minutes: before that, others are fetched. In seconds. */
const documentsLast = 420;
/** Most files of one message, as the contract has it. */
const mostFiles = 10;

/** Makes the part of the model that follows a return. */
export function createFiled(context: LaterContext): Filed {
  const { source, access, world, state, queue } = context;
  const reading = createRequests(() => {}, context.unexpected);
  const acting = createRequests(() => {}, context.unexpected);
  let etag: string | null = null;
  let due = Number.POSITIVE_INFINITY;
  let failures = 0;
  /** The key of what is being done, kept for another try of the same. */
  let keys: { readonly of: string; readonly key: string } | null = null;

  function wait({ refreshAfter, documents }: Return): void {
    const soonest =
      documents.length > 0 ? Math.min(refreshAfter ?? documentsLast, documentsLast) : refreshAfter;
    due = world.now() + waitBeforeRefresh(soonest, failures, world.random());
  }

  function take(filed: Return): void {
    const now = context.filed();
    if (!now || now.filed.id !== filed.id) return;
    failures = 0;
    wait(filed);
    const asOf = new Date(world.now()).toISOString();
    state.value = { ...now, filed, asOf, stale: false, offline: !world.isOnline(), refreshing: false };
    if (now.filed.status !== filed.status) context.say({ code: 'status_changed', status: filed.status });
  }

  function refresh(): void {
    const now = context.filed();
    if (!now || reading.busy || acting.busy) return;
    state.value = { ...now, refreshing: true };
    const request = { returnId: now.filed.id, etag };
    reading.ask(
      (signal) => access.use((session, inner) => source.read(session, request, inner), signal),
      (answer) => {
        if (answer.state === 'fresh') {
          ({ etag } = answer);
          take(answer.return);
        } else take(context.filed()?.filed ?? now.filed);
      },
      (problem) => {
        const current = context.filed();
        if (problem.code === 'session_invalid') context.sessionEnded();
        else if (current) {
          failures++;
          if (failures === 1) context.tellError(problem);
          wait(current.filed);
          due = Math.max(due, allowedFrom(problem));
          state.value = { ...current, stale: true, offline: !world.isOnline(), refreshing: false };
        }
      },
    );
  }

  /** Does something to the return on screen, under one key until it is done. */
  function act(
    action: ReturnAction,
    content: string,
    work: (access: OrderAccess, id: string, key: string, signal: AbortSignal) => Promise<Return>,
    done: (filed: Return) => void,
    refused: () => void = () => {},
  ): void {
    const now = context.filed();
    if (!now || now.doing) return;
    reading.stop();
    const { id } = now.filed;
    const of = JSON.stringify([action, id, content]);
    if (keys?.of !== of) keys = { of, key: newKey(world.random) };
    const { key } = keys;
    state.value = { ...now, doing: action, trouble: null, refreshing: false };
    const failed = ({ fields, ...problem }: ReceivedProblem): void => {
      const current = context.filed();
      if (current) state.value = { ...current, doing: null, trouble: { action, problem } };
      if (problem.code === 'session_invalid') context.sessionEnded();
      else {
        context.tellError({ ...problem, fields });
        context.say({ code: 'trouble' });
        // It became something else meanwhile: shows what.
        if (problem.code === 'return_not_changeable') refresh();
      }
      refused();
    };
    acting.ask(
      (signal) => access.use((session, inner) => work(session, id, key, inner), signal),
      (filed) => {
        keys = null;
        etag = null;
        take(filed);
        const current = context.filed();
        if (current) state.value = { ...current, doing: null, trouble: null };
        done(filed);
      },
      failed,
    );
  }

  function open(returnId: string, fresh: boolean, failed: (problem: ReceivedProblem) => void): void {
    reading.ask(
      (signal) =>
        access.use((session, inner) => source.read(session, { returnId, etag: null }, inner), signal),
      (answer) => {
        if (answer.state !== 'fresh') return;
        context.showFiled(answer.return, { fresh });
        ({ etag } = answer);
        context.say({ code: 'return_shown', status: answer.return.status });
      },
      failed,
    );
  }

  const photosOf = (): readonly Photo[] => context.filed()?.photos ?? [];

  const actions: FiledActions = {
    openReturn(returnId) {
      const now = context.choosing();
      if (!now || now.phase === 'filing') return;
      open(returnId, false, ({ fields, ...problem }) => {
        const current = context.choosing();
        if (problem.code === 'session_invalid') context.sessionEnded();
        else if (current) {
          context.tellError({ ...problem, fields });
          state.value = { ...current, trouble: problem, phase: 'failed' };
          context.say({ code: 'trouble' });
        }
      });
    },
    closeReturn() {
      if (!context.filed()) return;
      reading.stop();
      acting.stop();
      context.reload();
    },
    cancelReturn() {
      act(
        'cancel',
        '',
        (session, id, key, signal) => source.cancel(session, id, key, signal),
        ({ id }) => context.emit({ type: 'return-cancelled', returnId: id }),
      );
    },
    changeReturn() {
      const now = context.filed();
      if (!now?.filed.canChange || now.doing) return;
      reading.stop();
      context.reload((choosing) => asFiled(choosing, now));
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
    addMessagePhotos(files) {
      const now = context.filed();
      if (!now) return;
      const room = Math.max(0, mostFiles - now.photos.length);
      state.value = { ...now, photos: [...now.photos, ...files.slice(0, room).map(queue.add)] };
    },
    sendMessage(text) {
      const isSending = photosOf().some(({ state: at }) => at === 'preparing' || at === 'sending');
      if (!text.trim() || isSending || context.filed()?.doing) return Promise.resolve(false);
      const uploads = photosOf().flatMap(({ uploadId }) => (uploadId ? [uploadId] : [])) as never[];
      const message = { text: text.trim(), uploads };
      return new Promise((resolve) => {
        act(
          'message',
          JSON.stringify(message),
          (session, id, key, signal) => source.message(session, id, message, key, signal),
          () => {
            const current = context.filed();
            if (current) state.value = { ...current, photos: [] };
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
    dueAt() {
      const asks = world.isVisible() && world.isOnline() && !reading.busy && !acting.busy;
      return asks ? due : Number.NaN;
    },
    shown(filed) {
      etag = null;
      failures = 0;
      wait(filed);
    },
    show: (returnId, otherwise) => open(returnId, true, otherwise),
    changePhoto(id, facts) {
      const now = context.filed();
      if (!now?.photos.some((photo) => photo.id === id)) return false;
      const photos = now.photos.map((photo) => (photo.id === id ? { ...photo, ...facts } : photo));
      state.value = { ...now, photos };
      return true;
    },
    stop() {
      reading.stop();
      acting.stop();
    },
  };
}

/** The choice as it was filed, ready to be changed. */
function asFiled(choosing: ChoosingState, { filed }: FiledState): ChoosingState {
  const known = new Set(choosing.options.items.map(itemKey));
  return {
    ...choosing,
    changing: filed,
    step: 'items',
    route: filed.route,
    problem: filed.problem,
    items: filed.items
      .filter((item) => known.has(itemKey(item)))
      .map((item) => ({
        lineId: item.lineId,
        shipmentId: item.shipmentId,
        quantity: item.quantity,
        reason: filed.route === 'return' ? item.reason : null,
        note: item.note ?? '',
        photos: item.uploads.map(({ id }) => keptPhoto(id)),
        resolution: item.resolution,
        variantId: item.exchange?.variantId ?? null,
      })),
    method: filed.method && { id: filed.method.id, placeId: filed.method.place?.id ?? null },
  };
}

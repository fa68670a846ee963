import type { Return, ReturnFiling } from '@postlude/contract';
import { isPassing, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import type { LaterContext } from './context.ts';
import type { SentFiling } from './drafts.ts';
import { toFiling } from './filing.ts';
import { newKey } from './idempotency-key.ts';
import { mistakesIn } from './mistakes.ts';
import type { Photo } from './photos/photo.ts';
import type { Quotes } from './quotes.ts';
import { stepsOf } from './selection.ts';
import { resumeAfter, stepFor } from './stale.ts';
import type { ChoosingState } from './state.ts';

/** Files a choice, once. */
export interface Filing {
  confirm(): void;
  /** Sends again what was being filed when the page went; false when nothing was. */
  resume(): boolean;
  /** The network is back: sends again what did not get through. */
  online(): void;
  /** Tells the store to forget a photo that was taken out. */
  discard(photo: Photo): void;
  stop(): void;
}

/** How long after it was sent a filing without an answer is sent again by itself after a reload, in milliseconds. */
const resumable = 3_600_000;
/** How long to wait while the same request is still being worked on, in milliseconds. */
const patience = 1_000;

/** Makes the part of the model that files. One key goes with one body, through retries and reloads, until there is an answer. */
export function createFiling(context: LaterContext, quotes: Quotes): Filing {
  const { source, access, world, state, drafts } = context;
  const requests = createRequests(() => {}, context.unexpected);
  const ended = new AbortController();
  let sent: SentFiling | null = null;
  let cancel = (): void => {};

  function send(now: ChoosingState, filing: ReturnFiling): void {
    const body = JSON.stringify(filing);
    if (sent?.body !== body) sent = { key: newKey(world.random), body, at: world.now() };
    const { key } = sent;
    const { changing } = now;
    state.value = { ...now, phase: 'filing', trouble: null, mistakes: {} };
    drafts.save(now, sent);
    requests.ask(
      (signal) =>
        access.use(
          (session, inner) =>
            changing
              ? source.change(session, changing.id, filing, inner)
              : source.file(session, filing, key, inner),
          signal,
        ),
      (filed) => done(filed, filing, changing),
      (problem) => failed(problem, filing),
    );
  }

  function done(filed: Return, filing: ReturnFiling, changing: Return | null): void {
    sent = null;
    drafts.forget(filed.orderId);
    if (!changing) {
      const units = filing.items.reduce((sum, { quantity }) => sum + quantity, 0);
      const resolutions = [...new Set(filing.items.map(({ resolution }) => resolution))];
      context.emit({ type: 'return-filed', returnId: filed.id, route: filing.route, units, resolutions });
    }
    context.showFiled(filed, { fresh: true });
    context.say({ code: 'filed' });
  }

  function failed({ fields, ...problem }: ReceivedProblem, filing: ReturnFiling): void {
    const now = context.choosing();
    if (!now) return;
    if (problem.code === 'idempotency_in_progress') {
      cancel = world.after(patience, () => send(now, filing));
      return;
    }
    if (problem.code === 'session_invalid') {
      state.value = { ...now, phase: 'failed', trouble: problem };
      context.sessionEnded();
      return;
    }
    context.tellError({ ...problem, fields });
    // Whatever else it is, it was not filed and will not be under this key; unless nobody knows.
    if (!isPassing(problem) && !problem.code.startsWith('http_5') && problem.code !== 'internal') sent = null;
    if (stepFor(problem.code)) context.reload(resumeAfter(now, { ...problem, fields }));
    else {
      state.value = { ...now, phase: 'failed', trouble: problem };
      if (problem.code === 'quote_changed') quotes.ask();
      context.say({ code: 'trouble' });
    }
  }

  return {
    confirm() {
      const now = context.choosing();
      if (!now || now.phase === 'filing' || now.quoted.asking || now.step !== 'check') return;
      for (const step of stepsOf(now)) {
        const mistakes = mistakesIn(now, step);
        if (Object.keys(mistakes).length === 0) continue;
        state.value = { ...now, step, mistakes };
        context.say({ code: 'mistakes' });
        return;
      }
      send(now, toFiling(now));
    },
    resume() {
      const now = context.choosing();
      const kept = now && drafts.read(now.options.orderId)?.sent;
      if (!now || !kept || world.now() - kept.at > resumable) return false;
      sent = kept;
      send(now, JSON.parse(kept.body) as ReturnFiling);
      return true;
    },
    online() {
      const now = context.choosing();
      if (now?.phase === 'failed' && now.trouble && isPassing(now.trouble) && sent)
        send(now, JSON.parse(sent.body) as ReturnFiling);
    },
    discard({ uploadId }) {
      if (!uploadId) return;
      // It is removed a day later in any case.
      access
        .use((session, signal) => source.removeUpload(session, uploadId, signal), ended.signal)
        .catch(() => {});
    },
    stop() {
      cancel();
      requests.stop();
      ended.abort();
    },
  };
}

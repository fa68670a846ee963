import type { OwnReview, ReviewForm, ReviewInput } from '@postlude/contract';
import { batch } from '@preact/signals';
import { isPassing, type ReceivedProblem } from '../order-session/problem.ts';
import { createRequests } from '../order-session/requests.ts';
import { newKey } from '../returns/idempotency-key.ts';
import { contentOf, draftFrom } from './content.ts';
import type { Context } from './context.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { firstMistake } from './mistakes.ts';
import type { LaterActions } from './options.ts';
import type { ReadyState, ReviewAction, Step, SubjectKey } from './state.ts';
import { draftAt, keyOf, settled, sittingOf, stepsOf, subjectOf } from './subjects.ts';

/** The part of the model that sends, changes and withdraws. */
export interface Sending {
  readonly actions: Pick<LaterActions, 'send' | 'amend' | 'withdraw' | 'goFurther'>;
  /** The network is back: sends what did not get through, one after the other. */
  online(): void;
  stop(): void;
}

/** How long to wait while the same request is still being worked on, in milliseconds. */
const patience = 1_000;

/** Makes the `Sending` of one model. One key goes with one content until there is an answer. */
export function createSending(context: Context, keeper: DraftKeeper): Sending {
  const { source, access, world, set, say } = context;
  const requests = createRequests(() => {}, context.unexpected);
  const keys = new Map<string, string>();
  let cancel = (): void => {};

  const keyFor = (content: unknown): string => {
    const name = JSON.stringify(content);
    const key = keys.get(name) ?? newKey(world.random);
    keys.set(name, key);
    return key;
  };
  const without = (troubles: ReadyState['troubles'], key: SubjectKey): ReadyState['troubles'] => {
    const { [key]: _, ...others } = troubles;
    return others;
  };

  function send(key: SubjectKey): void {
    const now = context.ready();
    const subject = now && subjectOf(now.form, key);
    if (!now || !subject || now.doing) return;
    const isChange = now.editing && now.at === key && subject.review !== null;
    const wrong = firstMistake({ ...now, at: key });
    if (wrong) {
      batch(() => {
        set({ screen: 'write', at: key, step: wrong.step, mistakes: wrong.mistakes });
        say('mistakes');
      });
      return;
    }
    const content = contentOf(draftAt(now, key), now.form);
    const review: ReviewInput = {
      lineId: subject.lineId,
      content,
      ...(now.form.terms ? { termsAgreed: now.termsAgreed } : {}),
    };
    const { review: before } = subject;
    act(key, isChange ? 'edit' : 'send', (session, signal) =>
      isChange && before
        ? source.edit(session, before.id, content, signal)
        : source.send(session, review, keyFor(review), signal),
    );
  }

  function act(
    key: SubjectKey,
    action: ReviewAction,
    work: (session: Parameters<typeof source.ask>[0], signal: AbortSignal) => Promise<OwnReview>,
  ): void {
    const now = context.ready();
    if (!now) return;
    batch(() => {
      set({ doing: { action, key }, troubles: without(now.troubles, key), mistakes: {} });
      say('sending');
    });
    requests.ask(
      (signal) => access.use(work, signal),
      (review) => done(key, action, review),
      (problem) => failed(key, action, problem, () => act(key, action, work)),
    );
  }

  function done(key: SubjectKey, action: ReviewAction, review: OwnReview): void {
    const now = context.ready();
    if (!now) return;
    const { [key]: _, ...drafts } = now.drafts;
    const form = withReview(now.form, key, review);
    const isNew = action === 'send';
    const next: ReadyState = {
      ...now,
      form,
      drafts,
      doing: null,
      editing: false,
      termsAgreed: now.termsAgreed,
      sent: isNew || now.offer?.kind === 'media' ? [...now.sent, key] : now.sent,
      skipped: now.skipped.filter((other) => other !== key),
    };
    const isLast = settled(next) >= next.sitting.length;
    const isOwn = !isNew && !(now.offer?.kind === 'media' && action === 'edit');
    context.state.value = isOwn
      ? { ...next, screen: 'own', at: key }
      : { ...next, screen: isLast ? 'done' : 'overview', at: null };
    if (isNew) context.emit({ type: 'review-sent', reviewId: review.id, lineId: review.lineId });
    else
      context.emit({ type: action === 'edit' ? 'review-edited' : 'review-withdrawn', reviewId: review.id });
    say(isNew ? 'sent' : action === 'edit' ? 'saved' : 'withdrawn');
    if (isNew) keeper.save(next, true);
    if (isLast && !isOwn) askFurther();
    resend();
  }

  function failed(key: SubjectKey, action: ReviewAction, given: ReceivedProblem, again: () => void): void {
    const { fields: _, ...problem } = given;
    if (problem.code === 'idempotency_in_progress') {
      cancel = world.after(patience, again);
      return;
    }
    const now = context.ready();
    if (!now) return;
    const troubles = { ...now.troubles, [key]: { action, problem } };
    set({ doing: null, troubles });
    if (problem.code === 'session_invalid') {
      set({ troubles: without(troubles, key) });
      context.sessionEnded();
      return;
    }
    context.tellError(problem);
    say('trouble');
    // What is there, or is asked now, is another than what was on screen.
    if (
      /^(conflict|review_closed|item_unknown|not_found|review_incomplete|terms_required)$/.test(problem.code)
    )
      context.reload((fresh) => afterRefusal(fresh, key, problem.code));
    if (problem.code === 'upload_unknown') dropFiles(key);
  }

  /** Another window has sent it: that one is shown. What cannot be reviewed any more leaves the steps. */
  function afterRefusal(fresh: ReadyState, key: SubjectKey, code: string): ReadyState {
    const subject = subjectOf(fresh.form, key);
    if (subject?.review && code === 'conflict') {
      const { [key]: _, ...drafts } = fresh.drafts;
      return { ...fresh, drafts, screen: 'own', at: key, editing: false, sitting: fresh.sitting };
    }
    if (!subject || subject.closed) return { ...fresh, screen: 'overview', at: null, editing: false };
    const at: ReadyState = { ...fresh, screen: 'write', at: key, termsAgreed: false };
    const wrong = firstMistake(at);
    return { ...at, step: wrong?.step ?? 'check', mistakes: wrong?.mistakes ?? {} };
  }

  /** The store has lost or removed a file: those that are still here go out again, the others have to be chosen anew. */
  function dropFiles(key: SubjectKey): void {
    const now = context.ready();
    const subject = now && subjectOf(now.form, key);
    if (!now || !subject) return;
    const step: Step = stepsOf(subject).includes('media') ? 'media' : 'check';
    set({
      drafts: { ...now.drafts, [key]: { ...draftAt(now, key), photos: [] } },
      screen: 'write',
      at: key,
      step,
    });
  }

  async function askFurther(): Promise<void> {
    try {
      const offer = await context.askAgain();
      if (!offer) return;
      context.emit({ type: 'ask-due', kind: offer.kind, asks: offer.asks.length });
      const now = context.ready();
      // What was left out of this sitting is offered on the same screen anyway.
      const isMore =
        now &&
        (offer.kind === 'review' || offer.kind === 'media') &&
        sittingOf(now.form, offer).some((key) => !now.skipped.includes(key));
      if (!isMore && offer.kind !== 'referral') return;
      set({ further: offer });
      const shown = { askIds: offer.asks.map(({ id }) => id), response: 'shown' } as const;
      await access.use(
        (session, signal) => source.respond(session, shown, signal),
        new AbortController().signal,
      );
    } catch {
      // Then there is no further ask, or the next page shows it once more.
    }
  }

  /** Sends the next that did not get through because of the network. */
  function resend(): void {
    const now = context.ready();
    if (!now || now.doing || !world.isOnline()) return;
    const [key] =
      Object.entries(now.troubles).find(
        ([, { action, problem }]) => action === 'send' && isPassing(problem),
      ) ?? [];
    if (key) send(key);
  }

  return {
    actions: {
      send,
      amend(key, wanted) {
        const now = context.ready();
        const subject = now && subjectOf(now.form, key);
        if (!now || !subject?.review) return;
        const steps = stepsOf(subject);
        const step = wanted && steps.includes(wanted) ? wanted : (steps[0] ?? 'check');
        batch(() => {
          set({
            drafts: { ...now.drafts, [key]: draftFrom(subject.review as OwnReview) },
            screen: 'write',
            at: key,
            step,
            editing: true,
            mistakes: {},
            troubles: without(now.troubles, key),
          });
          say('shown');
        });
      },
      withdraw(key) {
        const now = context.ready();
        const review = now && subjectOf(now.form, key)?.review;
        if (now && review && !now.doing)
          act(key, 'withdraw', (session, signal) => source.withdraw(session, review.id, signal));
      },
      goFurther() {
        const now = context.ready();
        if (!now?.further || now.further.kind === 'referral') return;
        const { further: offer } = now;
        const sitting = sittingOf(now.form, offer);
        const [only = null] = offer.kind === 'media' && sitting.length === 1 ? sitting : [];
        batch(() => {
          set({
            offer,
            sitting,
            further: null,
            sent: [],
            skipped: [],
            screen: only ? 'own' : 'overview',
            at: only,
          });
          say('shown');
        });
      },
    },
    online: resend,
    stop() {
      cancel();
      requests.stop();
    },
  };
}

const withReview = (form: ReviewForm, key: SubjectKey, review: OwnReview): ReviewForm => ({
  ...form,
  subjects: form.subjects.map((subject) => (keyOf(subject) === key ? { ...subject, review } : subject)),
});

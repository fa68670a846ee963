import type { ReviewPage } from '@postlude/contract';
import { batch, signal } from '@preact/signals';
import { createGuard } from '../kit/guard.ts';
import { createLatest } from '../kit/latest.ts';
import { problemOf } from '../order-session/problem.ts';
import type { ReviewsModel, ReviewsOptions } from './options.ts';
import type { ReviewQuery } from './reviews-source.ts';
import type { ReadyState, ReviewsEvent, ReviewsNews, ReviewsState } from './state.ts';

/** Every review, as the store sorts them. */
export const allReviews: ReviewQuery = { sort: null, stars: null, media: false, verified: false, words: '' };

/** Makes the model of one list; it reads its first page at once unless it goes on with what another one had. */
export function createReviewsModel({
  source,
  restore,
  onJsonLd,
  onEvent,
  report,
}: ReviewsOptions): ReviewsModel {
  const guard = createGuard(report);
  const caught = guard((error: unknown) => report?.(error));
  const emit = guard((event: ReviewsEvent) => onEvent?.(event));
  const tellJsonLd = guard((jsonLd: Parameters<NonNullable<typeof onJsonLd>>[0]) => onJsonLd?.(jsonLd));
  const state = signal<ReviewsState>(restore ?? { kind: 'loading' });
  const news = signal<ReviewsNews | null>(null);
  const pages = createLatest(() => {});
  const votes = createLatest(() => {});
  const ended = new AbortController();

  const ready = (): ReadyState | null => {
    const now = state.peek();
    return now.kind === 'ready' ? now : null;
  };
  const change = (changes: Partial<ReadyState>): void => {
    const now = ready();
    if (now) state.value = { ...now, ...changes };
  };
  const problemIn = (error: unknown) => {
    const { fields: _, ...problem } = problemOf(error);
    if (problem.code === 'unexpected') caught(error);
    emit({ type: 'error', code: problem.code, requestId: problem.requestId });
    return problem;
  };

  function read(query: ReviewQuery): void {
    const isFirst = !ready();
    if (isFirst) state.value = { kind: 'loading' };
    else change({ query, phase: 'asking' });
    pages.run(
      (ends) => source.list(query, null, ends),
      (page) => batch(() => arrived(query, page, isFirst)),
      (error) => batch(() => lost(error)),
    );
  }

  function arrived(query: ReviewQuery, { items, next, sort, summary }: ReviewPage, isFirst: boolean): void {
    const known = summary ?? ready()?.summary;
    if (!known) {
      lost(Object.assign(new Error('There is no summary.'), { code: 'contract_violated' }));
      return;
    }
    const { votes: kept = {}, voting = null } = ready() ?? {};
    state.value = {
      ...{ kind: 'ready', summary: known, query, sort, items, next, phase: 'idle' },
      ...{ votes: kept, voting },
    };
    tellJsonLd(known.jsonLd);
    if (isFirst) emit({ type: 'reviews-shown', count: known.count, average: known.average });
    else news.value = { code: 'shown', count: items.length };
  }

  function lost(error: unknown): void {
    const problem = problemIn(error);
    if (ready()) {
      change({ phase: 'failed' });
      news.value = { code: 'failed' };
    } else state.value = { kind: 'failed', problem };
  }

  if (restore) tellJsonLd(restore.summary.jsonLd);
  else read(allReviews);

  return {
    state,
    news,
    refresh: () => read(ready()?.query ?? allReviews),
    startAnew() {
      votes.stop();
      state.value = { kind: 'loading' };
      tellJsonLd(null);
      read(allReviews);
    },
    show(changes) {
      const now = ready();
      if (now) read({ ...now.query, ...changes });
    },
    more() {
      const now = ready();
      if (!now?.next || now.phase === 'more' || now.phase === 'asking') return;
      const { query, next } = now;
      change({ phase: 'more' });
      pages.run(
        (ends) => source.list(query, next, ends),
        (page) => {
          const known = new Set(now.items.map(({ id }) => id));
          const more = page.items.filter(({ id }) => !known.has(id));
          batch(() => {
            change({ items: [...now.items, ...more], next: page.next, phase: 'idle' });
            news.value = { code: 'more', count: more.length };
          });
        },
        (error) => batch(() => lost(error)),
      );
    },
    vote(reviewId) {
      const now = ready();
      if (!now || now.voting) return;
      const helpful = !now.votes[reviewId]?.mine;
      change({ voting: reviewId });
      votes.run(
        (ends) => source.vote(reviewId, helpful, ends),
        (vote) =>
          batch(() => {
            change({ voting: null, votes: { ...ready()?.votes, [reviewId]: vote } });
            news.value = { code: vote.mine ? 'voted' : 'unvoted' };
          }),
        (error) =>
          batch(() => {
            problemIn(error);
            change({ voting: null });
            news.value = { code: 'failed' };
          }),
      );
    },
    async tell(reviewId, told) {
      await source.report(reviewId, told, ended.signal);
      news.value = { code: 'reported' };
      emit({ type: 'review-reported', reviewId });
    },
    snapshot: () => {
      const now = ready();
      return now && { ...now, phase: 'idle', voting: null };
    },
    dispose() {
      pages.stop();
      votes.stop();
      ended.abort();
      tellJsonLd(null);
    },
  };
}

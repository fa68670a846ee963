import type { ReviewPage } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { parametersOf } from './parameters.ts';
import { allReviews, createReviewsModel } from './reviews.model.ts';
import type { ReviewQuery, ReviewsSource } from './reviews-source.ts';
import { sampleReviews, sampleSummary } from './samples.ts';
import type { ReviewsEvent } from './state.ts';

const jsonLd = { '@type': 'Product' };
const page = (facts: Partial<ReviewPage> = {}): ReviewPage => ({
  items: sampleReviews.slice(0, 2),
  next: 'cursor',
  sort: 'newest',
  summary: sampleSummary({ jsonLd }),
  ...facts,
});
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A model whose source answers what is put in, in turn. */
function open(...answers: (ReviewPage | Error)[]) {
  const asked: [ReviewQuery, string | null][] = [];
  const events: ReviewsEvent[] = [];
  const heads: unknown[] = [];
  const votes: [string, boolean][] = [];
  const source: ReviewsSource = {
    async list(query, cursor) {
      asked.push([query, cursor]);
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? new Error('Nothing is left to answer.');
      return answer;
    },
    async vote(id, helpful) {
      votes.push([id, helpful]);
      if (id === 'rev_gone') throw Object.assign(new Error('gone'), { code: 'not_found' });
      return { helpful: helpful ? 13 : 12, mine: helpful };
    },
    report: async () => ({}),
  };
  const model = createReviewsModel({
    source,
    onEvent: (event) => events.push(event),
    onJsonLd: (data) => heads.push(data),
  });
  return { model, asked, events, heads, votes };
}
const offline = Object.assign(new Error('no network'), { code: 'unreachable' });

describe('a list of reviews', () => {
  it('reads its first page, tells the page what is there, and hands on the structured data', async () => {
    const { model, asked, events, heads } = open(page());
    expect(model.state.value.kind).toBe('loading');
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'ready', phase: 'idle', sort: 'newest', next: 'cursor' });
    expect(asked).toEqual([[allReviews, null]]);
    expect(events).toEqual([{ type: 'reviews-shown', count: 128, average: 4.32 }]);
    expect(heads).toEqual([jsonLd]);
    model.dispose();
    expect(heads).toEqual([jsonLd, null]);
  });

  it('starts anew where its source tells of something else, and no answer of before comes after that', async () => {
    const waiting: ((page: ReviewPage) => void)[] = [];
    const heads: unknown[] = [];
    const model = createReviewsModel({
      source: {
        list: () => new Promise((resolve) => waiting.push(resolve)),
        vote: async () => ({ helpful: 0, mine: false }),
        report: async () => ({}),
      },
      onJsonLd: (data) => heads.push(data),
    });
    model.startAnew();
    waiting[1]?.(page({ items: sampleReviews.slice(1, 2) }));
    await settle();
    waiting[0]?.(page({ items: sampleReviews.slice(0, 1) }));
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'ready', items: sampleReviews.slice(1, 2) });
    model.show({ stars: 1 });
    model.startAnew();
    expect(model.state.value).toEqual({ kind: 'loading' });
    expect(heads).toEqual([null, jsonLd, null]);
    waiting[3]?.(page());
    await settle();
    waiting[2]?.(page({ items: [] }));
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'ready', query: allReviews, items: page().items });
  });

  it('says when it cannot be read, and reads again when asked', async () => {
    const { model } = open(offline, page());
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'failed', problem: { code: 'unreachable' } });
    model.refresh();
    await settle();
    expect(model.state.value.kind).toBe('ready');
  });

  it('takes a first page without a summary for what it is: not an answer', async () => {
    const { model } = open(page({ summary: null }));
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'failed', problem: { code: 'contract_violated' } });
  });

  it('narrows and sorts with the summary kept, and keeps what it had where that fails', async () => {
    const { model, asked } = open(
      page(),
      page({ items: [], next: null, summary: null, sort: 'lowest' }),
      offline,
    );
    await settle();
    model.show({ stars: 1, sort: 'lowest' });
    expect(model.state.value).toMatchObject({ phase: 'asking', query: { stars: 1 } });
    await settle();
    expect(asked.at(-1)).toEqual([{ ...allReviews, stars: 1, sort: 'lowest' }, null]);
    expect(model.state.value).toMatchObject({ items: [], sort: 'lowest', summary: { count: 128 } });
    expect(model.news.value).toEqual({ code: 'shown', count: 0 });
    model.show({ stars: null });
    await settle();
    expect(model.state.value).toMatchObject({ kind: 'ready', phase: 'failed' });
    expect(model.news.value).toEqual({ code: 'failed' });
  });

  it('goes on from its cursor, once at a time and without showing one twice', async () => {
    const more = page({ items: sampleReviews.slice(1, 4), next: null, summary: null });
    const { model, asked } = open(page(), more);
    await settle();
    model.more();
    model.more();
    await settle();
    expect(asked.map(([, cursor]) => cursor)).toEqual([null, 'cursor']);
    const state = model.state.value;
    expect(state.kind === 'ready' && state.items.map(({ id }) => id)).toEqual(
      sampleReviews.map(({ id }) => id),
    );
    expect(model.news.value).toEqual({ code: 'more', count: 2 });
    model.more();
    expect(asked).toHaveLength(2);
  });

  it('counts a vote once, takes it back, and forgets one that was not counted', async () => {
    const { model, votes } = open(page());
    await settle();
    const id = sampleReviews[0]?.id ?? '';
    model.vote(id);
    model.vote(id);
    await settle();
    expect(model.state.value).toMatchObject({ votes: { [id]: { helpful: 13, mine: true } }, voting: null });
    model.vote(id);
    await settle();
    expect(votes).toEqual([
      [id, true],
      [id, false],
    ]);
    model.vote('rev_gone');
    await settle();
    expect(model.news.value).toEqual({ code: 'failed' });
    expect(model.state.value).toMatchObject({ voting: null });
  });

  it('goes on elsewhere with what it had', async () => {
    const { model } = open(page());
    await settle();
    const restore = model.snapshot();
    model.dispose();
    const silent: ReviewsSource = {
      list: () => Promise.reject(new Error('Nothing has to be read.')),
      vote: () => Promise.reject(new Error()),
      report: () => Promise.reject(new Error()),
    };
    const next = createReviewsModel({ source: silent, restore });
    expect(next.state.value).toMatchObject({ kind: 'ready', next: 'cursor' });
  });
});

describe('the parameters of a query', () => {
  it('leave out what narrows nothing', () => {
    expect(parametersOf({}, allReviews, null)).toEqual({});
    const query: ReviewQuery = { sort: 'media', stars: 4, media: true, verified: true, words: 'cable' };
    expect(parametersOf({ product: '1', subject: 'product', locale: 'de' }, query, 'c')).toEqual({
      ...{ product: '1', subject: 'product', locale: 'de', sort: 'media', stars: '4' },
      ...{ media: 'true', verified: 'true', q: 'cable', cursor: 'c' },
    });
  });
});

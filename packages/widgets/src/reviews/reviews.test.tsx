import type { ReviewReportInput } from '@postlude/contract';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import { laterScreens } from './later/index.ts';
import { createReviewsModel } from './reviews.model.ts';
import { Reviews, type ReviewsProps } from './reviews.tsx';
import type { ReviewsSource } from './reviews-source.ts';
import { sampleReview, sampleStates } from './samples.ts';
import type { ReadyState } from './state.ts';

afterEach(cleanup);

/** A list in a state, with a source that keeps what it is told. */
function show(
  state: keyof typeof sampleStates,
  props: Partial<ReviewsProps> = {},
  facts: Partial<ReadyState> = {},
) {
  const told: ReviewReportInput[] = [];
  let fails: string | null = null;
  const asked: unknown[] = [];
  const source: ReviewsSource = {
    list: (query) => {
      asked.push(query);
      return new Promise(() => {});
    },
    vote: async (_, helpful) => ({ helpful: 13, mine: helpful }),
    async report(_, report) {
      if (fails) throw Object.assign(new Error(fails), { code: fails });
      told.push(report);
    },
  };
  const model = createReviewsModel({ source, restore: { ...(sampleStates[state] as ReadyState), ...facts } });
  const later = async () => ({ screens: laterScreens, catalogue: props.catalogue, nonce: undefined });
  const view = render(<Reviews model={model} locale="en-GB" later={later} {...props} />);
  return {
    ...view,
    model,
    told,
    asked,
    fail: (code: string | null) => {
      fails = code;
    },
  };
}

describe('a list of reviews', () => {
  it.each(Object.keys(sampleStates).filter((name) => sampleStates[name]?.kind === 'ready'))(
    'has no finding of axe when it is %s',
    async (name) => {
      const { container } = show(name);
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );

  it('shows what a stranger wrote as text, and says who is anonymous', () => {
    const { container } = show('list');
    expect(screen.getByText('A<b>n</b>a')).toBeTruthy();
    expect(container.querySelector('b')).toBeNull();
    expect(screen.getByText('Anonymous')).toBeTruthy();
  });

  it('marks what was bought, rewarded, brought from elsewhere and chosen', () => {
    show('list');
    expect(screen.getAllByText('Verified buyer')).toHaveLength(3);
    expect(screen.getByText('Not verified')).toBeTruthy();
    expect(screen.getByText('From another platform')).toBeTruthy();
    expect(screen.getByText('Chosen by the store')).toBeTruthy();
    expect(screen.getByText('Received a reward')).toBeTruthy();
  });

  it('says a translation first, marked, with the original one press away', () => {
    show('list');
    expect(screen.getByText('Excellent')).toBeTruthy();
    fireEvent.click(screen.getByText('Show original'));
    expect(screen.getByText('ممتاز').closest('[lang]')?.getAttribute('lang')).toBe('ar');
    fireEvent.click(screen.getByText('Show translation'));
    expect(screen.getByText('Excellent')).toBeTruthy();
  });

  it('narrows by the bars of its picture, each pressed once more to let go', () => {
    const { asked } = show('list');
    fireEvent.click(screen.getByRole('button', { name: /^2 stars/ }));
    expect(asked.at(-1)).toMatchObject({ stars: 2 });
    fireEvent.click(screen.getByRole('button', { name: /^2 stars/ }));
    expect(asked.at(-1)).toMatchObject({ stars: null });
  });

  it('searches, sorts, and shows all again', () => {
    const { asked } = show('list');
    fireEvent.input(screen.getByLabelText('Search in reviews'), { target: { value: ' cable ' } });
    fireEvent.submit(screen.getByLabelText('Search in reviews').closest('form') as HTMLFormElement);
    expect(asked.at(-1)).toMatchObject({ words: 'cable' });
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'lowest' } });
    expect(asked.at(-1)).toMatchObject({ words: 'cable', sort: 'lowest' });
    fireEvent.click(screen.getByText('Show all reviews'));
    expect(asked.at(-1)).toMatchObject({ words: '', stars: null, sort: 'lowest' });
  });

  it('opens pictures large, leads through them, and gives the focus back', async () => {
    show('list');
    const first = screen.getAllByRole('button', { name: /^Photo 1 of 2/ })[0] as HTMLElement;
    first.focus();
    fireEvent.click(first);
    const dialog = await waitFor(() => screen.getByRole('dialog'));
    expect(within(dialog).getByText('Picture 1 of 2')).toBeTruthy();
    fireEvent.click(within(dialog).getByText('Next'));
    expect(within(dialog).getByText('Picture 2 of 2')).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(first);
  });

  it('reports with a reason; a notice of something illegal needs who, why, and good faith', async () => {
    const { told, fail } = show('list', {}, { items: [sampleReview()] });
    fireEvent.click(screen.getByRole('button', { name: 'Report the review by Mara O.' }));
    const dialog = within(await waitFor(() => screen.getByRole('dialog')));
    const send = () => fireEvent.click(dialog.getByText('Send the report'));
    const submit = () =>
      fireEvent.submit(dialog.getByText('Send the report').closest('form') as HTMLFormElement);
    send();
    submit();
    expect(dialog.getByText('Please choose what is wrong.')).toBeTruthy();
    fireEvent.click(dialog.getByLabelText('It is illegal'));
    submit();
    await waitFor(() => expect(dialog.getAllByText('Please fill this in.')).toHaveLength(2));
    fireEvent.input(dialog.getByLabelText('Why is it illegal?'), { target: { value: 'It names my child.' } });
    fireEvent.input(dialog.getByLabelText('Your name'), { target: { value: 'Ines' } });
    fireEvent.input(dialog.getByLabelText('Your e-mail address'), { target: { value: 'ines@example.com' } });
    fireEvent.click(dialog.getByRole('checkbox'));
    fail('unavailable');
    submit();
    await waitFor(() => expect(dialog.getByRole('alert').textContent).toContain('could not be sent'));
    fail(null);
    submit();
    await waitFor(() => expect(dialog.getByText('Thank you, your report has arrived')).toBeTruthy());
    expect(told).toEqual([
      {
        ...{ reason: 'illegal', explanation: 'It names my child.', name: 'Ines', email: 'ines@example.com' },
        ...{ goodFaith: true, locale: 'en-GB' },
      },
    ]);
  });

  it('asks for nobody’s name where nothing illegal is reported', async () => {
    const { told } = show('list', {}, { items: [sampleReview()] });
    fireEvent.click(screen.getByRole('button', { name: 'Report the review by Mara O.' }));
    const dialog = within(await waitFor(() => screen.getByRole('dialog')));
    fireEvent.click(dialog.getByLabelText('It is advertising or spam'));
    expect(dialog.queryByLabelText('Your name')).toBeNull();
    fireEvent.submit(dialog.getByText('Send the report').closest('form') as HTMLFormElement);
    await waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({ reason: 'spam', name: null, email: null, goodFaith: false });
  });

  it.each([
    ['de', de, 'Wie wir Bewertungen prüfen'],
    ['ar', ar, 'كيف نتحقق من التقييمات'],
  ] as const)('speaks %s', (locale, catalogue, checks) => {
    const { container } = show('list', { locale, catalogue });
    expect(screen.getByText(checks)).toBeTruthy();
    expect(container.querySelector('.root')?.getAttribute('dir')).toBe(catalogue.direction);
  });
});

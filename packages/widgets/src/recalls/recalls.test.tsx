import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../locales/ar.ts';
import { catalogue as de } from '../locales/de.ts';
import { FakeWorld, settle } from '../order-tracking/testing.ts';
import { createRecalls } from './recalls.model.ts';
import { Recalls, type RecallsProps } from './recalls.tsx';
import type { RecallsSource } from './recalls-source.ts';
import { sampleRecall } from './samples.ts';

afterEach(cleanup);

/** Recalls in a world of the test's own; each answer of the source is what `answers` says next. */
async function show(answers: (object | Error)[], props: Partial<RecallsProps> = {}) {
  const world = new FakeWorld();
  const asked: unknown[][] = [];
  const next = async (...values: unknown[]): Promise<never> => {
    asked.push(values.slice(0, -1));
    const answer = answers.shift();
    if (answer instanceof Error || !answer) throw answer ?? new Error('Nothing is left to answer.');
    return answer as never;
  };
  const source: RecallsSource = { list: next, answer: next };
  const access = { token: 't', orderId: 'ord_1' };
  const model = createRecalls({
    source,
    use: async (work, signal) => await work(access, signal),
    after: world.environment.after,
  });
  const view = render(<Recalls model={model} locale="en-GB" {...props} />);
  await model.refresh();
  await settle();
  return { ...view, model, world, asked };
}

const read = (remedy: 'refund' | null = null) =>
  sampleRecall({ acknowledged: { at: '2026-11-24T10:00:00.000Z', remedy } });

describe('a recall', () => {
  it('has the fixed headline and every part the law asks for, in its order', async () => {
    const { container } = await show([{ items: [sampleRecall()] }]);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Product safety recall');
    const text = container.querySelector('.recall')?.textContent ?? '';
    const parts = [
      'Product safety recall',
      'Nordlicht Oak desk lamp, model L-100, batch 2026-03',
      'under the foot',
      'March to June 2026',
      'give an electric shock',
      'Stop using the lamp at once',
      'Repair',
      'Replacement',
      'Money back',
      'Call',
    ].map((part) => text.indexOf(part));
    expect(parts.every((at) => at >= 0)).toBe(true);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(screen.getByRole('link', { name: /Call/ }).getAttribute('href')).toBe('tel:+49800123456');
  });

  it('is said at once without taking the focus', async () => {
    await show([{ items: [sampleRecall()] }]);
    expect(screen.getByRole('alert').textContent).toContain('Product safety recall: Nordlicht Oak desk lamp');
    expect(document.activeElement).toBe(document.body);
  });

  it('is one calm line once it was read, and can be opened again', async () => {
    const { asked } = await show([{ items: [sampleRecall()] }, { items: [read()] }]);
    const button = screen.getByRole('button', { name: 'I have read this' });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).toBeNull());
    expect(asked[1]?.slice(1)).toEqual([sampleRecall().id, null]);
    expect(screen.getByRole('alert').textContent).toBe('');
    const again = screen.getByRole('button', { name: /Show the safety recall/ });
    await waitFor(() => expect(document.activeElement).toBe(again));
    fireEvent.click(again);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Product safety recall');
    expect(screen.queryByRole('button', { name: 'I have read this' })).toBeNull();
  });

  it('takes the remedy as a button, says which was chosen, and lets another be chosen', async () => {
    const { asked } = await show([{ items: [sampleRecall()] }, { items: [read('refund')] }]);
    fireEvent.click(screen.getByRole('button', { name: 'Money back' }));
    await waitFor(() => expect(screen.getByText('You chose: Money back')).toBeTruthy());
    expect(asked[1]?.slice(1)).toEqual([sampleRecall().id, 'refund']);
    fireEvent.click(screen.getByRole('button', { name: /Show the safety recall/ }));
    expect(screen.getByRole('button', { name: 'Money back' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: 'Repair' }).getAttribute('aria-disabled')).toBeNull();
  });

  it('stays whole when the answer does not get through, and says so', async () => {
    await show([{ items: [sampleRecall()] }, new Error('unreachable')]);
    fireEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    await waitFor(() => expect(screen.getByText('This was not sent. Please try again.')).toBeTruthy());
    expect(screen.getByRole('heading', { level: 2 })).toBeTruthy();
  });

  it('is told of though its text does not come, and asked for again by itself', async () => {
    const { world } = await show([new Error('unreachable'), { items: [sampleRecall()] }]);
    expect(screen.getByText(/There is a safety recall for something in this order/)).toBeTruthy();
    await world.pass(5_000);
    await waitFor(() => expect(screen.getByText(/give an electric shock/)).toBeTruthy());
  });

  it('has nothing axe objects to, in three languages', async () => {
    for (const catalogue of [undefined, de, ar]) {
      const { container, unmount } = await show(
        [{ items: [sampleRecall(), sampleRecall({ ...read('refund'), id: `rcl_${'2'.repeat(32)}` })] }],
        { catalogue },
      );
      const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id }) => id)).toEqual([]);
      unmount();
    }
  });

  it('is gone when there is none', async () => {
    const { container } = await show([{ items: [] }]);
    expect(container.querySelector('.recall, .recall-line')).toBeNull();
  });
});

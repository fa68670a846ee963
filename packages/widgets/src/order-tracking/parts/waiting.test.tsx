import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { session } from '../testing.ts';
import { proof } from '../testing-model.ts';
import { headline, problem, show } from '../testing-view.tsx';

afterEach(cleanup);

it('says that the order is there, with its number, and says it aloud once its details are', async () => {
  const { container, world, opened } = show(
    { kind: 'waiting', order: '1001', tries: 1 },
    {},
    { request: proof },
  );
  expect(headline()).toBe('We have your order');
  expect(screen.getByText('Order 1001')).toBeTruthy();
  expect(container.querySelector('.card')?.getAttribute('aria-busy')).toBe('true');
  await world.pass(0);
  await opened[0]?.answer(session());
  const region = screen.getByRole('status');
  await vi.waitFor(() => expect(region.textContent).toBe('Arrives Thursday, 26 November'));
});

it('gives a way on after waiting in vain', () => {
  show({ kind: 'failed', problem: { ...problem('not_here_yet'), retryable: true } });
  expect(screen.getByText(/are not here yet/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { Disclosure } from './disclosure.tsx';
import { createGuard } from './guard.ts';

afterEach(cleanup);
// Preact lets go of a component's effects a moment after the component is gone.
afterAll(() => vi.unstubAllGlobals());

let count = 0;

/** Idle moments come when the test says so. */
function idleWhenTold() {
  const waiting = new Map<number, () => void>();
  vi.stubGlobal('requestIdleCallback', (task: () => void) => {
    waiting.set(++count, task);
    return count;
  });
  vi.stubGlobal('cancelIdleCallback', (request: number) => waiting.delete(request));
  return waiting;
}

const disclosure = (
  <Disclosure guard={createGuard(undefined)} label="More">
    {(open) => <p>{open ? 'all of it' : 'some of it'}</p>}
  </Disclosure>
);

describe('a disclosure', () => {
  it('draws nothing of its inside at first, and for print what a closed one has once the page is idle', async () => {
    const waiting = idleWhenTold();
    render(disclosure);
    expect(document.querySelector('.panel')?.childElementCount).toBe(0);
    await vi.waitFor(() => expect(waiting.size).toBe(1));
    for (const task of waiting.values()) task();
    const inside = await screen.findByText('some of it');
    expect(inside.closest<HTMLElement>('.panel')?.hidden).toBe(true);
  });

  it('is filled at once when it is opened', () => {
    idleWhenTold();
    render(disclosure);
    const button = screen.getByRole('button', { name: 'More' });
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('all of it').closest<HTMLElement>('.panel')?.hidden).toBe(false);
  });

  it('fills itself where the browser knows no idle moments', async () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    render(disclosure);
    expect(await screen.findByText('some of it')).toBeTruthy();
  });

  it('waits for nothing once it is gone', async () => {
    const waiting = idleWhenTold();
    render(disclosure);
    await vi.waitFor(() => expect(waiting.size).toBe(1));
    cleanup();
    await vi.waitFor(() => expect(waiting.size).toBe(0));
  });
});

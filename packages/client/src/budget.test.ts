import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sleep } from './budget.ts';
import { ApiError, isAbortedError, isApiError, isTimeoutError } from './errors.ts';
import { json, raw, silence, stall } from './testing/fault-server.ts';
import { failureOf, read, transportTo } from './testing/faulty-transport.ts';
import { manualTime } from './testing/manual-time.ts';

describe('the deadline', () => {
  it('ends a call that was never answered', async () => {
    const transport = await transportTo([silence]);
    const failure = failureOf(transport.send(read));
    await transport.server.arrived(1);
    transport.time.advance(9_999);
    transport.time.advance(1);
    const error = await failure;
    expect(isTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'timeout', deadline: 10_000 });
  });

  it('ends a call whose answer stops in the middle', async () => {
    const transport = await transportTo([stall('{"a":')]);
    const failure = failureOf(transport.send(read));
    await transport.server.arrived(1);
    transport.time.advance(10_000);
    expect(isTimeoutError(await failure)).toBe(true);
  });

  it('counts all tries and pauses, and keeps what the try before met', async () => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': '4' }), silence]);
    const failure = failureOf(transport.send(read));
    await transport.server.arrived(2);
    transport.time.advance(6_000);
    const error = await failure;
    expect(isTimeoutError(error) && isApiError(error.cause) && error.cause.status).toBe(503);
  });

  it('is not waited for when the next pause would pass it', async () => {
    const transport = await transportTo([raw('', 503, { 'Retry-After': '6' })]);
    expect(await failureOf(transport.send(read))).toBeInstanceOf(ApiError);
    expect(transport.server.received).toHaveLength(2);
  });

  it('ends a call even where fetch does not listen to its signal', async () => {
    const transport = await transportTo([silence], { fetch: () => new Promise<Response>(() => {}) });
    const failure = failureOf(transport.send(read));
    transport.time.advance(10_000);
    expect(isTimeoutError(await failure)).toBe(true);
  });
});

describe('what a call holds', () => {
  it.each([
    ['an answer', json('fine')],
    ['an error', raw('', 404)],
  ])('is let go of with %s: the deadline and the caller’s signal', async (_, answer) => {
    const transport = await transportTo([answer]);
    const { signal } = new AbortController();
    await transport.send({ ...read, signal }).catch(() => undefined);
    expect(transport.time.sleeping()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('is no timer once its sleep was aborted', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const controller = new AbortController();
    const slept = failureOf(sleep(1_000, controller.signal));
    expect(vi.getTimerCount()).toBe(1);
    controller.abort('enough');
    expect(await slept).toBe('enough');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a timer that waits, however long the deadline', async () => {
    const timer = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timer.mockRestore());
    const controller = new AbortController();
    const slept = failureOf(sleep(3_000_000_000, controller.signal));
    expect(timer).toHaveBeenCalledWith(expect.any(Function), 2_147_483_647);
    controller.abort();
    await slept;
  });
});

describe('the caller’s signal', () => {
  it('aborted before the call keeps it from being sent', async () => {
    const transport = await transportTo([json('fine')]);
    const error = await failureOf(transport.send({ ...read, signal: AbortSignal.abort('no longer needed') }));
    expect(error).toMatchObject({ name: 'AbortedError', code: 'aborted', cause: 'no longer needed' });
    expect(transport.server.received).toHaveLength(0);
  });

  it.each([
    ['before the answer', silence],
    ['within the answer', stall('{"a":')],
  ])('ends a call %s', async (_, answer) => {
    const transport = await transportTo([answer]);
    const controller = new AbortController();
    const failure = failureOf(transport.send({ ...read, signal: controller.signal }));
    await transport.server.arrived(1);
    controller.abort(new Error('gone'));
    const error = await failure;
    expect(isAbortedError(error) && error.cause).toEqual(new Error('gone'));
    expect(transport.server.received).toHaveLength(1);
  });

  it('ends the pause before the next try', async () => {
    const time = manualTime({ hold: true });
    const transport = await transportTo([raw('', 503)], { time });
    const controller = new AbortController();
    const failure = failureOf(transport.send({ ...read, signal: controller.signal }));
    await time.paused();
    controller.abort();
    expect(isAbortedError(await failure)).toBe(true);
    expect(transport.server.received).toHaveLength(1);
  });
});

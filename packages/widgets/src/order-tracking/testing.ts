import type { Session, SessionRequest } from '@postlude/contract';
import type { Environment } from '../order-session/environment.ts';
import type { OrderAnswer, OrderReading, OrderSource } from './order-source.ts';
import { order, sampleNow, shipment } from './samples.ts';

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** A world whose clock, network and visibility the test sets. Timers run when the clock is moved past them. */
export class FakeWorld {
  time = sampleNow;
  visible = true;
  online = true;
  readonly timers = new Set<Timer>();
  readonly listeners = new Set<() => void>();

  readonly environment: Environment = {
    now: () => this.time,
    after: (milliseconds, task) => {
      const timer = { at: this.time + milliseconds, task };
      this.timers.add(timer);
      return () => this.timers.delete(timer);
    },
    // In the middle, where waits are not spread.
    random: () => 0.5,
    isVisible: () => this.visible,
    isOnline: () => this.online,
    onChange: (listener) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
  };

  /** Moves the clock on, running what becomes due, and lets promises settle. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.timers].sort((one, other) => one.at - other.at);
      if (!next || next.at > end) break;
      this.time = Math.max(this.time, next.at);
      this.timers.delete(next);
      next.task();
      await settle();
    }
    this.time = end;
    await settle();
  }

  /** Changes the world and tells whoever listens. */
  async change(facts: { visible?: boolean; online?: boolean }): Promise<void> {
    Object.assign(this, facts);
    for (const listener of [...this.listeners]) listener();
    await settle();
  }
}

/** Lets everything that waits for a promise go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** A session for an order that arrives on Thursday. */
export function session(facts: Partial<Session> = {}): Session {
  return { token: 'token', expiresAt: '2026-11-25T15:00:00.000Z', order: order([shipment()]), ...facts };
}

interface Call<Input, Answer> {
  readonly input: Input;
  readonly signal: AbortSignal;
  answer(answer: Answer): Promise<void>;
  fail(problem: unknown): Promise<void>;
}

/** An `OrderSource` that answers when the test says so. */
export function fakeSource() {
  const opened: Call<SessionRequest, Session>[] = [];
  const read: Call<OrderReading, OrderAnswer>[] = [];
  const record = <Input, Answer>(calls: Call<Input, Answer>[], input: Input, signal: AbortSignal) =>
    new Promise<Answer>((resolve, reject) => {
      calls.push({
        input,
        signal,
        answer: (answer) => {
          resolve(answer);
          return settle();
        },
        fail: (problem) => {
          reject(problem);
          return settle();
        },
      });
    });
  const source: OrderSource = {
    open: (request, signal) => record(opened, request, signal),
    read: (reading, signal) => record(read, reading, signal),
  };
  return { source, opened, read };
}

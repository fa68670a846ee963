import { expect, onTestFinished } from 'vitest';
import {
  createTransport,
  type Transport,
  type TransportOptions,
  type TransportRequest,
} from '../transport.ts';
import { type Answer, type FaultServer, startFaultServer } from './fault-server.ts';
import { type ManualTime, manualTime } from './manual-time.ts';

/** A transport to a server that answers as told, on a clock that moves as told. */
export interface FaultyTransport extends Transport {
  readonly server: FaultServer;
  readonly time: ManualTime;
  /** The pauses between tries so far, in milliseconds. */
  pauses(): number[];
}

/** Starts a server that ends with the test, and makes the transport; half of each longest pause is waited. */
export async function transportTo(
  answers: [Answer, ...Answer[]],
  options: Partial<TransportOptions> & { time?: ManualTime } = {},
): Promise<FaultyTransport> {
  const server = await startFaultServer(...answers);
  onTestFinished(() => server.close());
  const { time = manualTime(), ...rest } = options;
  const { sleep, now } = time;
  const random = () => 0.5;
  const { send } = createTransport({ baseUrl: server.url, store: 'pk_1', sleep, now, random, ...rest });
  // The first thing a call asks of the clock is its deadline.
  return { send, server, time, pauses: () => time.asked.slice(1) };
}

/** A read, as the functions of the endpoints hand it to a transport. */
export const read: TransportRequest = {
  method: 'GET',
  path: '/v1/store',
  withStore: true,
  headers: {},
  repeatable: true,
};

/** A write without a key. */
export const write: TransportRequest = { ...read, method: 'POST', body: '{}', repeatable: false };

/** What a call fails with. */
export const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => expect.fail('This should have failed.'),
    (error: unknown) => error,
  );

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Provider } from '@postlude/contract';
import type { HeardEvent } from './hooks/receiver.ts';
import type { DemoOrder } from './orders/demo-order.ts';

/** What the demo keeps between two starts, beside the backend's own data: its store's keys and its shop's orders. */
export interface DemoState {
  readonly version: 5;
  readonly seededAt: string;
  /** How far the demo's clock is ahead. */
  daysAhead: number;
  /** Origin of the shop the store was made for. */
  readonly shop: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly embedSecret: string;
  readonly webhooks: Readonly<Record<Provider, { readonly id: string; readonly secret: string }>>;
  /** What the outgoing webhooks to the shop are signed with. */
  readonly hookSecret: string;
  /** What the shop was told by them, newest first. */
  heard: readonly HeardEvent[];
  readonly orders: DemoOrder[];
}

const fileOf = (dataFolder: string): string => join(dataFolder, 'demo.json');

/** Reads the state; null when there is none, or none this version can use. */
export async function readState(dataFolder: string): Promise<DemoState | null> {
  try {
    const state = JSON.parse(await readFile(fileOf(dataFolder), 'utf8')) as DemoState;
    return state.version === 5 ? state : null;
  } catch {
    return null;
  }
}

/** Writes the state, one time after the other: they share a file until it is renamed. */
export function createKeeper(dataFolder: string): (state: DemoState) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (state) => {
    last = last.catch(() => {}).then(() => writeState(dataFolder, state));
    return last;
  };
}

/** Writes the state so that a crash leaves the old one or the new one, and nobody else may read its secrets. */
async function writeState(dataFolder: string, state: DemoState): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const file = fileOf(dataFolder);
  await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

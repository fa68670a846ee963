import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@postlude/server';
import { type Demo, startDemo } from '../../demo/src/demo.ts';

/** A demo on free ports with a data folder of its own. */
export interface TestDemo {
  readonly demo: Demo;
  readonly dataFolder: string;
  /** Ends the demo and starts it again on the same folder and the same ports. */
  again(how?: Again): Promise<Demo>;
  close(): Promise<void>;
}

/** How a demo is started again. */
export interface Again {
  readonly fresh?: boolean;
  /** Done while no demo runs: a running one writes what it hears into its folder at any moment. */
  meanwhile?(): Promise<void>;
}

/** Starts a demo as `npm start` does. */
export async function openTestDemo(): Promise<TestDemo> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'postlude-demo-'));
  const start = (PORT: string, shopPort: number, fresh = false): Promise<Demo> =>
    startDemo({
      config: readConfig({ PORT, POSTLUDE_DATA: dataFolder, LOG_LEVEL: 'silent' }),
      shopPort,
      fresh,
    });
  let running = await start('0', 0);
  const portOf = (origin: string): string => new URL(origin).port;
  return {
    get demo() {
      return running;
    },
    dataFolder,
    again: async ({ fresh = false, meanwhile } = {}) => {
      const { backend, shop } = running;
      await running.close();
      await meanwhile?.();
      running = await start(portOf(backend), Number(portOf(shop)), fresh);
      return running;
    },
    close: async () => {
      await running.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

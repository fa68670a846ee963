import type { TestProject } from 'vitest/node';
import { type RunningPostgres, startPostgres } from './postgres-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server for this run: a superuser's connection to its database `postgres`. */
    postgresUrl: string;
  }
}

let running: { server: Promise<RunningPostgres>; users: number } | null = null;

/** Starts one PostgreSQL for all test projects of a run and tells them where it is. */
export async function setup(project: TestProject): Promise<void> {
  running ??= { server: startPostgres(), users: 0 };
  running.users += 1;
  project.provide('postgresUrl', (await running.server).url);
}

/** Stops it when the last project is done. */
export async function teardown(): Promise<void> {
  if (running === null) return;
  running.users -= 1;
  if (running.users > 0) return;
  const { server } = running;
  running = null;
  await (await server).stop();
}

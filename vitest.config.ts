import { defineConfig } from 'vitest/config';
import { cssModule } from './scripts/css-module.mjs';

const conditions = ['@postlude/source'];
const base = {
  plugins: [cssModule()],
  esbuild: { jsx: 'automatic' as const, jsxImportSource: 'preact' },
  resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'node', 'module'], externalConditions: conditions } },
};

/** What was expected is told in full: of a list cut to its length nobody learns what was wrong on a machine far away. */
const chaiConfig = { truncateThreshold: 800 };

/** A backend is many modules: read once by each worker, not once by each of the files. */
const isolate = false;

export default defineConfig({
  test: {
    projects: [
      {
        ...base,
        test: {
          name: 'unit',
          chaiConfig,
          environment: 'node',
          include: ['packages/{contract,server}/src/**/*.test.ts'],
          isolate,
          globalSetup: ['test/support/postgres.ts', 'test/support/seed-of-run.ts'],
          setupFiles: ['test/support/seed.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // PostgreSQL works beside a worker that waits for it; one less than there are processors would leave one idle.
          maxWorkers: '100%',
        },
      },
      {
        ...base,
        test: {
          name: 'client',
          chaiConfig,
          environment: 'node',
          include: ['packages/client/src/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: '100%',
        },
      },
      {
        ...base,
        test: {
          name: 'dom',
          chaiConfig,
          environment: 'happy-dom',
          include: ['packages/{widgets,embed}/src/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          maxWorkers: '100%',
        },
      },
      {
        ...base,
        test: {
          name: 'whole',
          chaiConfig,
          environment: 'node',
          include: ['test/*.test.ts', 'test/{faults,returns}/*.test.ts'],
          globalSetup: ['test/support/postgres.ts', 'test/support/seed-of-run.ts'],
          setupFiles: ['test/support/seed.ts'],
          isolate,
          testTimeout: 480_000,
          hookTimeout: 240_000,
          // Backends that were killed are waited for most of the time.
          maxWorkers: 2,
        },
      },
      {
        ...base,
        test: {
          name: 'browser',
          chaiConfig,
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          isolate,
          testTimeout: 300_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});

import fc from 'fast-check';
import { inject } from 'vitest';

// Of every test file, before its tests: its generated cases are those of the run's seed.
fc.configureGlobal({ seed: inject('seed') });

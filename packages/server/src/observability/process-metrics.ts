import { collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** Adds memory, processor time, event loop and garbage collection of this process. Once per process: it installs observers. */
export function collectProcessMetrics(metrics: Metrics): void {
  collectDefaultMetrics({ register: metrics.registry });
}

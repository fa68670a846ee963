import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import type { Logger } from './observability/logger.ts';
import type { Metrics } from './observability/metrics.ts';
import type { SecretBox } from './secrets/secret-box.ts';
import type { StoreDirectory } from './stores/directory.ts';
import type { UploadStorage } from './uploads/storage/upload-storage.ts';

/** Where the time comes from, so that tests can set it. */
export interface Clock {
  now(): Date;
}

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() };

/** Everything a domain of the server depends on. Travels as a parameter; nothing is global. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly secrets: SecretBox;
  /** Finds stores, webhooks and embed secrets by what a caller shows. */
  readonly stores: StoreDirectory;
  /** Where the bytes of files are. */
  readonly uploads: UploadStorage;
  readonly config: Config;
  /** Aborted when the server begins to stop: take on nothing new. */
  readonly stopping: AbortSignal;
}

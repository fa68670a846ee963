export { type AppOptions, createApp } from './app.ts';
export type { Config } from './config/config.ts';
export { readConfig } from './config/read-config.ts';
export { type Clock, type Context, systemClock } from './context.ts';
export type { Database, DatabaseKind, PoolState, Tx } from './db/database.ts';
export { type DatabaseConfig, type OpenOptions, openDatabase } from './db/open-database.ts';
export { isServerError, PostludeServerError, type ServerErrorCode } from './errors.ts';
export { openContext } from './open-context.ts';
export { type RunningServer, startServer } from './server.ts';
export { type CreatedStore, createStore, type NewStore } from './stores/create-store.ts';
export { type KeyKind, keyKinds, rotateKey } from './stores/keys.ts';
export {
  type AddedWebhook,
  addWebhook,
  listWebhooks,
  rotateWebhook,
  type WebhookSummary,
} from './stores/webhooks.ts';

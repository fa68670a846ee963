import { type DestinationStream, type Logger as Pino, pino } from 'pino';

/** Structured logs, a JSON object a line. */
export type Logger = Pino;

/** What a log never holds: credentials, and how to reach a shopper. */
const secretFields = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'proof',
  'password',
  'email',
  'phone',
  'contact',
  'postcode',
  'DATABASE_URL',
  'databaseUrl',
  'encryptionKey',
];

const paths = [
  ...secretFields,
  ...secretFields.map((field) => `*.${field}`),
  ...secretFields.map((field) => `*.*.${field}`),
  'req.headers.authorization',
  'req.headers.cookie',
  '*.headers["set-cookie"]',
];

/** Makes the logger. `destination` is standard output unless told. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, redact: { paths, censor: '[redacted]' } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

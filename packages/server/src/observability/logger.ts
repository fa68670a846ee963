import { type DestinationStream, type Logger as Pino, pino, stdTimeFunctions } from 'pino';

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

/** What PostgreSQL quotes in an error is data: rows, values, contacts. */
const quotedByDatabase = ['detail', 'where', 'hint', 'internalQuery', 'parameters'].flatMap((field) => [
  `err.${field}`,
  `err.cause.${field}`,
]);

const paths = [
  ...secretFields,
  ...secretFields.map((field) => `*.${field}`),
  ...secretFields.map((field) => `*.*.${field}`),
  'req.headers.authorization',
  'req.headers.cookie',
  '*.headers["set-cookie"]',
  ...quotedByDatabase,
];

/** Makes the logger. `destination` is standard output unless told. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths, censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

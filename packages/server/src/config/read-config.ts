import { isIP } from 'node:net';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { PostludeServerError } from '../errors.ts';
import type { Config, UploadsConfig } from './config.ts';

const whole = (least: number, most: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)),
    z.pipe(
      z.transform(Number),
      z
        .number()
        .check(z.minimum(least, `must be at least ${least}`), z.maximum(most, `must be at most ${most}`)),
    ),
  );

const encryptionKey = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32,
        'must be 32 bytes in base64 (make one with: openssl rand -base64 32)',
      ),
    ),
  z.transform((text: string) => Buffer.from(text, 'base64')),
);

const publicUrl = z.string().check(
  z.refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === '/' &&
      url.search === '' &&
      url.hash === ''
    );
  }, 'must be an address like https://post.example.com, without a path'),
);

const databaseUrl = z
  .string()
  .check(
    z.refine(
      (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol),
      'must be an address like postgres://user:password@host:5432/database',
    ),
  );

const network = (text: string): boolean => {
  const [address = '', bits = ''] = text.split('/');
  const version = isIP(address);
  return version !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
};

const networks = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string) => text.split(/[\s,]+/).filter((part) => part !== '')),
  ),
  z
    .array(z.string())
    .check(z.refine((list) => list.every(network), 'must be networks like 10.0.0.0/8, separated by commas')),
);

const mailUrl = z
  .string()
  .check(
    z.refine(
      (text) =>
        URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '',
      'must be an address like smtp://user:password@host:587',
    ),
  );

const mailFrom = z
  .string()
  .check(
    z.regex(/^([^<>\r\n]+ )?<?[^\s@<>]+@[^\s@<>]+>?$/, 'must be a mailbox like Shop <hello@shop.example>'),
  );

const bucketUrl = z.string().check(
  z.refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  }, 'must be an address like https://s3.eu-central-1.amazonaws.com, without the bucket'),
);

const bucket = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'));

const bucketPrefix = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\/?$/, 'must be a path like postlude/uploads'));

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The variables, in the order they are documented. */
const Environment = z.object({
  HOST: z.optional(z.string()),
  PORT: z.optional(whole(0, 65_535)),
  PUBLIC_URL: z.optional(publicUrl),
  DATABASE_URL: z.optional(databaseUrl),
  DATABASE_POOL: z.optional(whole(1, 500)),
  POSTLUDE_DATA: z.optional(z.string()),
  POSTLUDE_ENCRYPTION_KEY: z.optional(encryptionKey),
  POSTLUDE_SDK: z.optional(z.string()),
  EASYPOST_URL: z.optional(publicUrl),
  UPLOADS_FOLDER: z.optional(z.string()),
  UPLOADS_S3_ENDPOINT: z.optional(bucketUrl),
  UPLOADS_S3_REGION: z.optional(z.string()),
  UPLOADS_S3_BUCKET: z.optional(bucket),
  UPLOADS_S3_PREFIX: z.optional(bucketPrefix),
  UPLOADS_S3_ACCESS_KEY_ID: z.optional(z.string()),
  UPLOADS_S3_SECRET_ACCESS_KEY: z.optional(z.string()),
  LOG_LEVEL: z.optional(z.enum(levels, `must be one of ${levels.join(', ')}`)),
  TRUST_PROXY: z.optional(whole(0, 16)),
  METRICS_TOKEN: z.optional(z.string().check(z.minLength(16, 'must have at least 16 characters'))),
  SHUTDOWN_TIMEOUT: z.optional(whole(0, 600)),
  OUTGOING_NETWORKS: z.optional(networks),
  MAIL_URL: z.optional(mailUrl),
  MAIL_FROM: z.optional(mailFrom),
});

/**
 * Reads the configuration from environment variables; what is not set (or empty) has a default.
 * Throws `config_invalid` with every wrong variable in one message.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const parsed = Environment.safeParse(given);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  if (given.DATABASE_URL !== undefined && given.POSTLUDE_ENCRYPTION_KEY === undefined) {
    wrong.push(
      'POSTLUDE_ENCRYPTION_KEY must be set with DATABASE_URL, the same for every process (make one with: openssl rand -base64 32)',
    );
  }
  if ((given.MAIL_URL === undefined) !== (given.MAIL_FROM === undefined)) {
    wrong.push('MAIL_URL and MAIL_FROM must be set together');
  }
  wrong.push(...missingOfBucket(given));
  if (!parsed.success || wrong.length > 0) {
    throw new PostludeServerError(
      'config_invalid',
      `The configuration is not right:\n${wrong.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  const values = parsed.data;
  const host = values.HOST ?? '127.0.0.1';
  const port = values.PORT ?? 8787;
  const data = values.POSTLUDE_DATA ?? './data';
  return {
    host,
    port,
    publicUrl: values.PUBLIC_URL === undefined ? defaultUrl(host, port) : new URL(values.PUBLIC_URL).origin,
    databaseUrl: values.DATABASE_URL ?? null,
    databasePool: values.DATABASE_POOL ?? 10,
    dataFolder: data === 'memory:' ? data : resolve(data),
    uploads: uploadsOf(values, data),
    easyPostUrl: new URL(values.EASYPOST_URL ?? 'https://api.easypost.com').origin,
    encryptionKey: values.POSTLUDE_ENCRYPTION_KEY ?? null,
    logLevel: values.LOG_LEVEL ?? 'info',
    trustProxy: values.TRUST_PROXY ?? 0,
    metricsToken: values.METRICS_TOKEN ?? null,
    sdkFolder: values.POSTLUDE_SDK === undefined ? null : resolve(values.POSTLUDE_SDK),
    shutdownTimeout: (values.SHUTDOWN_TIMEOUT ?? 10) * 1_000,
    outgoingNetworks: values.OUTGOING_NETWORKS ?? [],
    mail:
      values.MAIL_URL === undefined || values.MAIL_FROM === undefined
        ? null
        : { url: values.MAIL_URL, from: values.MAIL_FROM },
  };
}

/** A bucket needs all of these; with none of them files are kept in a folder. */
const bucketVariables = [
  'UPLOADS_S3_ENDPOINT',
  'UPLOADS_S3_BUCKET',
  'UPLOADS_S3_ACCESS_KEY_ID',
  'UPLOADS_S3_SECRET_ACCESS_KEY',
] as const;

function missingOfBucket(given: Readonly<Record<string, string | undefined>>): string[] {
  const isMeant = Object.keys(given).some(
    (name) => name.startsWith('UPLOADS_S3_') && given[name] !== undefined,
  );
  if (!isMeant) return [];
  return bucketVariables
    .filter((name) => given[name] === undefined)
    .map((name) => `${name} must be set with the other UPLOADS_S3_ variables`);
}

function uploadsOf(values: z.infer<typeof Environment>, data: string): UploadsConfig {
  const { UPLOADS_S3_ENDPOINT: endpoint, UPLOADS_S3_BUCKET: bucketName, UPLOADS_S3_PREFIX: prefix } = values;
  const { UPLOADS_S3_ACCESS_KEY_ID: accessKeyId, UPLOADS_S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (endpoint && bucketName && accessKeyId && secretAccessKey) {
    return {
      kind: 's3',
      endpoint: new URL(endpoint).origin,
      // What MinIO and its like answer to; AWS and others have one of their own.
      region: values.UPLOADS_S3_REGION ?? 'us-east-1',
      bucket: bucketName,
      prefix: prefix === undefined ? '' : `${prefix.replace(/\/$/, '')}/`,
      accessKeyId,
      secretAccessKey,
    };
  }
  const folder = values.UPLOADS_FOLDER;
  if (folder === undefined && data === 'memory:') return { kind: 'memory' };
  return { kind: 'folder', folder: folder === undefined ? resolve(data, 'uploads') : resolve(folder) };
}

/** What a browser on this machine would type: an address that means "every interface" is not one. */
function defaultUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** A bucket of a store that speaks S3. */
export interface S3Config {
  /** Origin with scheme, without a path: `https://s3.eu-central-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What every key begins with: nothing, or a path that ends with a slash. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where the bytes of uploads are kept: in a folder, in a bucket, or nowhere after the process has ended. */
export type UploadsConfig =
  | { readonly kind: 'memory' }
  | { readonly kind: 'folder'; readonly folder: string }
  | ({ readonly kind: 's3' } & S3Config);

/** How the backend runs, parsed once at start. Nothing else reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /**
   * Where browsers and providers reach the backend: origin with scheme, without a path. With port 0 the port is the one
   * the server is given when it listens.
   */
  readonly publicUrl: string;
  /** PostgreSQL; null for PGlite in the data folder. */
  readonly databaseUrl: string | null;
  /** Most connections this process opens to PostgreSQL. */
  readonly databasePool: number;
  /** Absolute path; `memory:` for a database that ends with the process. */
  readonly dataFolder: string;
  readonly uploads: UploadsConfig;
  /** Where EasyPost, which makes labels, answers: origin with scheme, without a path. */
  readonly easyPostUrl: string;
  /** 32 bytes; null to take (or make) the key file in the data folder. */
  readonly encryptionKey: Buffer | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** How many proxies in front of us write X-Forwarded-For: 0 believes nobody. */
  readonly trustProxy: number;
  /** `/metrics` asks for it as a bearer token; null leaves it open. */
  readonly metricsToken: string | null;
  /** Folder of the SDK's files; null for the one of @postlude/embed. */
  readonly sdkFolder: string | null;
  /** Milliseconds that requests in flight are given at shutdown. */
  readonly shutdownTimeout: number;
  /** Networks (CIDR) outside the public internet that outgoing webhooks may reach all the same. */
  readonly outgoingNetworks: readonly string[];
  /** The mail server and who mails are from; null: nothing is sent. */
  readonly mail: MailConfig | null;
}

/** Where mail is handed in. */
export interface MailConfig {
  /** `smtp://user:password@host:port`, or `smtps:` for TLS from the first byte. */
  readonly url: string;
  /** A mailbox, with or without a name: `Kontor Nord <hallo@example.com>`. */
  readonly from: string;
}

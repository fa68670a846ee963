import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config.ts';

const key = Buffer.alloc(32, 7).toString('base64');

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('configuration', () => {
  it('runs without a single variable', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8787,
      publicUrl: 'http://127.0.0.1:8787',
      databaseUrl: null,
      databasePool: 10,
      dataFolder: resolve('data'),
      uploads: { kind: 'folder', folder: resolve('data/uploads') },
      easyPostUrl: 'https://api.easypost.com',
      encryptionKey: null,
      logLevel: 'info',
      trustProxy: 0,
      metricsToken: null,
      sdkFolder: null,
      shutdownTimeout: 10_000,
      outgoingNetworks: [],
      mail: null,
    });
  });

  it('takes empty variables and white space for not set', () => {
    expect(readConfig({ PORT: '', HOST: '  ', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('reads what is set', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '80',
      PUBLIC_URL: 'https://post.example.com/',
      DATABASE_URL: 'postgres://u:p@db/shop',
      POSTLUDE_ENCRYPTION_KEY: key,
      TRUST_PROXY: '2',
      SHUTDOWN_TIMEOUT: '0',
    });
    expect(config).toMatchObject({
      publicUrl: 'https://post.example.com',
      trustProxy: 2,
      shutdownTimeout: 0,
    });
    expect(config.encryptionKey).toEqual(Buffer.alloc(32, 7));
  });

  it('names every wrong variable in one message, and no secret value', () => {
    const message = messageOf({
      PORT: '99999',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'https://a.example/path',
      DATABASE_URL: 'mysql://user:s3cret@db/x',
      POSTLUDE_ENCRYPTION_KEY: 'c2hvcnQ=',
      TRUST_PROXY: '-1',
      METRICS_TOKEN: 'short',
    });
    for (const name of [
      'PORT',
      'LOG_LEVEL',
      'PUBLIC_URL',
      'DATABASE_URL',
      'POSTLUDE_ENCRYPTION_KEY',
      'TRUST_PROXY',
      'METRICS_TOKEN',
    ]) {
      expect(message).toContain(`  ${name} must`);
    }
    expect(message).not.toMatch(/s3cret|c2hvcnQ|short/);
  });

  it('reads the mail server with its sender, and the networks that webhooks may reach', () => {
    const config = readConfig({
      MAIL_URL: 'smtp://user:s3cret@mail.example:587',
      MAIL_FROM: 'Kontor Nord <hallo@shop.example>',
      OUTGOING_NETWORKS: '10.0.0.0/8, fd00::/8',
    });
    expect(config.mail).toEqual({
      url: 'smtp://user:s3cret@mail.example:587',
      from: 'Kontor Nord <hallo@shop.example>',
    });
    expect(config.outgoingNetworks).toEqual(['10.0.0.0/8', 'fd00::/8']);
  });

  it('refuses half a mail server, a sender that is no mailbox and networks that are none', () => {
    expect(messageOf({ MAIL_URL: 'smtp://mail.example' })).toContain('MAIL_FROM must be set together');
    const message = messageOf({
      MAIL_URL: 'https://user:s3cret@mail.example',
      MAIL_FROM: 'nobody\r\nBcc: all@example.com',
      OUTGOING_NETWORKS: '10.0.0.0/33',
    });
    for (const name of ['MAIL_URL', 'MAIL_FROM', 'OUTGOING_NETWORKS'])
      expect(message).toContain(`  ${name} must`);
    expect(message).not.toContain('s3cret');
  });

  it('keeps uploads in a folder of their own, or as long as a database of memory:', () => {
    expect(readConfig({ POSTLUDE_DATA: '/srv/post' }).uploads).toEqual({
      kind: 'folder',
      folder: resolve('/srv/post/uploads'),
    });
    expect(readConfig({ UPLOADS_FOLDER: '/mnt/files' }).uploads).toEqual({
      kind: 'folder',
      folder: resolve('/mnt/files'),
    });
    expect(readConfig({ POSTLUDE_DATA: 'memory:' }).uploads).toEqual({ kind: 'memory' });
  });

  it('keeps uploads in a bucket when one is named in full, and says what is missing of it', () => {
    const s3 = {
      UPLOADS_S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com/',
      UPLOADS_S3_BUCKET: 'shop-files',
      UPLOADS_S3_ACCESS_KEY_ID: 'AKIA',
      UPLOADS_S3_SECRET_ACCESS_KEY: 'hush',
    };
    expect(
      readConfig({ ...s3, UPLOADS_S3_REGION: 'eu-central-1', UPLOADS_S3_PREFIX: 'post/' }).uploads,
    ).toEqual({
      kind: 's3',
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      region: 'eu-central-1',
      bucket: 'shop-files',
      prefix: 'post/',
      accessKeyId: 'AKIA',
      secretAccessKey: 'hush',
    });
    expect(readConfig(s3).uploads).toMatchObject({ region: 'us-east-1', prefix: '' });
    const message = messageOf({
      ...s3,
      UPLOADS_S3_ENDPOINT: 'https://host/bucket',
      UPLOADS_S3_BUCKET: 'No Bucket',
      UPLOADS_S3_ACCESS_KEY_ID: '',
    });
    expect(message).toContain('  UPLOADS_S3_ENDPOINT must be');
    expect(message).toContain('  UPLOADS_S3_BUCKET must be');
    expect(message).toContain('  UPLOADS_S3_ACCESS_KEY_ID must be set');
    expect(message).not.toContain('hush');
  });

  it('asks for the encryption key where several processes share a database', () => {
    expect(messageOf({ DATABASE_URL: 'postgres://db/shop' })).toContain(
      'POSTLUDE_ENCRYPTION_KEY must be set',
    );
  });

  it('gives an address a browser can open when it listens everywhere', () => {
    expect(readConfig({ HOST: '0.0.0.0', PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:8787');
  });
});

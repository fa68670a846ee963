import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encryptionKeyOf } from './key-file.ts';
import { createSecretBox, hashKey, newSecret, sameText } from './secret-box.ts';

describe('secret box', () => {
  const box = createSecretBox(randomBytes(32));

  it('opens what it sealed, and seals the same secret differently each time', () => {
    const sealed = box.seal('geheim 🔑', 'webhook:whk_1');
    expect(box.open(sealed, 'webhook:whk_1')).toBe('geheim 🔑');
    expect(box.seal('geheim 🔑', 'webhook:whk_1')).not.toBe(sealed);
    expect(sealed).not.toContain('geheim');
  });

  it('does not open for another purpose, with another key, or when a byte was changed', () => {
    const sealed = box.seal('geheim', 'webhook:whk_1');
    expect(() => box.open(sealed, 'webhook:whk_2')).toThrowError(
      expect.objectContaining({ code: 'secret_unreadable' }),
    );
    expect(() => createSecretBox(randomBytes(32)).open(sealed, 'webhook:whk_1')).toThrow(
      /POSTLUDE_ENCRYPTION_KEY/,
    );
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (const place of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => box.open(`v1.${changed.toString('base64url')}`, 'webhook:whk_1')).toThrow();
    }
    for (const broken of ['', 'v1.', 'v1.AAAA', sealed.slice(0, 20)]) {
      expect(() => box.open(broken, 'webhook:whk_1')).toThrow();
    }
  });

  it('derives the same key for a purpose in every process, and another for another purpose', () => {
    const key = randomBytes(32);
    expect(createSecretBox(key).derive('session')).toEqual(createSecretBox(key).derive('session'));
    expect(createSecretBox(key).derive('session')).not.toEqual(createSecretBox(key).derive('cursor'));
  });

  it('refuses a key of another length', () => {
    expect(() => createSecretBox(randomBytes(16))).toThrow(/32 bytes/);
  });
});

describe('keys', () => {
  it('are long, random and told apart by their prefix', () => {
    expect(newSecret('sk')).toMatch(/^sk_[0-9a-f]{64}$/);
    expect(newSecret('pk')).toMatch(/^pk_[0-9a-f]{32}$/);
    expect(newSecret('sk')).not.toBe(newSecret('sk'));
    expect(hashKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sameText('a', 'a')).toBe(true);
    expect(sameText('a', 'ab')).toBe(false);
  });
});

describe('key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postlude-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for this user only, and read from then on', async () => {
    const config = { encryptionKey: null, dataFolder: folder };
    const key = await encryptionKeyOf(config);
    expect(key).toHaveLength(32);
    expect(await encryptionKeyOf(config)).toEqual(key);
    if (process.platform !== 'win32') {
      expect((await stat(join(folder, 'encryption.key'))).mode & 0o777).toBe(0o600);
    }
  });

  it('gives way to the configured key', async () => {
    const encryptionKey = randomBytes(32);
    expect(await encryptionKeyOf({ encryptionKey, dataFolder: folder })).toBe(encryptionKey);
    await expect(readFile(join(folder, 'encryption.key'))).rejects.toThrow(/ENOENT/);
  });

  it('is never replaced when it is damaged', async () => {
    await writeFile(join(folder, 'encryption.key'), 'damaged');
    await expect(encryptionKeyOf({ encryptionKey: null, dataFolder: folder })).rejects.toMatchObject({
      code: 'config_invalid',
    });
    expect(await readFile(join(folder, 'encryption.key'), 'utf8')).toBe('damaged');
  });
});

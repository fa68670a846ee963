import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { messageOf, PostludeServerError } from '../errors.ts';

const keyName = 'encryption.key';

/**
 * The encryption key: the configured one, otherwise the one in the data folder, which is made (readable by this user
 * only) when there is none. Call it while the data folder is locked.
 */
export async function encryptionKeyOf(config: Pick<Config, 'encryptionKey' | 'dataFolder'>): Promise<Buffer> {
  if (config.encryptionKey !== null) return config.encryptionKey;
  if (config.dataFolder === 'memory:') return randomBytes(32);
  const path = join(config.dataFolder, keyName);
  try {
    return await readKey(path);
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  const key = randomBytes(32);
  try {
    await writeFile(path, `${key.toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (cause) {
    throw new PostludeServerError('data_folder_unusable', `${path} cannot be written: ${messageOf(cause)}.`, {
      cause,
    });
  }
  return key;
}

async function readKey(path: string): Promise<Buffer> {
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  if (key.length !== 32) {
    throw new PostludeServerError(
      'config_invalid',
      `${path} does not hold a key of 32 bytes in base64. Restore it: secrets sealed with it cannot be read without it.`,
    );
  }
  // A restored backup may have lost its mode. Where modes mean nothing (Windows) this changes nothing.
  await chmod(path, 0o600).catch(() => undefined);
  return key;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
}

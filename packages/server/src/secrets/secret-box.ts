import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { PostludeServerError } from '../errors.ts';

/** Keeps secrets unreadable at rest. What it seals for one purpose does not open for another. */
export interface SecretBox {
  /** Encrypts a secret (AES-256-GCM). `purpose` says what and whose it is (`webhook:whk_…`) and must be the same to open it. */
  seal(secret: string, purpose: string): string;
  /** Decrypts what `seal` made; throws `secret_unreadable` when the key or the purpose is another, or it was changed. */
  open(sealed: string, purpose: string): string;
  /** A key of 32 bytes for another use (signing session tokens), the same in every process with the same encryption key. */
  derive(purpose: string): Buffer;
}

/** Makes a `SecretBox` of the encryption key (32 bytes). */
export function createSecretBox(key: Buffer): SecretBox {
  if (key.length !== 32)
    throw new PostludeServerError('config_invalid', 'The encryption key must be 32 bytes long.');
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, 'postlude', purpose, 32));
  const sealing = derive('secret-box');
  return {
    derive: (purpose) => derive(`derived:${purpose}`),
    seal(secret, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
    },
    open(sealed, purpose) {
      try {
        const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new PostludeServerError(
          'secret_unreadable',
          'A stored secret cannot be read: it was sealed with another POSTLUDE_ENCRYPTION_KEY.',
          { cause },
        );
      }
    },
  };
}

/** The SHA-256 of a text in hexadecimal. Enough for keys of full randomness: there is nothing to guess. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A new random secret of 32 bytes as text: `sk_…`. */
export function newSecret(prefix: 'pk' | 'sk' | 'es' | 'whsec'): string {
  return `${prefix}_${randomBytes(prefix === 'pk' ? 16 : 32).toString('hex')}`;
}

/** Compares two texts in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

import { randomBytes } from 'node:crypto';
import { PostludeServerError } from '../../errors.ts';

const keyPattern = /^sto_[0-9a-f]{32}\/[0-9a-f]{2}\/[0-9a-f]{32}$/;

/** A new random key: below the store's id, in one of 256 folders, so that none grows too long to list. */
export function newStorageKey(storeId: string): string {
  const name = randomBytes(16).toString('hex');
  return `${storeId}/${name.slice(0, 2)}/${name}`;
}

/** Holds a key against the form of ours before it becomes a path or an address. */
export function checkedKey(key: string): string {
  if (keyPattern.test(key)) return key;
  throw new PostludeServerError('invalid_argument', 'This is not a key of the upload storage.');
}

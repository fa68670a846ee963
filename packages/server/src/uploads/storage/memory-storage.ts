import { checkedKey } from './storage-key.ts';
import type { UploadStorage } from './upload-storage.ts';

/** Keeps files as long as the process lives, like the database of `memory:`. */
export function memoryStorage(): UploadStorage {
  const files = new Map<string, Uint8Array>();
  return {
    async put(key, bytes) {
      files.set(checkedKey(key), Uint8Array.from(bytes));
    },
    get: async (key) => files.get(checkedKey(key)) ?? null,
    async delete(key) {
      files.delete(checkedKey(key));
    },
  };
}

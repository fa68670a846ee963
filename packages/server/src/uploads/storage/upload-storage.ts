/**
 * Where the bytes of uploads are. Keys are ours (`newStorageKey`); nothing a person typed is part of one.
 * A method rejects when the storage is away; a missing file is no error.
 */
export interface UploadStorage {
  /** Keeps a file; under a key that is taken it replaces what was there. All of it is there afterwards, or nothing is. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The bytes of a file, or null. */
  get(key: string): Promise<Uint8Array | null>;
  /** Removes a file; one that is not there is removed already. */
  delete(key: string): Promise<void>;
}

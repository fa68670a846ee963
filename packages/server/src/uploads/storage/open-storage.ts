import type { Config } from '../../config/config.ts';
import { folderStorage } from './folder-storage.ts';
import { memoryStorage } from './memory-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { UploadStorage } from './upload-storage.ts';

/** The storage the configuration names. Nothing is opened or made before the first file. */
export function uploadStorage({ uploads }: Pick<Config, 'uploads'>): UploadStorage {
  switch (uploads.kind) {
    case 'memory':
      return memoryStorage();
    case 'folder':
      return folderStorage(uploads.folder);
    case 's3':
      return s3Storage(uploads);
  }
}

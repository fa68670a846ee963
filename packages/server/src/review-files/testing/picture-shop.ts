import { onTestFinished } from 'vitest';
import type { TestBackend } from '../../testing/backend.ts';
import { startPictureHost } from './picture-host.ts';
import { looxFile, openFileShop } from './shop.ts';

/** A new shop, and a host that has the pictures of what it brings until the test is over. */
export async function openPictureShop(backend: TestBackend) {
  const host = await startPictureHost();
  onTestFinished(() => host.close());
  const shop = await openFileShop(backend);
  const { store, context, secretKey, send } = shop;
  let id = '';
  /** Brings a review with pictures for each list of paths, the newest last. */
  const bringPictures = async (...lists: readonly (readonly string[])[]) => {
    const rows = lists.map((paths, index) => {
      const urls = paths.map((path) => (path.startsWith('/') ? host.origin + path : path));
      return `${index},Active,5,,Jo,,Said ${index},2025-01-0${index + 1}T10:00:00Z,77,,"${urls.join(',')}",,`;
    });
    const report = await shop.bring(looxFile(...rows));
    id = report.id;
    return report;
  };
  const pictures = async () => (await shop.look(id))?.pictures;
  const list = async () =>
    (await send('GET', `/v1/reviews?store=${store.publishableKey}&product=77&sort=newest`)).json;
  const open = (url: string) => send('GET', new URL(url).pathname + new URL(url).search);
  const uploads = () =>
    context.db.withStore(store.id, (tx) => tx.selectFrom('uploads').selectAll().execute());
  const staff = (method: string, path: string, json?: object) =>
    send(method, path, { key: secretKey, ...(json ? { json } : {}) });
  return { ...shop, host, bringPictures, pictures, list, open, uploads, staff, importId: () => id };
}

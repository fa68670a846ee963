import { newId } from '../../../packages/server/src/secrets/ids.ts';
import { type Abuses, openKit, openShop, tinyPdf } from './kit.ts';

/** Photos that are not there or not one’s own, and more of anything than is taken. */
export const abusesOfPhotos: Abuses = {
  'no photo where one is needed': [
    'photos_required',
    async ({ file, item }) => {
      const filing = await item({ reason: 'broken', uploads: [] });
      return () => file(filing);
    },
  ],
  'a photo nobody sent': [
    'upload_unknown',
    async ({ file, item }) => {
      const filing = await item({ reason: 'broken', uploads: [newId('upload')] });
      return () => file(filing);
    },
    'items.0.uploads',
  ],
  'a photo of another order': [
    'upload_unknown',
    async ({ desk, file, item }) => {
      const { token } = await desk.place();
      const { id } = await desk.client.uploads.create({ token, file: tinyPdf(1) });
      const filing = await item({ reason: 'broken', uploads: [id] });
      return () => file(filing);
    },
  ],
  'a photo of another store': [
    'upload_unknown',
    async ({ backend, file, item }) => {
      const { desk, order } = await openKit(backend, await openShop(backend));
      const { id } = await desk.client.uploads.create({ token: order.token, file: tinyPdf(2) });
      const filing = await item({ reason: 'broken', uploads: [id] });
      return () => file(filing);
    },
  ],
  'a photo that was removed': [
    'upload_unknown',
    async ({ desk, order, file, item }) => {
      const { id } = await desk.client.uploads.create({ token: order.token, file: tinyPdf(3) });
      await desk.client.uploads.delete({ token: order.token, uploadId: id });
      const filing = await item({ reason: 'broken', uploads: [id] });
      return () => file(filing);
    },
  ],
  'a photo that shows another item already': [
    'upload_unknown',
    async ({ desk, order, file, item }) => {
      const { id } = await desk.client.uploads.create({ token: order.token, file: tinyPdf(4) });
      await file(await item({ reason: 'broken', uploads: [id] }));
      const filing = await item({ reason: 'broken', uploads: [id], note: 'this one too' });
      return () => file(filing);
    },
  ],
  'one photo for two items of it': [
    'upload_unknown',
    async ({ desk, order, file }) => {
      const { id } = await desk.client.uploads.create({ token: order.token, file: tinyPdf(5) });
      const [mug, tray] = [await order.filing(), await order.filing('Tray')];
      const items = [...mug.items, ...tray.items].map((each) => ({
        ...each,
        reason: 'broken',
        uploads: [id],
      }));
      return () => file({ ...mug, items });
    },
  ],
  'eleven photos of one item': [
    'invalid_input',
    async ({ file, item }) => {
      const uploads = Array.from({ length: 11 }, () => newId('upload'));
      const filing = await item({ reason: 'broken', uploads });
      return () => file(filing);
    },
    'items.0.uploads',
  ],
  'ten thousand photos of one item': [
    'too_large',
    async ({ file, item }) => {
      const uploads = Array.from({ length: 10_000 }, () => newId('upload'));
      const filing = await item({ reason: 'broken', uploads });
      return () => file(filing);
    },
  ],
  'a thousand items': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      const items = Array.from({ length: 1_000 }, () => filing.items[0]);
      return () => file({ ...filing, items });
    },
    'items',
  ],
  'a note of two megabytes': [
    'too_large',
    async ({ file, item }) => {
      const filing = await item({ note: 'x'.repeat(2 * 1024 * 1024) });
      return () => file(filing);
    },
  ],
};

import type { Context } from '../../context.ts';
import type { TestBackend } from '../../testing/backend.ts';
import type { Mail } from '../mail.ts';

/** The backend with a mail server, whether or not one listens there. */
export function withMail(backend: TestBackend, url = 'smtp://127.0.0.1:1'): TestBackend {
  const mail = { url, from: 'Kontor Nord <hallo@shop.example>' };
  const context: Context = { ...backend.context, config: { ...backend.context.config, mail } };
  return { ...backend, context };
}

/** The mails of a store that are kept, the ones that were sent included, oldest first. */
export const keptMails = ({ context }: TestBackend, storeId: string): Promise<Mail[]> =>
  context.db.withStore(storeId, async (tx) => {
    const rows = await tx.selectFrom('mails').select('content').orderBy('delivery_id').execute();
    return rows.map(({ content }) => content);
  });

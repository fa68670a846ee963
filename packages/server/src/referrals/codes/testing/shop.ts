import type { CodeImport, ReferralProgrammeInput, RewardSide } from '@postlude/contract';
import { apiOf } from '../../../testing/api.ts';
import type { TestBackend } from '../../../testing/backend.ts';
import { openReferralShop } from '../../life/testing/shop.ts';
import { readCodes } from '../read-codes.ts';
import { startCodeImport } from '../start-import.ts';
import { readCodeImport } from '../view.ts';

/** A shop with a programme and empty pools, into which files of codes are brought. */
export async function openCodeShop(backend: TestBackend, programme?: ReferralProgrammeInput) {
  const { context } = backend;
  const shop = await openReferralShop(backend, { codes: 0, ...(programme ? { programme } : {}) });
  const { storeId } = shop;
  const { store, secretKey } = shop.shop;
  const send = apiOf(context);
  const look = async (id: string): Promise<CodeImport> => {
    const found = await shop.in((tx) => readCodeImport(tx, storeId, id));
    if (!found) throw new Error('the import is not there');
    return found;
  };
  const start = (text: string, { side = 'friend' as RewardSide, dryRun = false } = {}) =>
    startCodeImport(context, store, new TextEncoder().encode(text), {
      ...{ programmeId: shop.programme.id, side, dryRun, name: null },
    });
  const bring = async (text: string, how?: { readonly side?: RewardSide; readonly dryRun?: boolean }) => {
    const { id } = await start(text, how);
    await readCodes(context, storeId, id);
    return look(id);
  };
  /** All codes in the order they are given in. */
  const codes = () =>
    shop.in((tx) =>
      tx
        .selectFrom('reward_codes')
        .selectAll()
        .where('store_id', '=', storeId)
        .orderBy('import_id')
        .orderBy('place')
        .execute(),
    );
  return { ...shop, context, clock: backend.clock, secretKey, send, look, start, bring, codes };
}

/** A file of codes with so many rows. */
export const manyCodes = (count: number, prefix = 'CODE'): string =>
  ['code', ...Array.from({ length: count }, (_, at) => `${prefix}-${at}`)].join('\n');

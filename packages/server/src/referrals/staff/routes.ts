import type { ReferralDecision, StaffReferralDetail, Store } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { Handlers } from '../../http/implement.ts';
import { linkByStaff } from '../life/settle.ts';
import { approve, refuse, type StaffDeed, type StaffWord, voidIt } from './actions.ts';
import { blockAdvocate, listAdvocates, unblockAdvocate } from './advocates.ts';
import { readDetail } from './detail.ts';
import { exportedReferrals } from './export.ts';
import { readFigures } from './figures.ts';
import { listLedger } from './ledger.ts';
import { listStaffReferrals } from './list.ts';

/** Answers the endpoints with which staff look after referrals. */
export const staffReferralRoutes = {
  listStaffReferrals: ({ store, query, inStore }) =>
    inStore((tx) => listStaffReferrals(tx, store.id, query, readerOf(store, query))),

  getStaffReferral: ({ store, params, query, inStore }) =>
    inStore((tx) =>
      readDetail(tx, { storeId: store.id, referralId: params.referralId }, readerOf(store, query)),
    ),

  approveReferral: (call) => act(call, approve),
  refuseReferral: (call) => act(call, refuse),
  voidReferral: (call) => act(call, voidIt),

  linkReferral: ({ context, store, query, body, inStore }) =>
    inStore(async (tx) => {
      const { advocateId, orderId } = body;
      const link = { storeId: store.id, advocateId, orderId, ...wordOf(body) };
      const row = await linkByStaff(tx, context, link, context.clock.now());
      return readDetail(tx, { storeId: store.id, referralId: row.referral_id }, readerOf(store, query));
    }),

  listAdvocates: ({ storeId, query, inStore }) => inStore((tx) => listAdvocates(tx, storeId, query)),

  blockAdvocate: ({ context, storeId, params, body, inStore }) =>
    inStore((tx) =>
      blockAdvocate(
        tx,
        context,
        { storeId, advocateId: params.advocateId },
        wordOf(body),
        context.clock.now(),
      ),
    ),

  unblockAdvocate: ({ context, storeId, params, inStore }) =>
    inStore((tx) => unblockAdvocate(tx, { storeId, advocateId: params.advocateId }, context.clock.now())),

  listLedger: ({ storeId, query, inStore }) => inStore((tx) => listLedger(tx, storeId, query)),

  getReferralFigures: ({ context, store, query, inStore }) =>
    inStore((tx) => readFigures(tx, store, query, context.clock.now())),

  async exportReferrals({ context, storeId, query }) {
    const pieces: Buffer[] = [];
    for await (const piece of exportedReferrals(context, storeId, query.programme ?? null)) {
      pieces.push(Buffer.from(piece));
    }
    const day = context.clock.now().toISOString().slice(0, 10);
    return {
      bytes: Buffer.concat(pieces),
      contentType: 'text/csv; charset=utf-8',
      fileName: `referrals-${day}.csv`,
    };
  },
} satisfies Partial<Handlers>;

interface ActCall {
  readonly context: Context;
  readonly store: Store;
  readonly params: { readonly referralId: string };
  readonly query: { readonly locale?: string | undefined };
  readonly body: ReferralDecision;
  readonly inStore: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

const act = (
  { context, store, params, query, body, inStore }: ActCall,
  deed: StaffDeed,
): Promise<StaffReferralDetail> =>
  inStore(async (tx) => {
    const key = { storeId: store.id, referralId: params.referralId };
    await deed(tx, context, key, wordOf(body), context.clock.now());
    return readDetail(tx, key, readerOf(store, query));
  });

const readerOf = (store: Store, { locale }: { readonly locale?: string | undefined }) => ({
  locale: locale ?? store.locale,
  timeZone: store.timeZone,
});

const wordOf = ({ by, note = null }: Pick<ReferralDecision, 'by' | 'note'>): StaffWord => ({ by, note });

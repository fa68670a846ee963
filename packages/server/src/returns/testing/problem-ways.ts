import type { ProblemCode } from '@postlude/contract/problems';
import { defaultPolicy } from '../../policy/defaults.ts';
import { newId } from '../../secrets/ids.ts';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { cancelOften } from './many.ts';
import { keyOf, openReturnShop, testPolicy } from './shop.ts';

type Way = (kit: { readonly backend: TestBackend }) => Promise<Answer>;

/** How each problem about returns comes about. */
export const returnProblemWays = {
  async gift_code_invalid({ backend }) {
    const { send, shop } = await openReturnShop(backend);
    const path = `/v1/sessions?store=${shop.store.publishableKey}`;
    return send('POST', path, { json: { by: 'gift', order: '1001', code: '0000-0000-0000' } });
  },
  async item_unknown({ backend }) {
    const shop = await openReturnShop(backend);
    const other = await openReturnShop(backend);
    return shop.file(await other.filing());
  },
  async quantity_unavailable({ backend }) {
    const shop = await openReturnShop(backend);
    const { Mug } = await shop.items();
    const item = { ...keyOf(Mug), reason: 'changed_my_mind', resolution: 'refund' as const };
    return shop.file(
      await shop.filing({
        items: [
          { ...item, quantity: 1 },
          { ...item, quantity: 2 },
        ],
      }),
    );
  },
  async route_closed({ backend }) {
    const shop = await openReturnShop(backend);
    const { Lamp } = await shop.items();
    const item = { ...keyOf(Lamp), quantity: 1, reason: 'changed_my_mind', resolution: 'refund' as const };
    return shop.file(await shop.filing({ items: [item] }));
  },
  reason_unknown: wrongItem({ reason: 'bored' }),
  note_required: wrongItem({ reason: 'other', note: ' ' }),
  photos_required: wrongItem({ reason: 'broken' }),
  upload_unknown: wrongItem({ reason: 'broken', uploads: [newId('upload')] }),
  async resolution_unavailable({ backend }) {
    const shop = await openReturnShop(backend, { ...testPolicy, resolutions: defaultPolicy.resolutions });
    const filing = await shop.filing();
    const items = filing.items.map((item) => ({ ...item, resolution: 'store_credit' as const }));
    return shop.file({ ...filing, items });
  },
  variant_unavailable: wrongItem({ resolution: 'exchange', exchangeFor: { variantId: 'v4' } }),
  async method_unavailable({ backend }) {
    const shop = await openReturnShop(backend);
    return shop.file(await shop.filing({ method: { id: 'drone' } }));
  },
  async quote_changed({ backend }) {
    const shop = await openReturnShop(backend);
    return shop.file(await shop.filing({ expected: { refund: 1, storeCredit: 0, toPay: 0 } }));
  },
  async too_many({ backend }) {
    const shop = await openReturnShop(backend);
    await cancelOften(shop, 50);
    return shop.file(await shop.filing());
  },
  async return_not_changeable({ backend }) {
    const shop = await openReturnShop(backend);
    const { json } = await shop.file(await shop.filing());
    await shop.act(json.id, 'decline', { code: 'window_ended' });
    return shop.send('POST', `/v1/returns/${json.id}/cancel`, { key: shop.token });
  },
  async action_not_possible({ backend }) {
    const shop = await openReturnShop(backend);
    const { json } = await shop.file(await shop.filing());
    return (await shop.act(json.id, 'inspect')).answer;
  },
} satisfies Partial<Record<ProblemCode, Way>>;

function wrongItem(changes: object): Way {
  return async ({ backend }) => {
    const shop = await openReturnShop(backend);
    const filing = await shop.filing();
    return shop.file({ ...filing, items: filing.items.map((item) => ({ ...item, ...changes })) });
  };
}

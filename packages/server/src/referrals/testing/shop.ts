import type { OrderInput, ReferralProgrammeInput } from '@postlude/contract';
import { type AskOrder, type AskShop, openAskShop } from '../../asks/testing/shop.ts';
import type { Answer } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { lookAtReferrals } from '../life/look.ts';
import { programmeToBegin } from '../programme/defaults.ts';

/** Somebody who bought something, with what they share. */
export interface Advocate extends AskOrder {
  readonly code: string;
  readonly email: string;
  /** What the page of their order shows. */
  card(query?: string): Promise<Answer>;
}

/** A shop with a programme, asked over HTTP as pages, platforms and staff do. */
export interface FriendShop extends AskShop {
  readonly programmeId: string;
  /** Changes the programme. */
  programme(changes: Partial<ReferralProgrammeInput>): Promise<void>;
  /** Brings codes for a side; answers when they are there. */
  codes(side: 'advocate' | 'friend', codes: readonly string[]): Promise<void>;
  /** Somebody buys and takes part. */
  advocate(name?: string): Promise<Advocate>;
  /** Somebody buys, without taking part. */
  buyer(email: string, changes?: Partial<OrderInput>): Promise<AskOrder>;
  visit(code: string, more?: object, from?: string): Promise<Answer>;
  claim(code: string, more?: object, from?: string): Promise<Answer>;
  readClaim(token: string): Promise<Answer>;
  /** Days pass, and the job runs. */
  days(count: number): Promise<void>;
}

/** Opens the shop: ten euro for both, by codes of two pools. */
export async function openFriendShop(
  backend: TestBackend,
  changes: Partial<ReferralProgrammeInput> = {},
): Promise<FriendShop> {
  const shop = await openAskShop(backend);
  const store = `store=${shop.shop.store.publishableKey}`;
  const first = {
    ...programmeToBegin('EUR', 'https://shop.example.com/friends?from=post'),
    minimumOrder: [],
  };
  const made = await shop.staff('POST', '/v1/staff/referral-programmes', { ...first, ...changes });
  if (made.status !== 201) throw new Error(made.text);
  const programmeId: string = made.json.id;

  const codes: FriendShop['codes'] = async (side, list) => {
    const path = `/v1/staff/code-imports?programme=${programmeId}&side=${side}`;
    const sent = { key: shop.shop.secretKey, body: ['code', ...list].join('\n') };
    const headers = { 'Content-Type': 'text/csv' };
    let report = await shop.send('POST', path, { ...sent, headers });
    if (report.status !== 202) throw new Error(report.text);
    while (report.json.state === 'running') {
      await new Promise((resolve) => setImmediate(resolve));
      report = await shop.staff('GET', `/v1/staff/code-imports/${report.json.id}`);
    }
  };
  const numbered = (start: string) => Array.from({ length: 20 }, (_, index) => `${start}-${100 + index}`);
  await codes('friend', numbered('HELLO'));
  await codes('advocate', numbered('THANKS'));

  const buyer: FriendShop['buyer'] = (email, more = {}) => shop.order({ email, ...more });
  return {
    ...shop,
    programmeId,
    codes,
    buyer,
    async programme(more) {
      const path = `/v1/staff/referral-programmes/${programmeId}`;
      const answer = await shop.staff('PUT', path, { ...first, ...changes, ...more });
      if (answer.status !== 200) throw new Error(answer.text);
    },
    async advocate(name = 'Ada') {
      const email = `${name.toLowerCase()}@example.com`;
      const order = await buyer(email);
      const path = `/v1/orders/${order.orderId}/referral`;
      const joined = await shop.send('PUT', path, { key: await order.token(), json: { programmeId, name } });
      if (joined.status !== 200) throw new Error(joined.text);
      return {
        ...order,
        email,
        code: joined.json.invitation.code,
        card: async (query = '') => shop.send('GET', `${path}${query}`, { key: await order.token() }),
      };
    },
    visit: (code, more = {}, from = '203.0.113.7') =>
      shop.send('POST', `/v1/referral-visits?${store}&locale=en`, {
        json: { code, followed: true, ...more },
        from,
      }),
    claim: (code, more = {}, from = '203.0.113.7') =>
      shop.send('POST', `/v1/referral-claims?${store}`, { json: { code, locale: 'en', ...more }, from }),
    readClaim: (token) => shop.send('GET', `/v1/referral-claims/${token}?${store}&locale=en`),
    async days(count) {
      backend.clock.advance(count * 86_400_000);
      await lookAtReferrals(backend.context);
    },
  };
}

import type { ReferralProgrammeInput, StaffReferralDetail } from '@postlude/contract';
import { apiOf } from '../../../testing/api.ts';
import type { TestBackend } from '../../../testing/backend.ts';
import { openReferralShop, testProgramme } from '../../life/testing/shop.ts';

const phone = '+49 171 2345678';

/** A shop at whose desk everything that is not quite right is looked at, and an advocate. */
export async function openDesk(backend: TestBackend, changes: Partial<ReferralProgrammeInput> = {}) {
  const fraud = { ...testProgramme.fraud, passBelow: 1, refuseFrom: 101 };
  const shop = await openReferralShop(backend, {
    programme: { ...testProgramme, hold: { until: 'days', days: 3 }, fraud, ...changes },
  });
  const send = apiOf(backend.context);
  const key = shop.shop.secretKey;
  const get = async (path: string) => send('GET', `/v1/staff/${path}`, { key });
  const post = (path: string, json: object) => send('POST', `/v1/staff/${path}`, { key, json });
  const decide = (id: string, what: 'approve' | 'refuse' | 'void', note?: string) =>
    post(`referrals/${id}/${what}?locale=en`, { by: 'Kim', ...(note === undefined ? {} : { note }) });
  const detail = async (id: string): Promise<StaffReferralDetail> =>
    (await get(`referrals/${id}?locale=en`)).json;
  const advocate = await shop.advocate('ada');
  backend.clock.advance(60_000);
  await shop.order({ id: 'own-ada', email: advocate.email, phone });
  /** A friend with a paid order; one with the advocate's telephone is looked at. */
  const friend = async (name: string, isOdd = false) => {
    const { referralId, code } = await shop.claim(advocate);
    await shop.order({
      id: `of-${name}`,
      email: `${name}@example.com`,
      paid: true,
      discountCodes: [code ?? ''],
      ...(isOdd ? { phone } : {}),
    });
    return referralId;
  };
  return { ...shop, shopItself: shop, send, key, get, post, decide, detail, advocate, friend };
}

import {
  getCurrentAsk,
  getReferralCard,
  joinReferrals,
  listReferrals,
  openSession,
  respondToAsk,
  shareReferral,
  type Transport,
} from '@postlude/client';
import type { ReferralSource } from './referral-source.ts';

/**
 * Recommendations from a Postlude backend, through the typed client. Its own module, because the client weighs more than the widget.
 * @param locale the language sentences come in; the order's unless given
 */
export function referralClientSource(transport: Transport, locale?: string): ReferralSource {
  const inLanguage = locale ? { locale } : {};
  return {
    open: (request, signal) => openSession(transport, request, { signal }),
    async card(access, signal) {
      const answer = await getReferralCard(transport, { ...access, ...inLanguage }, { signal });
      if (answer.state === 'fresh') return answer.value;
      // Nothing was said of an earlier answer, so nothing can be unchanged.
      throw Object.assign(new Error('There is no answer to go by.'), { code: 'contract_violated' });
    },
    join: (access, joining, signal) =>
      joinReferrals(transport, { ...access, ...inLanguage }, joining, { signal }),
    list: (access, cursor, signal) =>
      listReferrals(transport, { ...access, ...inLanguage, cursor }, { signal }),
    share: (access, share, signal) => shareReferral(transport, access, share, { signal, keepalive: true }),
    ask: (access, signal) => getCurrentAsk(transport, { ...access, ...inLanguage }, { signal }),
    respond: (access, response, signal) =>
      respondToAsk(transport, { ...access, ...inLanguage }, response, { signal }),
  };
}

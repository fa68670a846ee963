import { answerRecall, listRecalls, type Transport } from '@postlude/client';
import type { RecallsSource } from './recalls-source.ts';

/**
 * Recalls from a Postlude backend, through the typed client.
 * @param locale the language the notices come in; the order's unless given
 */
export function recallsClientSource(transport: Transport, locale?: string): RecallsSource {
  const inLanguage = locale ? { locale } : {};
  return {
    async list(access, signal) {
      const answer = await listRecalls(transport, { ...access, ...inLanguage }, { signal });
      if (answer.state === 'fresh') return answer.value;
      // Nothing was said of an earlier answer, so nothing can be unchanged.
      throw Object.assign(new Error('There is no answer to go by.'), { code: 'contract_violated' });
    },
    answer: (access, recallId, remedy, signal) =>
      answerRecall(transport, { ...access, recallId, ...inLanguage }, remedy ? { remedy } : {}, { signal }),
  };
}

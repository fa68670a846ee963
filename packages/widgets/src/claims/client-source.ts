import {
  addClaimMessage,
  answerFirstHelp,
  answerRepairQuote,
  cancelClaim,
  createUpload,
  deleteUpload,
  fileClaim,
  getClaim,
  getClaimOptions,
  type Transport,
  tellClaimParcel,
} from '@postlude/client';
import type { ClaimsSource } from './claims-source.ts';

/**
 * Claims from a Postlude backend, through the typed client. Its own module, because the client weighs more than the widget.
 * @param locale the language the store's own texts come in; the order's unless given
 */
export function claimsClientSource(transport: Transport, locale?: string): ClaimsSource {
  const inLanguage = locale ? { locale } : {};
  return {
    async options({ token }, passportId, signal) {
      const answer = await getClaimOptions(transport, { token, passportId, ...inLanguage }, { signal });
      if (answer.state === 'fresh') return answer.value;
      // Nothing was said of an earlier answer, so nothing can be unchanged.
      throw Object.assign(new Error('There is no answer to go by.'), { code: 'contract_violated' });
    },
    firstHelp: ({ token }, passportId, answer, idempotencyKey, signal) =>
      answerFirstHelp(transport, { token, passportId }, answer, { signal, idempotencyKey }),
    file: ({ token }, passportId, filing, idempotencyKey, signal) =>
      fileClaim(transport, { token, passportId, ...inLanguage }, filing, { signal, idempotencyKey }),
    async read({ token }, { claimId, etag }, signal) {
      const answer = await getClaim(transport, { token, claimId, etag, ...inLanguage }, { signal });
      return answer.state === 'fresh'
        ? { state: 'fresh', claim: answer.value, etag: answer.etag }
        : { state: 'unchanged' };
    },
    cancel: ({ token }, claimId, idempotencyKey, signal) =>
      cancelClaim(transport, { token, claimId, ...inLanguage }, { signal, idempotencyKey }),
    answerQuote: ({ token }, claimId, answer, idempotencyKey, signal) =>
      answerRepairQuote(transport, { token, claimId, ...inLanguage }, answer, { signal, idempotencyKey }),
    tellParcel: ({ token }, claimId, parcel, idempotencyKey, signal) =>
      tellClaimParcel(transport, { token, claimId, ...inLanguage }, parcel, { signal, idempotencyKey }),
    message: ({ token }, claimId, message, idempotencyKey, signal) =>
      addClaimMessage(transport, { token, claimId, ...inLanguage }, message, { signal, idempotencyKey }),
    upload: ({ token }, file, { purpose, signal, onProgress }) =>
      createUpload(
        transport,
        { token, file, purpose, onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0) },
        { signal },
      ),
    removeUpload: ({ token }, uploadId, signal) => deleteUpload(transport, { token, uploadId }, { signal }),
  };
}

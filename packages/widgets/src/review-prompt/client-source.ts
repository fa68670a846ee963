import {
  createUpload,
  deleteUpload,
  editReview,
  getCurrentAsk,
  getReviewForm,
  openSession,
  putReviewDrafts,
  respondToAsk,
  sendReview,
  type Transport,
  withdrawReview,
} from '@postlude/client';
import type { ReviewSource } from './review-source.ts';

/** How much a browser sends for a page that goes, in characters: 64 KiB for all of them, of up to three bytes each. */
const mostKeptAlive = 20_000;

/**
 * Asks and reviews from a Postlude backend, through the typed client. Its own module, because the client weighs more than the
 * widget.
 * @param locale the language the store's own texts come in; the order's unless given
 */
export function reviewClientSource(transport: Transport, locale?: string): ReviewSource {
  const inLanguage = locale ? { locale } : {};
  return {
    open: (request, signal) => openSession(transport, request, { signal }),
    ask: (access, signal) => getCurrentAsk(transport, { ...access, ...inLanguage }, { signal }),
    respond: (access, response, signal) =>
      respondToAsk(transport, { ...access, ...inLanguage }, response, { signal }),
    async form(access, signal) {
      const answer = await getReviewForm(transport, { ...access, ...inLanguage }, { signal });
      if (answer.state === 'fresh') return answer.value;
      // Nothing was said of an earlier answer, so nothing can be unchanged.
      throw Object.assign(new Error('There is no answer to go by.'), { code: 'contract_violated' });
    },
    putDrafts: (access, drafts, signal, isLeaving) =>
      putReviewDrafts(transport, access, drafts, {
        signal,
        keepalive: isLeaving && JSON.stringify(drafts).length < mostKeptAlive,
      }),
    send: (access, review, idempotencyKey, signal) =>
      sendReview(transport, { ...access, ...inLanguage }, review, { signal, idempotencyKey }),
    edit: ({ token }, reviewId, content, signal) =>
      editReview(transport, { token, reviewId, ...inLanguage }, content, { signal }),
    withdraw: ({ token }, reviewId, signal) =>
      withdrawReview(transport, { token, reviewId, ...inLanguage }, { signal }),
    upload: ({ token }, file, { signal, onProgress }) =>
      createUpload(
        transport,
        {
          token,
          file,
          purpose: 'review',
          onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
        },
        { signal },
      ),
    removeUpload: ({ token }, uploadId, signal) => deleteUpload(transport, { token, uploadId }, { signal }),
  };
}

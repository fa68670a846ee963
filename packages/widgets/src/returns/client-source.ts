import {
  addReturnMessage,
  cancelReturn,
  changeReturn,
  createUpload,
  deleteReturnDraft,
  deleteUpload,
  fileReturn,
  getReturn,
  getReturnOptions,
  openSession,
  putReturnDraft,
  quoteReturn,
  type Transport,
  tellReturnParcel,
} from '@postlude/client';
import type { ReturnsSource } from './returns-source.ts';

/** What a browser sends on after the page went is 64 KiB at most; a character may be three bytes. */
const mostKeptAlive = 20_000;

/**
 * Returns from a Postlude backend, through the typed client. Its own module, because the client weighs more than the widget.
 * @param locale the language the store's own texts come in; the order's unless given
 */
export function returnsClientSource(transport: Transport, locale?: string): ReturnsSource {
  const inLanguage = locale ? { locale } : {};
  return {
    open: (request, signal) => openSession(transport, request, { signal }),
    async options(access, signal) {
      const answer = await getReturnOptions(transport, { ...access, ...inLanguage }, { signal });
      if (answer.state === 'fresh') return answer.value;
      // Nothing was said of an earlier answer, so nothing can be unchanged.
      throw Object.assign(new Error('There is no answer to go by.'), { code: 'contract_violated' });
    },
    quote: (access, request, signal) =>
      quoteReturn(transport, { ...access, ...inLanguage }, request, { signal }),
    file: (access, filing, idempotencyKey, signal) =>
      fileReturn(transport, { ...access, ...inLanguage }, filing, { signal, idempotencyKey }),
    async read({ token }, { returnId, etag }, signal) {
      const answer = await getReturn(transport, { token, returnId, etag, ...inLanguage }, { signal });
      return answer.state === 'fresh'
        ? { state: 'fresh', return: answer.value, etag: answer.etag }
        : { state: 'unchanged' };
    },
    change: ({ token }, returnId, filing, signal) =>
      changeReturn(transport, { token, returnId, ...inLanguage }, filing, { signal }),
    cancel: ({ token }, returnId, idempotencyKey, signal) =>
      cancelReturn(transport, { token, returnId }, { signal, idempotencyKey }),
    tellParcel: ({ token }, returnId, parcel, idempotencyKey, signal) =>
      tellReturnParcel(transport, { token, returnId }, parcel, { signal, idempotencyKey }),
    message: ({ token }, returnId, message, idempotencyKey, signal) =>
      addReturnMessage(transport, { token, returnId }, message, { signal, idempotencyKey }),
    upload: ({ token }, file, { purpose, signal, onProgress }) =>
      createUpload(
        transport,
        { token, file, purpose, onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0) },
        { signal },
      ),
    removeUpload: ({ token }, uploadId, signal) => deleteUpload(transport, { token, uploadId }, { signal }),
    putDraft: (access, draft, signal, isLeaving) =>
      putReturnDraft(transport, access, draft, {
        signal,
        keepalive: isLeaving && JSON.stringify(draft).length < mostKeptAlive,
      }),
    deleteDraft: (access, signal) => deleteReturnDraft(transport, access, { signal }),
  };
}

import {
  acceptTransfer,
  cancelTransfer,
  changeConsents,
  createUpload,
  deleteUpload,
  findProducts,
  listPassports,
  openSession,
  registerItems,
  startTransfer,
  type Transport,
  tellOutsidePurchase,
} from '@postlude/client';
import type { RegistrationSource } from './registration-source.ts';

/**
 * Registrations from a Postlude backend, through the typed client. Its own module, because the client weighs more than the widget.
 * @param locale the language the store's own texts come in; the order's unless given
 */
export function registrationClientSource(transport: Transport, locale?: string): RegistrationSource {
  const inLanguage = locale ? { locale } : {};
  return {
    open: (request, signal) => openSession(transport, request, { signal }),
    async list(access, etag, signal) {
      const answer = await listPassports(transport, { ...access, ...inLanguage, etag }, { signal });
      return answer.state === 'fresh'
        ? { state: 'fresh', list: answer.value, etag: answer.etag }
        : { state: 'unchanged' };
    },
    register: (access, input, idempotencyKey, signal) =>
      registerItems(transport, { ...access, ...inLanguage }, input, { signal, idempotencyKey }),
    consents: ({ token }, passportId, consents, signal) =>
      changeConsents(transport, { token, passportId, ...inLanguage }, { consents }, { signal }),
    startTransfer: ({ token }, passportId, idempotencyKey, signal) =>
      startTransfer(transport, { token, passportId }, { signal, idempotencyKey }),
    cancelTransfer: ({ token }, passportId, signal) =>
      cancelTransfer(transport, { token, passportId }, { signal }),
    find: async (q, signal) => (await findProducts(transport, q, { signal })).items,
    tellOutside: (purchase, idempotencyKey, signal) =>
      tellOutsidePurchase(transport, { ...purchase, ...inLanguage }, { signal, idempotencyKey }),
    takeOver: (acceptance, idempotencyKey, signal) =>
      acceptTransfer(transport, { ...acceptance, ...inLanguage }, { signal, idempotencyKey }),
    upload: ({ token }, file, { signal, onProgress }) =>
      createUpload(
        transport,
        {
          token,
          file,
          purpose: 'proof',
          onProgress: (sent, total) => onProgress(total > 0 ? sent / total : 0),
        },
        { signal },
      ),
    removeUpload: ({ token }, uploadId, signal) => deleteUpload(transport, { token, uploadId }, { signal }),
  };
}

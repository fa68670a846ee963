import type { CertificateCheck, RecallList } from '@postlude/contract';
import type { CallOptions } from './call.ts';
import { checkCertificate } from './certificates.ts';
import { answerRecall, listRecalls } from './recalls.ts';
import type { Transport } from './transport.ts';

/** A function of this package without its transport. */
type Bound<F> = F extends (transport: Transport, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

/** Safety recalls of an order's items. */
export interface ClientRecalls {
  /** `listRecalls`, newest first, conditionally. */
  readonly list: Bound<typeof listRecalls>;
  /** `answerRecall`: it was read, and which remedy is wanted. */
  readonly answer: (...rest: Parameters<Bound<typeof answerRecall>>) => Promise<RecallList>;
}

/** Certificates of registrations. */
export interface ClientCertificates {
  /** `checkCertificate`: what a certificate is worth. */
  check(code: string, options?: CallOptions): Promise<CertificateCheck>;
}

/** The calls with their transport. */
export const recallsOf = (transport: Transport): ClientRecalls => ({
  list: (...rest) => listRecalls(transport, ...rest),
  answer: (...rest) => answerRecall(transport, ...rest),
});

/** The calls with their transport. */
export const certificatesOf = (transport: Transport): ClientCertificates => ({
  check: (code, call) => checkCertificate(transport, code, call),
});

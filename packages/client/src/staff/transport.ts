import { createTransport, type Transport, type TransportOptions } from '../transport.ts';

/** How staff calls are made. */
export interface StaffOptions extends Omit<TransportOptions, 'store'> {
  /** The secret key (`sk_…`). Opens everything of one store: keep it on a server. */
  readonly secretKey: string;
  /** Says that this page may hold the secret key, as an internal tool on a protected address may. */
  readonly allowBrowser?: boolean | undefined;
}

/**
 * Makes what staff calls are sent through.
 *
 * @throws TypeError when the key is not a secret key, the base address is not an http(s) address, or this is a page in
 *   a browser, where everybody who opens it could read the key.
 */
export function createStaffTransport(options: StaffOptions): Transport {
  const { secretKey, allowBrowser, ...rest } = options;
  if (typeof document !== 'undefined' && !allowBrowser) {
    throw new TypeError(
      'The secret key was about to be used in a page, where everybody can read it. Make staff calls from a server. ' +
        'If this page is an internal tool on a protected address, pass allowBrowser: true.',
    );
  }
  if (typeof secretKey !== 'string' || !secretKey.startsWith('sk_')) {
    throw new TypeError('secretKey must be a secret key: it begins with sk_.');
  }
  const transport = createTransport(rest);
  return {
    send: (request) =>
      transport.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${secretKey}` } }),
  };
}

import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, type Reachable } from './reachable.ts';

/** A request to an address somebody else named. */
export interface GuardedRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer;
  readonly reachable: Reachable;
  readonly signal: AbortSignal;
}

/** The name leads to where we must not go. */
export class Refused extends Error {
  readonly code = 'REFUSED';
}

/**
 * Asks an address somebody else named, and resolves with the beginning of its answer. Redirects are not followed, and the address that is
 * connected to is the one that was checked: the name is looked up once, and only by us. Rejects with `Refused` where it must not go.
 */
export function requestGuarded({
  url,
  method,
  headers,
  body,
  reachable,
  signal,
}: GuardedRequest): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  // Without TLS nothing leaves this machine, whatever name it is given.
  const mayReach: Reachable = (address) => reachable(address) && (secure || isLoopback(address));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    // A name that is an address is not looked up, so it is checked here.
    if (isIP(host) !== 0 && !mayReach(host)) {
      reject(new Refused());
      return;
    }
    const asking = (secure ? overHttps : overHttp)(url, {
      method,
      agent: false,
      signal,
      lookup: lookupOf(mayReach),
      headers: { ...headers, 'user-agent': 'Postlude' },
    });
    asking.once('response', resolve);
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Looks a name up and gives only the addresses that may be reached, so that no second answer can lead elsewhere. */
function lookupOf(mayReach: Reachable): LookupFunction {
  return (name, options, answer) => {
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return answer(error, '');
      const allowed = found.filter(({ address }) => mayReach(address));
      const [first] = allowed;
      if (first === undefined) return answer(new Refused(), '');
      return options.all ? answer(null, allowed) : answer(null, first.address, first.family);
    });
  };
}

import { isIP } from 'node:net';
import type { Config } from '../config/config.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { reachableBy } from '../outbox/reachable.ts';

/**
 * Refuses an address that deliveries would refuse as well, as far as it can be told without looking up its name: better
 * told now than found among the dead ones. Throws `invalid_input`.
 */
export function refuseTarget(config: Pick<Config, 'outgoingNetworks'>, url: string): void {
  if (!URL.canParse(url)) throw refusal('This must be an https address.');
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const reachable = reachableBy(config.outgoingNetworks);
  const addresses = host === 'localhost' || host.endsWith('.localhost') ? ['127.0.0.1', '::1'] : [host];
  const closed = addresses.every((address) => isIP(address) !== 0 && !reachable(address));
  if (closed) {
    throw refusal(
      'This address is not in the public internet. Whoever runs the backend can allow its network with OUTGOING_NETWORKS.',
    );
  }
}

const refusal = (sentence: string): ApiProblem =>
  new ApiProblem('invalid_input', { detail: sentence, fields: { url: sentence } });

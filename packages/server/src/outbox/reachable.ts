import { BlockList, isIP } from 'node:net';

/** Says whether a webhook may be delivered to an address (IPv4 or IPv6, without brackets). */
export type Reachable = (address: string) => boolean;

/** Addresses that are not of the public internet (IANA special-purpose registries, RFC 6890 and its updates). */
const closedFour = networks([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/** IANA hands out global addresses from 2000::/3 only; everything else is local, mapped or translated. */
const openSix = networks(['2000::/3']);
const closedSix = networks(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

const loopback = networks(['127.0.0.0/8', '::1/128']);

/** Addresses of this very machine. */
export const isLoopback: Reachable = (address) => holds(loopback, address);

/**
 * Makes the rule of where webhooks may go: the public internet and what the operator allows. Without it whoever may add
 * an endpoint could make the backend call what only the backend can reach (server-side request forgery).
 * @param allowed Networks (CIDR) outside the public internet.
 */
export function reachableBy(allowed: readonly string[]): Reachable {
  const extra = networks(allowed);
  return (address) => isPublic(address) || holds(extra, address);
}

function isPublic(address: string): boolean {
  return isIP(address) === 4
    ? !holds(closedFour, address)
    : holds(openSix, address) && !holds(closedSix, address);
}

function holds(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function networks(all: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of all) {
    const [address = '', bits = ''] = one.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

import { isIPv4, isIPv6 } from 'node:net';

/**
 * The address limits are counted by. `forwardedFor` is the X-Forwarded-For header; each of our own proxies appended the
 * address it saw, so the client's is `proxies` places from the right. What stands further left was written by the
 * client and means nothing. Without proxies of our own the header is not looked at.
 *
 * IPv6 is cut to its first 64 bits: that is what one customer is given, and whoever has it has all of them.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | null | undefined,
  proxies: number,
): string {
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  // A chain shorter than the number of proxies did not pass through all of them: its first entry is the best we know.
  const forwarded = proxies > 0 ? (hops.at(-proxies) ?? hops[0]) : undefined;
  return normalAddress(forwarded ?? '') ?? normalAddress(socketAddress ?? '') ?? 'unknown';
}

function normalAddress(text: string): string | null {
  const bare = text
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (isIPv4(bare)) return bare;
  return isIPv6(bare) ? `${firstFourGroups(bare)}::/64` : null;
}

function firstFourGroups(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  // An embedded dotted quad takes the place of two groups.
  const taken = [...left, ...right].reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - taken);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

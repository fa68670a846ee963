import { createHmac } from 'node:crypto';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { hashKey, type SecretBox } from '../secrets/secret-box.ts';

/**
 * What buyers are compared by: keyed hashes that differ from store to store, so that who has the database learns neither where
 * somebody was nor what they paid with.
 */
export interface BuyerKeys {
  /** Of an address's network; null for what is no address, or says nothing about where somebody is. */
  network(address: string): string | null;
  /** Of a means of payment, by whatever the shop knows it by. */
  payment(fingerprint: string): string;
}

/** The keys of a store. */
export function buyerKeys(secrets: SecretBox, storeId: string): BuyerKeys {
  const secret = secrets.derive(`buyers:${storeId}`);
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    network(address) {
      const network = networkOf(address);
      return network === null ? null : hash(`network:${network}`);
    },
    payment: (fingerprint) => hash(`payment:${fingerprint.trim()}`),
  };
}

/** What is kept of a claim's token, with the claim and with the order that tells it: nobody can claim anything with it. */
export const claimTokenKey = (token: string): string => hashKey(token.trim());

/** Addresses of no place: unset, of this machine, of a network within a house, of a proxy. */
const nowhere = new BlockList();
nowhere.addSubnet('0.0.0.0', 8, 'ipv4');
nowhere.addSubnet('10.0.0.0', 8, 'ipv4');
nowhere.addSubnet('100.64.0.0', 10, 'ipv4');
nowhere.addSubnet('127.0.0.0', 8, 'ipv4');
nowhere.addSubnet('169.254.0.0', 16, 'ipv4');
nowhere.addSubnet('172.16.0.0', 12, 'ipv4');
nowhere.addSubnet('192.168.0.0', 16, 'ipv4');
nowhere.addSubnet('::', 96, 'ipv6');
nowhere.addSubnet('fc00::', 7, 'ipv6');
nowhere.addSubnet('fe80::', 10, 'ipv6');

/** The network of an address, as one customer or house has it: the first 24 bits of IPv4, 48 of IPv6. Null for none. */
export function networkOf(address: string): string | null {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/[%/].*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(bare)) {
    return nowhere.check(bare, 'ipv4') ? null : `${bare.split('.').slice(0, 3).join('.')}.0/24`;
  }
  if (!isIPv6(bare) || nowhere.check(bare, 'ipv6')) return null;
  const [head = '', tail = ''] = bare.split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const first = [...left, ...zeros, ...right].slice(0, 3);
  return `${first.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
}

/** The groups of a part of an address; a dotted quad takes the place of two, and is never among the first three. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));

import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

describe('the address of a client', () => {
  it('is the socket’s when no proxy of ours is in between, whatever the header says', () => {
    expect(clientAddress('203.0.113.7', '198.51.100.1', 0)).toBe('203.0.113.7');
  });

  it.each([
    [1, 'spoofed, 198.51.100.1', '198.51.100.1'],
    [2, 'spoofed, 198.51.100.1, 10.0.0.1', '198.51.100.1'],
    [2, '198.51.100.1', '198.51.100.1'],
    [1, '198.51.100.1:4711', '198.51.100.1'],
    [1, '[2001:db8::1]:443', '2001:db8:0:0::/64'],
  ])('is the one %i proxies of ours saw in %j', (proxies, header, address) => {
    expect(clientAddress('10.0.0.9', header, proxies)).toBe(address);
  });

  it.each(['', ' , ', 'unknown', 'a'.repeat(10_000)])('is the socket’s when the header says %j', (header) => {
    expect(clientAddress('203.0.113.7', header, 1)).toBe('203.0.113.7');
  });

  it('is one for all addresses of an IPv6 customer', () => {
    const one = clientAddress('2001:db8:1:2:3:4:5:6', null, 0);
    expect(one).toBe('2001:db8:1:2::/64');
    for (const same of [
      '2001:0db8:0001:0002::1',
      '2001:DB8:1:2:ffff:ffff:ffff:ffff',
      '2001:db8:1:2:1::1%eth0',
    ]) {
      expect(clientAddress(same, null, 0)).toBe(one);
    }
    expect(clientAddress('2001:db8:1:3::1', null, 0)).not.toBe(one);
  });

  it('is the IPv4 address behind a mapped one', () => {
    expect(clientAddress('::ffff:203.0.113.7', null, 0)).toBe('203.0.113.7');
  });

  it.each([
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ])('of %s is %s', (socket, address) => {
    expect(clientAddress(socket, null, 0)).toBe(address);
  });

  it('is said to be unknown when nobody knows it', () => {
    expect(clientAddress(undefined, undefined, 3)).toBe('unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { createSecretBox } from '../secrets/secret-box.ts';
import { buyerKeys, claimTokenKey, networkOf } from './buyer-keys.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    [' 203.0.113.255 ', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:42:7::1f', '2001:db8:42::/48'],
    ['2001:0DB8:0042::', '2001:db8:42::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['2001::1:2:3:4:5:6', '2001:0:1::/48'],
    ['2001:db8:42:7::/64', '2001:db8:42::/48'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0::/48'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    '',
    'unknown',
    '0.0.0.0',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.7',
    '172.20.0.1',
    '100.64.1.1',
    '::1',
    '::',
    'fd00::1',
    'fe80::1%eth0',
    '1.2.3',
    '1.2.3.4.5',
    'x:y::z',
  ])('of “%s” says nothing of where somebody is', (address) => {
    expect(networkOf(address)).toBeNull();
  });
});

describe('what buyers are compared by', () => {
  const secrets = createSecretBox(Buffer.alloc(32, 7));
  const store = buyerKeys(secrets, 'sto_1');

  it('is the same for the same network and means of payment, and another one in another store', () => {
    expect(store.network('203.0.113.7')).toBe(store.network('203.0.113.200'));
    expect(store.network('203.0.113.7')).not.toBe(store.network('203.0.114.7'));
    expect(store.payment(' card-1 ')).toBe(store.payment('card-1'));
    const other = buyerKeys(secrets, 'sto_2');
    expect(other.network('203.0.113.7')).not.toBe(store.network('203.0.113.7'));
    expect(other.payment('card-1')).not.toBe(store.payment('card-1'));
  });

  it('shows nothing of what it was made of', () => {
    expect(store.network('203.0.113.7')).toMatch(/^[\w-]{43}$/);
    expect(store.payment('203.0.113.0/24')).not.toBe(store.network('203.0.113.7'));
    expect(claimTokenKey(' rct_1 ')).toBe(claimTokenKey('rct_1'));
    expect(claimTokenKey('rct_1')).not.toContain('rct');
  });
});

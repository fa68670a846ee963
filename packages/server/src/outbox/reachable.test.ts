import { describe, expect, it } from 'vitest';
import { isLoopback, reachableBy } from './reachable.ts';

const closed = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:a00:1::',
];
const open = [
  '1.1.1.1',
  '93.184.215.14',
  '172.15.0.1',
  '172.32.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::200e',
];

describe('where webhooks may go', () => {
  it.each(closed)('is not %s', (address) => {
    expect(reachableBy([])(address)).toBe(false);
  });

  it.each(open)('is %s', (address) => {
    expect(reachableBy([])(address)).toBe(true);
  });

  it('is what the operator allows beside the internet, and nothing more', () => {
    const reachable = reachableBy(['10.0.0.0/8', 'fd00::/8']);
    expect(reachable('10.9.9.9')).toBe(true);
    expect(reachable('fd12::1')).toBe(true);
    expect(reachable('192.168.0.1')).toBe(false);
    expect(reachable('127.0.0.1')).toBe(false);
  });

  it('is never what is no address', () => {
    expect(reachableBy(['0.0.0.0/0', '::/0'])('example.com')).toBe(false);
    expect(reachableBy([])('')).toBe(false);
  });

  it('knows this machine', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1'].every(isLoopback)).toBe(true);
    expect(['10.0.0.1', '1.1.1.1', '::2'].some(isLoopback)).toBe(false);
  });
});

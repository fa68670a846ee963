import { describe, expect, it } from 'vitest';
import { crossesCustoms, customsInfo } from './customs.ts';
import type { LabelRequest, PostalAddress } from './label.ts';

const placeIn = (country: string): PostalAddress => ({
  name: 'Mia',
  company: null,
  lines: ['1 Main St'],
  city: 'Town',
  region: null,
  postcode: null,
  country,
  phone: null,
  email: null,
});

const going = (from: string, to: string, changes: Partial<LabelRequest> = {}): LabelRequest => ({
  returnNumber: 'R-1001-1',
  orderNumber: '1001',
  from: placeIn(from),
  to: placeIn(to),
  items: [
    { title: 'Mug', variant: 'Blue', sku: 'MUG-B', quantity: 2, unitValue: 1995 },
    { title: 'Tray', variant: null, sku: null, quantity: 1, unitValue: 1490 },
  ],
  parcel: null,
  currency: 'USD',
  ...changes,
});

describe('what customs is told of a parcel', () => {
  it.each([
    ['DE', 'DE', false],
    ['FR', 'DE', false],
    ['MC', 'IT', false],
    ['LI', 'CH', false],
    ['PR', 'US', false],
    ['CH', 'DE', true],
    ['GB', 'IE', true],
    ['RE', 'FR', true],
    ['AX', 'FI', true],
    ['NO', 'SE', true],
    ['US', 'CA', true],
    ['??', 'DE', true],
  ])('from %s to %s is something: %s', (from, to, isDeclared) => {
    expect(crossesCustoms(from, to)).toBe(isDeclared);
    expect(crossesCustoms(to, from)).toBe(isDeclared);
    if (!isDeclared) expect(customsInfo(going(from, to), 10)).toBeNull();
  });

  it('is what was sold, with its whole value and a weight that is not more than the parcel’s', () => {
    expect(customsInfo(going('CH', 'DE', { currency: 'CHF' }), 10)).toEqual({
      contents_type: 'returned_goods',
      contents_explanation: 'Returned goods, order 1001',
      customs_certify: false,
      non_delivery_option: 'return',
      restriction_type: 'none',
      customs_items: [
        { description: 'Mug, Blue', quantity: 2, value: 39.9, currency: 'CHF', weight: 6.666, code: 'MUG-B' },
        { description: 'Tray', quantity: 1, value: 14.9, currency: 'CHF', weight: 3.333 },
      ],
    });
  });

  it('counts in the minor units a currency has', () => {
    const info = customsInfo(going('JP', 'US', { currency: 'JPY' }), 10);
    expect(info).toMatchObject({ customs_items: [{ value: 3990 }, { value: 1490 }] });
  });

  it('names the exemption of small exports from the United States, and is not made up for larger ones', () => {
    expect(customsInfo(going('US', 'DE'), 10)).toMatchObject({ eel_pfc: 'NOEEI 30.37(a)' });
    expect(customsInfo(going('US', 'CA'), 10)).toMatchObject({ eel_pfc: 'NOEEI 30.36' });
    const dear = [{ title: 'Ring', variant: null, sku: null, quantity: 1, unitValue: 250_001 }];
    expect(() => customsInfo(going('US', 'DE', { items: dear }), 10)).toThrow(/by hand/);
    expect(() => customsInfo(going('US', 'DE', { currency: 'EUR' }), 10)).toThrow(/by hand/);
  });

  it('is not guessed where a value is not known', () => {
    const unknown = [{ title: 'Mug', variant: null, sku: null, quantity: 1, unitValue: null }];
    expect(() => customsInfo(going('CH', 'DE', { items: unknown }), 10)).toThrow(/value of “Mug”/);
    expect(customsInfo(going('FR', 'DE', { items: unknown }), 10)).toBeNull();
  });
});

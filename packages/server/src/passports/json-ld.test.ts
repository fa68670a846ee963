import type { Passport } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { passportJsonLd } from './json-ld.ts';

const passport: Omit<Passport, 'jsonLd'> = {
  id: 'psp_01920000000070008000000000000001',
  orderId: 'ord_01920000000070008000000000000001',
  orderNumber: '1001',
  lineId: 'lin_01920000000070008000000000000001',
  unit: 1,
  units: 1,
  title: 'Lamp',
  variant: 'White',
  imageUrl: null,
  productUrl: 'https://shop.example.com/lamp',
  productId: 'lamp',
  gtin: '04006381333931',
  origin: 'here',
  boughtAt: null,
  purchasedOn: '2026-11-20',
  purchasedAbout: false,
  deliveredOn: '2026-11-23',
  shipmentId: null,
  country: 'DE',
  serial: 'LN-1234-AB',
  state: 'owned',
  registration: null,
  covers: [
    {
      kind: 'warranty',
      planId: 'lamps',
      name: 'Lamp warranty',
      state: 'active',
      from: '2026-11-23',
      until: '2029-11-23',
      lifetime: false,
      burdenUntil: null,
      country: null,
      rule: 'plan:lamps',
      sum: {
        fromKind: 'delivered',
        from: '2026-11-23',
        months: 24,
        extensions: [{ reason: 'registration', months: 12, until: '2029-11-23' }],
        lastDay: '2029-11-23',
      },
      covers: ['Defects of material'],
      excludes: [],
      benefits: [],
    },
  ],
  returns: [],
  claims: [],
  recalls: [],
  owners: [{ from: '2026-11-23', through: null, you: true }],
  transfer: null,
  documents: [],
  checkUrl: null,
};
const store = { name: 'Kontor Nord', url: null };

describe('a passport as JSON-LD', () => {
  it('is the ownership of an individual product, with the warranties its offer came with', () => {
    expect(passportJsonLd(passport, store)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'OwnershipInfo',
      ownedFrom: '2026-11-23',
      acquiredFrom: { '@type': 'OnlineStore', name: 'Kontor Nord' },
      typeOfGood: {
        '@type': 'IndividualProduct',
        '@id': 'urn:postlude:passport:psp_01920000000070008000000000000001',
        name: 'Lamp',
        model: 'White',
        url: 'https://shop.example.com/lamp',
        productID: 'lamp',
        gtin: '04006381333931',
        serialNumber: 'LN-1234-AB',
        purchaseDate: '2026-11-20',
        offers: {
          '@type': 'Offer',
          offeredBy: { '@type': 'OnlineStore', name: 'Kontor Nord' },
          warranty: [
            {
              '@type': 'WarrantyPromise',
              name: 'Lamp warranty',
              durationOfWarranty: { '@type': 'QuantitativeValue', value: 36, unitCode: 'MON' },
              description: 'Defects of material',
            },
          ],
        },
      },
    });
  });

  it('says of an item that changed hands not whom it came from', () => {
    const json = passportJsonLd({ ...passport, origin: 'transferred', covers: [] }, store);
    expect(json).not.toHaveProperty('acquiredFrom');
    expect(JSON.stringify(json)).not.toContain('null');
  });

  it('gives a lifetime no number', () => {
    const covers = passport.covers.map((cover) => ({ ...cover, lifetime: true, until: null, sum: null }));
    expect(JSON.stringify(passportJsonLd({ ...passport, covers }, store))).not.toContain(
      'durationOfWarranty',
    );
  });

  it('uses names of schema.org only, each on a type that has it', () => {
    const everything = { ...passport, imageUrl: 'https://shop.example.com/lamp.jpg' };
    const over = { from: '2026-11-23', through: '2026-12-24', you: true };
    const all = [
      passportJsonLd(
        { ...everything, state: 'transferred', owners: [over] },
        { ...store, url: 'https://shop.example.com' },
      ),
      passportJsonLd({ ...everything, origin: 'elsewhere', boughtAt: 'Lampenhaus' }, store),
    ];
    const used = new Map<string, Set<string>>();
    const look = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(look);
      else if (typeof node === 'object' && node !== null) {
        const { '@type': type, ...rest } = node as Record<string, unknown>;
        const names = used.get(String(type)) ?? new Set();
        used.set(String(type), names);
        for (const [name, value] of Object.entries(rest)) {
          if (!name.startsWith('@')) names.add(name);
          look(value);
        }
      }
    };
    all.forEach(look);
    expect([...used.keys()].sort()).toEqual(Object.keys(vocabulary).sort());
    // Not one more, and not one fewer: a name nobody uses has no place in the table.
    for (const [type, names] of used) expect([type, [...names].sort()]).toEqual([type, vocabulary[type]]);
  });
});

/** The properties of schema.org, those of supertypes included, that are said, by type. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  OwnershipInfo: ['acquiredFrom', 'ownedFrom', 'ownedThrough', 'typeOfGood'],
  IndividualProduct: [
    'gtin',
    'image',
    'model',
    'name',
    'offers',
    'productID',
    'purchaseDate',
    'serialNumber',
    'url',
  ],
  Offer: ['offeredBy', 'warranty'],
  WarrantyPromise: ['description', 'durationOfWarranty', 'name'],
  QuantitativeValue: ['unitCode', 'value'],
  OnlineStore: ['name', 'url'],
  Organization: ['name'],
};

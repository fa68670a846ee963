import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrierByName, knownCarriers, sameCarrier, trackingAddress, trackingUrl } from './index.ts';
import { spellingOf, spellingsOf } from './registry.ts';

describe('The carriers', () => {
  it('are each found by every one of their spellings, and by nobody else’s', () => {
    const owners = new Map<string, string>();
    for (const carrier of knownCarriers) {
      for (const spelling of spellingsOf(carrier)) {
        expect(spelling, `${carrier.code} has an empty spelling`).not.toBe('');
        expect(owners.get(spelling) ?? carrier.code, `${spelling} is claimed twice`).toBe(carrier.code);
        owners.set(spelling, carrier.code);
        expect(carrierByName(spelling)?.code).toBe(carrier.code);
      }
    }
  });

  it('have codes that may travel, and pages over https with one place for the number', () => {
    for (const { code, url } of knownCarriers) {
      expect(code).toMatch(/^[a-z0-9_]+$/);
      if (url === null) continue;
      expect(new URL(url.replace('{number}', '1')).protocol, code).toBe('https:');
      expect(url.split('{number}'), code).toHaveLength(2);
    }
  });

  it.each([
    ['Shopify', 'Royal Mail', 'royal_mail'],
    ['Shopify', 'Japan Post (JA)', 'japan_post'],
    ['Shopify', 'DHL eCommerce Asia', 'dhl_ecommerce'],
    ['Shopify', 'Deutsche Post (DE)', 'deutsche_post'],
    ['WooCommerce', 'fedex-sameday', 'fedex'],
    ['WooCommerce', 'evri-hermes', 'evri'],
    ['WooCommerce', 'lasership-ontrac', 'ontrac'],
    ['AfterShip', 'dhl-germany', 'dhl_de'],
    ['AfterShip', 'spain-correos-es', 'correos'],
    ['AfterShip', 'taqbin-jp', 'yamato'],
    ['AfterShip', 'parcel-force', 'parcelforce'],
    ['EasyPost', 'DHLExpress', 'dhl_express'],
    ['EasyPost', 'DhlEcs', 'dhl_ecommerce'],
    ['EasyPost', 'LaserShipV2', 'ontrac'],
    ['EasyPost', 'FedExDefault', 'fedex'],
    ['Shippo', 'hermes_uk', 'evri'],
    ['Shippo', 'correos_espana', 'correos'],
    ['Shippo', 'la_poste', 'colissimo'],
    ['a person', '  u.p.s.  ', 'ups'],
    ['a person', 'Österreichische Post', 'austrian_post'],
    ['a person', 'ヤマト運輸', 'yamato'],
    ['a person', 'GLS (NL)', 'gls'],
    ['a person', 'GLS (US)', 'gls_us'],
  ])('are known as %s writes them: %s', (_, name, code) => {
    expect(carrierByName(name)?.code).toBe(code);
  });

  it('that nobody knows keep their own name', () => {
    expect(carrierByName(' Uncle Bob’s Vans ')).toEqual({ code: null, name: 'Uncle Bob’s Vans' });
    expect(carrierByName('constructor')).toEqual({ code: null, name: 'constructor' });
  });

  it.each(['', '  ', 'Other', 'other', 'UNKNOWN', 'N/A', '—'])('are none when the name is “%s”', (name) => {
    expect(carrierByName(name)).toBeNull();
  });

  it('are the same by code, or by name when both have none', () => {
    const own = (name: string) => ({ code: null, name });
    expect(sameCarrier({ code: 'ups', name: 'UPS' }, { code: 'ups', name: 'United Parcel Service' })).toBe(
      true,
    );
    expect(sameCarrier(own('Bob’s Vans'), own('BOBS VANS'))).toBe(true);
    expect(sameCarrier(own('UPS'), { code: 'ups', name: 'UPS' })).toBe(false);
  });
});

describe('The page of a parcel', () => {
  it('is the carrier’s with the number written so that it stays one', () => {
    expect(trackingUrl('ups', '1Z 999/&?#')).toBe('https://www.ups.com/track?tracknum=1Z999%2F%26%3F%23');
    expect(trackingUrl('dpd', '$&$1{number}')).toBe(
      'https://tracking.dpd.de/status/en_US/parcel/%24%26%241%7Bnumber%7D',
    );
  });

  it.each([
    [null, '1'],
    ['nobody', '1'],
    ['dx', '1'],
    ['ups', ''],
    ['ups', '   '],
    ['ups', null],
    ['ups', '1'.repeat(300)],
    ['ups', '\ud800'],
  ])('is none for the carrier %s and the number %j', (code, number) => {
    expect(trackingUrl(code, number)).toBeNull();
  });

  it('is the provider’s own when it gives one', () => {
    const ups = { code: 'ups', name: 'UPS' };
    expect(trackingAddress(ups, '1', 'https://shop.example/track/1')).toBe('https://shop.example/track/1');
    expect(trackingAddress(null, null, 'http://shop.example')).toBe('http://shop.example/');
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//shop.example',
    '/track/1',
    'https://user:password@shop.example',
    'https://',
    'java\nscript:alert(1)',
    '',
  ])('is the carrier’s when the provider’s is %j', (told) => {
    expect(trackingAddress({ code: 'ups', name: 'UPS' }, '1', told)).toBe(
      'https://www.ups.com/track?tracknum=1',
    );
  });

  it('never throws and never leaves the web, whatever is asked', () => {
    const codes = fc.constantFrom(null, ...knownCarriers.map((carrier) => carrier.code));
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(codes, text, fc.option(text, { nil: null }), (code, number, told) => {
        const url = trackingAddress(code === null ? null : { code, name: '' }, number, told);
        expect(url === null || /^https?:\/\//.test(url)).toBe(true);
        expect(spellingOf(number)).toBe(spellingOf(spellingOf(number)));
      }),
    );
  });
});

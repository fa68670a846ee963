import type { ReturnPolicyInput } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from './defaults.ts';
import { pickText, policyWords } from './words.ts';

const store = { locale: 'de-DE', currency: 'EUR' };
const words = (locale: string, changes: Partial<ReturnPolicyInput> = {}): string =>
  policyWords({ ...defaultPolicy, ...changes }, { locale, store }).join('\n');

const rich: Partial<ReturnPolicyInput> = {
  windows: [
    { id: 'w', match: { productTypes: ['Schuhe', 'Taschen'] }, days: 1 },
    { id: 'v', match: {}, days: null },
  ],
  seasons: [{ id: 's', placedFrom: '2026-11-01', placedUntil: '2026-12-24', lastDay: '2027-01-31' }],
  exclusions: [
    { id: 'x', match: { countries: ['CH'] }, because: 'country_excluded', exchangeable: true },
    { id: 'y', match: {}, because: 'product_excluded', note: { de: 'Keine Kerzen.' } },
  ],
  resolutions: { refund: true, storeCredit: { bonusPercent: 1050 }, exchange: { priceDifference: 'settle' } },
  fees: [
    { id: 'f', kind: 'flat', value: 295 },
    { id: 'p', kind: 'percent', value: 1500, reasons: ['style'] },
  ],
  methods: [
    { id: 'l', kind: 'label', price: 490 },
    { id: 'd', kind: 'drop_off', price: 0 },
  ],
  keepItemUpTo: 500,
};

describe('a policy in words', () => {
  it('says in English what holds', () => {
    const said = words('en-GB', rich);
    expect(said).toContain('within 14 days of the last delivery');
    expect(said).toContain('For Schuhe or Taschen it is 1 day.');
    expect(said).toContain('For some items there is no last day.');
    expect(said).toContain('from 1 November 2026 to 24 December 2026');
    expect(said).toContain('We do not take back from Switzerland.');
    expect(said).toContain('get 10.5% more');
    expect(said).toContain('a fee of €2.95 for each return');
    expect(said).toContain('In some cases we take a fee of 15%');
    expect(said).toContain('with a label to print (€4.90) or at a drop-off point');
    expect(said).toContain('no more than €5.00');
  });

  it('says it in German, in the store’s own words where it has some', () => {
    const said = words('de', rich);
    expect(said).toContain('innerhalb von 14 Tagen nach der letzten Lieferung');
    expect(said).toContain('Für Schuhe oder Taschen ist es 1 Tag.');
    expect(said).toContain('Keine Kerzen.');
    expect(said).toMatch(/2,95\s€/u);
  });

  it('counts in Arabic as Arabic counts', () => {
    const sent = (sendWithinDays: number) => words('ar-EG', { sendWithinDays });
    expect(sent(1)).toContain('خلال يوم واحد من موافقتنا');
    expect(sent(2)).toContain('خلال يومين من موافقتنا');
    expect(sent(7)).toContain(' أيام من موافقتنا');
    expect(sent(14)).toContain(' يومًا من موافقتنا');
    expect(sent(100)).toContain(' يوم من موافقتنا');
  });

  it('says it in English to who reads none of these, whatever the tag is', () => {
    for (const locale of ['fr', 'x', 'i_klingon', '', 'toString']) expect(words(locale)).toBe(words('en'));
  });

  it('shows sums in as many digits as the currency has', () => {
    const said = (currency: string) =>
      policyWords(
        { ...defaultPolicy, keepItemUpTo: 1500 },
        { locale: 'en', store: { ...store, currency } },
      ).join();
    expect(said('JPY')).toContain('¥1,500 ');
    expect(said('KWD')).toMatch(/KWD\s1\.500 /u);
  });

  it('says no fees only where nothing costs anything', () => {
    expect(words('en')).toContain('We take no fees.');
    expect(words('en', { methods: [{ id: 'l', kind: 'label', price: 1 }] })).not.toContain('no fees.');
  });
});

describe('a text in some languages', () => {
  const text = { en: 'colour', 'pt-BR': 'cor', de: 'Farbe' };
  it.each([
    ['en', 'fr', 'colour'],
    ['en-US', 'fr', 'colour'],
    ['pt_PT', 'fr', 'cor'],
    ['fr', 'de-AT', 'Farbe'],
    ['fr', 'it', 'Farbe'],
    [null, 'en', 'colour'],
  ])('is picked for %s in a store of %s: %s', (locale, storeLocale, picked) => {
    expect(pickText(text, locale, storeLocale)).toBe(picked);
  });

  it('is nothing where there is none', () => {
    expect(pickText(undefined, 'en', 'en')).toBeNull();
    expect(pickText({}, 'en', 'en')).toBeNull();
  });
});

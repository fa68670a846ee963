import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const now = () => Date.parse('2026-11-24T15:00:00Z');
const british = createFormat('en-GB', now, 'Europe/Berlin');

describe('days', () => {
  it('are written in full without the year of now', () => {
    expect(british.day('2026-11-26')).toBe('Thursday, 26 November');
    expect(createFormat('en-AU', now).day('2026-11-26')).toBe('Thursday, 26 November');
    expect(createFormat('en-US', now).day('2026-11-26')).toBe('Thursday, November 26');
    expect(createFormat('de', now).day('2026-11-26')).toBe('Donnerstag, 26. November');
  });

  it('are written with the year when it is another', () => {
    expect(british.day('2027-01-05')).toBe('Tuesday, 5 January 2027');
  });

  it('are the same day wherever the shopper is', () => {
    expect(createFormat('en-GB', now, 'Pacific/Auckland').day('2026-11-26')).toBe('Thursday, 26 November');
    expect(createFormat('en-GB', now, 'Pacific/Honolulu').day('2026-11-26')).toBe('Thursday, 26 November');
  });

  it('are written as a span', () => {
    expect(british.days('2026-11-26', '2026-11-28')).toMatch(
      /^Thursday, 26 November\s–\sSaturday, 28 November$/,
    );
    expect(british.shortDays('2026-11-26', '2026-11-28')).toMatch(/^Thu 26 Nov\s–\sSat 28 Nov$/);
  });

  it('do not break when a span runs backwards', () => {
    expect(british.days('2026-11-28', '2026-11-26')).toBe('Thursday, 26 November');
  });
});

describe('times', () => {
  it('are the wall clock of the place', () => {
    expect(british.wallClock('2026-11-24T09:30:00', '+01:00', '2026-11-24T08:30:00Z')).toBe(
      'Tue 24 Nov, 9:30',
    );
  });

  it('name the offset where it is not the shopper’s own', () => {
    expect(british.wallClock('2026-11-24T16:30:00', '+08:00', '2026-11-24T08:30:00Z')).toBe(
      'Tue 24 Nov, 16:30 (UTC+08:00)',
    );
    expect(british.wallClock('2026-11-24T00:30:00', '-08:00', '2026-11-24T08:30:00Z')).toContain(
      '(UTC−08:00)',
    );
  });

  it('name no offset where the carrier gave none', () => {
    expect(british.wallClock('2026-11-24T16:30:00', null, '2026-11-24T16:30:00Z')).toBe('Tue 24 Nov, 16:30');
  });

  it('are short when they are today’s', () => {
    expect(british.moment('2026-11-24T14:42:00Z')).toBe('15:42');
    expect(british.moment('2026-11-23T14:42:00Z')).toBe('Mon 23 Nov, 15:42');
  });
});

describe('money', () => {
  it('has as many decimals as its currency', () => {
    expect(british.money({ amount: 8490, currency: 'EUR' })).toBe('€84.90');
    expect(british.money({ amount: 8490, currency: 'JPY' })).toBe('JP¥8,490');
    expect(british.money({ amount: 8490, currency: 'KWD' })).toMatch(/^KWD\s8\.490$/);
    expect(british.money({ amount: -5, currency: 'EUR' })).toBe('-€0.05');
  });

  it('is shown raw in a currency that is none', () => {
    expect(british.money({ amount: 8490, currency: 'euros' })).toBe('8490 euros');
  });
});

describe('what cannot be written', () => {
  it('is shown as it came', () => {
    expect(british.day('soon')).toBe('soon');
    expect(british.days('soon', '2026-11-26')).toBe('soon');
    expect(british.wallClock('soon', null, 'never')).toBe('soon');
    expect(british.moment('')).toBe('');
    expect(british.country('??')).toBe('??');
    expect(british.country('DE')).toBe('Germany');
  });

  it('never throws for a locale or zone that is none', () => {
    const odd = createFormat('not a locale', now, 'Mars/Olympus');
    expect(odd.day('2026-11-26')).toBe('Thursday, November 26');
    expect(odd.moment('2026-11-24T14:42:00Z')).toBeTypeOf('string');
    expect(odd.number(1234)).toBe('1,234');
    expect(odd.money({ amount: 100, currency: 'USD' })).toBe('$1.00');
    expect(odd.plural(1)).toBe('one');
    // Not the machine's own language, whatever that is.
    expect(createFormat('zz-ZZ', now).day('2026-11-26')).toBe('Thursday, November 26');
  });
});

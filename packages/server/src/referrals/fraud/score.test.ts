import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualFraudSettings } from '../programme/defaults.ts';
import { buyerOf } from './own-orders.ts';
import { crowdSignals } from './points.ts';
import { scoreOf, verdictOf } from './score.ts';
import { address, buyer, fraudFacts, verdict } from './testing/build.ts';
import { ada, before, bob, cheats, honest, pair } from './testing/cases.ts';

describe('who cheats', () => {
  it.each(cheats)('does not pass: %s', (_, facts, expected) => {
    expect(expected).not.toBe('pass');
    expect(verdict(facts)).toBe(expected);
  });
});

describe('who is honest', () => {
  it.each(honest)('is not refused: %s', (_, facts, expected) => {
    expect(expected).not.toBe('refuse');
    expect(verdict(facts)).toBe(expected);
  });
});

describe('a score', () => {
  it('tells its parts in sentences, what counts most first', () => {
    const { score, parts } = scoreOf(
      pair({ names: ada.names, addresses: ada.addresses, networks: ada.networks }),
      usualFraudSettings,
    );
    expect(score).toBe(60);
    expect(parts).toEqual([
      {
        signal: 'same_name_and_postcode',
        points: 40,
        words: 'Ada Lovelace goes by the advocate’s name, at the same postcode (10115).',
      },
      { signal: 'same_address', points: 10, words: 'Both orders went to one address.' },
      {
        signal: 'same_network',
        points: 10,
        words: 'Both ordered from one network, as households and offices do.',
      },
    ]);
  });

  it('is never more than a hundred', () => {
    expect(scoreOf(fraudFacts({ advocate: ada, friend: ada }), usualFraudSettings).score).toBe(100);
  });

  it('does not mind earlier orders where the programme is for any order', () => {
    const facts = pair({}, { ...before({ customers: ['shopify:2'] }), firstOrderOnly: false });
    expect(scoreOf(facts, usualFraudSettings).parts).toEqual([]);
  });

  it('takes no telephone of nine zeros for somebody’s', () => {
    expect(
      scoreOf(
        pair({ phones: ['000000000'] }, { advocate: { ...ada, phones: ['000000000'] } }),
        usualFraudSettings,
      ).score,
    ).toBe(0);
    expect(
      scoreOf(
        pair({ phones: ['999999999'] }, { advocate: { ...ada, phones: ['999999999'] } }),
        usualFraudSettings,
      ).score,
    ).toBe(0);
  });

  it('does not take the receiver of a present for who gave it', () => {
    const order = (name: string, street: string) => ({
      email: 'ada@gmail.com',
      customer_key: null,
      phone_digits: null,
      payment_key: null,
      network_key: null,
      destination: { name, lines: [street], postcode: '10115', country: 'DE' },
    });
    const advocate = buyerOf([
      order('Bob Noyce', 'Seeweg 9'),
      order('Ada Lovelace', 'Hauptstr. 5'),
      order('A. D. A. Lovelace', 'Hauptstr. 5'),
      order('Ada Lovelace', 'Hauptstr. 5'),
    ]);
    expect(advocate.names).toEqual(['Ada Lovelace']);
    expect(
      verdict(
        fraudFacts({ advocate, friend: buyer({ names: ['Bob Noyce'], addresses: [address('Seeweg 9')] }) }),
      ),
    ).toBe('pass');
  });

  it('never refuses by what only a place or a crowd tells, whatever the settings are', () => {
    const some = fc.record({
      names: fc.constantFrom(ada.names, bob.names, ['A. Lovelace'], []),
      addresses: fc.constantFrom(ada.addresses, bob.addresses, []),
      phones: fc.constantFrom(ada.phones, bob.phones),
      payments: fc.constantFrom(ada.payments, bob.payments),
      emails: fc.constantFrom(['x@yopmail.com'], bob.emails, ['ada+x@gmail.com']),
    });
    fc.assert(
      fc.property(
        some,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (friend, passBelow, more) => {
          const settings = { ...usualFraudSettings, passBelow, refuseFrom: Math.min(101, passBelow + more) };
          const quiet = scoreOf(pair(friend), settings);
          const crowded = scoreOf(
            pair(
              { ...friend, networks: ada.networks },
              { ofNetwork: 500, ofAdvocate: 500, visitsWithinHour: 9_000 },
            ),
            settings,
          );
          const rest = crowded.parts.filter(({ signal }) => !crowdSignals.has(signal));
          expect(rest).toEqual(quiet.parts);
          if (verdictOf(crowded, settings) === 'refuse') expect(verdictOf(quiet, settings)).toBe('refuse');
        },
      ),
    );
  });
});

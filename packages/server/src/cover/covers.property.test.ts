import { assert, constantFrom, date, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverFacts, decideCovers, decideDoors } from './index.ts';
import { countriesWithGuarantee } from './legal-guarantee.ts';
import { addMonths } from './months.ts';
import { facts, plan } from './testing/build.ts';

const day = date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map(
  (at) => at.toISOString().slice(0, 10),
);
const plans = record({
  months: option(integer({ min: 1, max: 600 })),
  from: constantFrom('delivery' as const, 'purchase' as const, 'registration' as const),
  registrationNeeded: constantFrom(true, false),
  extraForRegistering: integer({ min: 0, max: 60 }),
  registerWithinDays: option(integer({ min: 1, max: 400 })),
}).map((changes) => plan(changes));
const anyFacts = record({
  country: option(constantFrom(...countriesWithGuarantee, 'US')),
  origin: constantFrom('here' as const, 'elsewhere' as const),
  purchasedOn: option(day),
  deliveredOn: option(day),
  plan: option(plans),
  registration: option(
    record({
      status: constantFrom('registered' as const, 'pending' as const, 'void' as const),
      registeredOn: day,
    }),
  ),
  addedMonths: integer({ min: 0, max: 24 }),
  today: day,
}).map((changes): CoverFacts => facts(changes));

describe('months', () => {
  it('keep the order of days, and land in the month they name', () => {
    assert(
      property(day, day, integer({ min: 0, max: 1200 }), (a, b, months) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true);
        const whole = Number(a.slice(0, 4)) * 12 + Number(a.slice(5, 7)) - 1 + months;
        const end = addMonths(a, months);
        expect(Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)) - 1).toBe(whole);
        expect(new Date(end).toISOString().slice(0, 10)).toBe(end);
      }),
    );
  });
});

describe('covers', () => {
  it('are the same for the same facts, in the order of what counts more, and end after they begin', () => {
    assert(
      property(anyFacts, (given) => {
        const covers = decideCovers(given);
        expect(decideCovers(structuredClone(given))).toEqual(covers);
        expect(covers.map(({ kind }) => kind)).toEqual(covers.map(({ kind }) => kind).sort());
        for (const cover of covers) {
          if (cover.from !== null && cover.until !== null) expect(cover.from <= cover.until).toBe(true);
          expect(cover.until).toBe(cover.sum?.lastDay ?? null);
          if (cover.lifetime) expect(cover.until).toBeNull();
        }
      }),
    );
  });

  it('never come back: what has ended stays so on every later day', () => {
    assert(
      property(anyFacts, day, (given, other) => {
        const [earlier, later] = given.today <= other ? [given.today, other] : [other, given.today];
        const states = [earlier, later].map((today) =>
          decideCovers({ ...given, today }).map(({ state }) => state),
        );
        states[0]?.forEach((state, index) => {
          if (state === 'ended') expect(states[1]?.[index]).toBe('ended');
        });
      }),
    );
  });

  it('of the law do not depend on a registration or a plan', () => {
    assert(
      property(anyFacts, (given) => {
        const ofLaw = (one: CoverFacts) => decideCovers(one).filter(({ kind }) => kind === 'legal_guarantee');
        expect(ofLaw({ ...given, registration: null, plan: null, addedMonths: 0 })).toEqual(ofLaw(given));
      }),
    );
  });

  it('are never shorter for registering', () => {
    assert(
      property(anyFacts, (given) => {
        const without = decideCovers({ ...given, registration: null });
        const registration = { status: 'registered', registeredOn: given.today } as const;
        for (const cover of without) {
          const now = decideCovers({ ...given, registration }).find(({ kind }) => kind === cover.kind);
          if (cover.until !== null && now?.until) expect(now.until >= cover.until).toBe(true);
          if (cover.state === 'active') expect(now?.state).toBe('active');
        }
      }),
    );
  });
});

describe('doors', () => {
  it('are all eight, the best one first and alone, and every closed one says why', () => {
    assert(
      property(
        anyFacts,
        constantFrom('owned' as const, 'returned' as const, 'transferred' as const),
        constantFrom(true, false),
        constantFrom(true, false),
        (given, state, claimOpen, paidRepairs) => {
          const doors = decideDoors({
            rights: [],
            covers: decideCovers(given),
            plan: given.plan,
            origin: given.origin,
            state,
            country: given.country,
            registration: given.registration?.status ?? null,
            claimOpen,
            benefitsUsed: {},
            paidRepairs,
            today: given.today,
          });
          expect(new Set(doors.map(({ route }) => route)).size).toBe(8);
          const open = doors.filter((door) => door.state === 'open');
          expect(doors.slice(0, open.length)).toEqual(open);
          expect(doors.filter(({ best }) => best)).toEqual(open.slice(0, 1));
          for (const door of doors) expect(door.because === null).toBe(door.state === 'open');
          if (state !== 'owned' || claimOpen) expect(open).toEqual([]);
        },
      ),
    );
  });
});

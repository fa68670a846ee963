import fc from 'fast-check';

/** What happens next. Numbers pick a return, a line, a part of something: whatever is there then. */
export type Step =
  | { readonly do: 'file'; readonly line: number; readonly units: number; readonly credit: boolean }
  | {
      readonly do: 'approve' | 'cancel' | 'decline' | 'close' | 'undo' | 'refund' | 'mirror';
      readonly which: number;
    }
  | { readonly do: 'receive'; readonly which: number; readonly part: number }
  | { readonly do: 'give'; readonly which: number; readonly percent: number }
  | { readonly do: 'goodwill'; readonly percent: number };

/** What somebody bought. */
export const anySale = fc.record({
  shipping: fc.integer({ min: 0, max: 990 }),
  lines: fc.array(
    fc
      .record({
        unitPrice: fc.integer({ min: 1, max: 9_999 }),
        quantity: fc.integer({ min: 1, max: 3 }),
        off: fc.integer({ min: 0, max: 60 }),
      })
      .map(({ unitPrice, quantity, off }) => ({
        unitPrice,
        quantity,
        discount: Math.floor((unitPrice * quantity * off) / 100),
      })),
    { minLength: 1, maxLength: 3 },
  ),
});

const which = fc.nat(9);
/** Any step. */
export const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record<Step & { do: 'file' }>({
      do: fc.constant('file'),
      line: which,
      units: fc.integer({ min: 1, max: 3 }),
      credit: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('approve', 'approve', 'refund', 'refund', 'undo', 'mirror', 'decline', 'cancel'),
      which,
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('receive'), which, part: fc.nat(3) }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('give'),
      which,
      percent: fc.integer({ min: 0, max: 150 }),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('goodwill'),
      percent: fc.integer({ min: 1, max: 100 }),
    }) as fc.Arbitrary<Step>,
  },
);

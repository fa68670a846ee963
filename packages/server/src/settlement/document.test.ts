import { readFileSync } from 'node:fs';
import { minorDigits } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { readExamples, recount } from './testing/read-document.ts';

const document = readFileSync(new URL('../../../../docs/return-money.md', import.meta.url), 'utf8');
const examples = readExamples(document);

describe('The examples of docs/return-money.md', () => {
  it('are one for each kind of currency', () => {
    expect(examples.map(({ order }) => minorDigits(order.currency))).toEqual([2, 0, 3]);
  });

  it.each(examples)('are what is counted: $title', (example) => {
    const counted = recount(example);
    expect(example.steps.length).toBeGreaterThanOrEqual(3);
    expect(counted.steps).toEqual(example.steps);
    expect(counted.inAll).toBe(example.inAll);
  });
});

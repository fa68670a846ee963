import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded, plainText } from './plain-text.ts';

test.each([
  ['Ship Your Idea &ndash; Color: Black', 'Ship Your Idea – Color: Black'],
  ['Caf&eacute; <em>“Dawn”</em>', 'Café “Dawn”'],
  ['Matches &amp;amp; box', 'Matches & box'],
  ['5 &lt; 6 &gt; 4', '5 < 6 > 4'],
  ['5 < 6 > 4', '5 < 6 > 4'],
  ['a<br>b<br/>c<p>d</p>', 'a b c d'],
  ['<b>B</b>old', 'Bold'],
  ['<script>alert(1)</script>Cup', 'alert(1)Cup'],
  ['&lt;img src=x onerror=alert(1)&gt;Cup', 'Cup'],
  ['&amp;lt;img src=x&amp;gt;Cup', 'Cup'],
  ['Cup <img src=x onerror=alert(1)', 'Cup img src=x onerror=alert(1)'],
  ['<<b>b>Cup', 'b>Cup'],
  ['&#x1F600; &#128512; &#0; &#xD800;', '😀 😀'],
  ['&nosuch; &; & AT&T', '&nosuch; &; & AT&T'],
  ['two\u0000 \u0007words\u202E', 'two words'],
  ['  many \n\t spaces\u00a0here  ', 'many spaces here'],
  ['Größe: 38', 'Größe: 38'],
  ['مرحبا', 'مرحبا'],
])('%j reads as %j', (given, expected) => {
  expect(plainText(given, 200)).toBe(expected);
});

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&lt;',
        '&gt;',
        '&amp;',
        '&#60;',
        '&#x3c;',
        '/',
        '!',
        'b',
        'script',
        ' ',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('nothing that comes out could begin a tag, and nothing is longer than allowed', () => {
  fc.assert(
    fc.property(markup, fc.integer({ min: 1, max: 80 }), (given, max) => {
      const text = plainText(given, max);
      expect(text).not.toMatch(/<[a-z/!?]/i);
      expect(text.length).toBeLessThanOrEqual(max);
      expect(text).toBe(text.trim());
    }),
    { numRuns: 500 },
  );
});

test('cutting never halves a character', () => {
  expect(bounded('ab😀', 3)).toBe('ab');
  expect(bounded('ab😀', 4)).toBe('ab😀');
});

test('text made to be slow is not', () => {
  const steps = (unit: string) => plainText(unit.repeat(20_000), 5000).length;
  for (const unit of ['<a', '<a ', '&', '&#', '<', '</', '&lt;a'])
    expect(steps(unit)).toBeLessThanOrEqual(5000);
});

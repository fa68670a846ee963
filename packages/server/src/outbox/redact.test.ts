import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('what is kept of a foreign answer', () => {
  it('keeps the sentence that helps', () => {
    expect(redact('{"error":"unknown return"}')).toBe('{"error":"unknown return"}');
    expect(redact('550 5.1.1 No such user here')).toBe('550 5.1.1 No such user here');
  });

  it.each([
    ['mail mia.stern@example.com bounced', 'mail [redacted] bounced'],
    ['Bearer abc.def refused', '[redacted] refused'],
    ['key sk_12ab34 is wrong', 'key [redacted] is wrong'],
    ['secret whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'secret [redacted]'],
    ['call +49 171 2345678 now', 'call [redacted] now'],
    ['session=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', 'session=[redacted]'],
    ['a\u0000b\u001b[31m\ud83d', 'a b [31m'],
  ])('hides in "%s" what must not be read', (text, kept) => {
    expect(redact(text)).toBe(kept);
  });
});

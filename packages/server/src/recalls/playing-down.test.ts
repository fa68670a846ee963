import { describe, expect, it } from 'vitest';
import { playingDown } from './playing-down.ts';
import { recallInput } from './testing/recall.ts';

describe('the words of a recall', () => {
  it.each([
    ['en', 'This is a voluntary recall.'],
    ['en', 'As a precaution, stop using it.'],
    ['en', 'at our discretion'],
    ['en', 'There have been no reported accidents.'],
    ['fr', 'voluntary'],
    ['de', 'Wir rufen vorsorglich zurück.'],
    ['de', 'In seltenen Fällen kann es brennen.'],
    ['de', 'Es sind keine Unfälle bekannt.'],
    ['ar', 'استدعاء طوعي'],
    ['ar', 'إجراء احترازي'],
    ['ar', 'في حالات نادرة'],
    ['ar', 'لم تقع أي حوادث'],
  ])('are heard in %s that “%s” plays the danger down', (language, text) => {
    expect(Object.keys(playingDown(recallInput({ hazard: { [language]: text } })))).toEqual([
      `hazard.${language}`,
    ]);
  });

  it('pass where they are plain', () => {
    expect(playingDown(recallInput())).toEqual({});
  });
});

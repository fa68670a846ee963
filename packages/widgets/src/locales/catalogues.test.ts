import { describe, expect, it } from 'vitest';
import { branchesOf } from '../kit/messages.ts';
import { english } from '../order-tracking/order-tracking.messages.ts';
import { catalogue as ar } from './ar.ts';
import { catalogue as de } from './de.ts';

const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: english,
  de: de.orderTracking,
  ar: ar.orderTracking,
};

/** The top-level arguments of a text, and the categories of those that are plurals. */
function argumentsOf(text: string): Map<string, string[] | null> {
  const found = new Map<string, string[] | null>();
  let depth = 0;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) open = at;
    if (text[at] !== '}' || --depth !== 0) continue;
    const inner = text.slice(open + 1, at);
    const [name = '', kind, ...rest] = inner.split(',').map((part) => part.trim());
    const branches = kind === 'plural' ? branchesOf(inner.slice(inner.indexOf('plural') + 7)) : null;
    if (kind !== undefined && (kind !== 'plural' || rest.length === 0))
      throw new Error(`Not understood: ${inner}`);
    found.set(name, branches && Object.keys(branches));
    for (const branch of Object.values(branches ?? {}))
      for (const [nested, value] of argumentsOf(branch)) found.set(nested, value);
  }
  if (depth !== 0) throw new Error(`Braces do not match: ${text}`);
  return found;
}

describe.each(Object.entries(languages))('the texts in %s', (language, texts) => {
  it('are the same ones as in English', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))('use what %s is given', (key, source) => {
    const text = texts[key] ?? '';
    expect([...argumentsOf(text).keys()].sort()).toEqual([...argumentsOf(source).keys()].sort());
  });

  it('have a branch for every plural category of the language', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [key, text] of Object.entries(texts))
      for (const branches of argumentsOf(text).values())
        if (branches)
          expect(branches.filter((name) => !name.startsWith('=')).sort(), key).toEqual(categories);
  });

  it('are not empty, and have no spaces around them', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
    }
  });
});

it('other languages have words of their own', () => {
  const same = (texts: Readonly<Record<string, string>>) =>
    Object.keys(english).filter((key) => texts[key] === languages.en?.[key]);
  expect(same(de.orderTracking)).toEqual(['place', 'status.exception']);
  expect(same(ar.orderTracking)).toEqual([]);
});

it('catalogues say their language and direction', () => {
  expect([de.language, de.direction, ar.language, ar.direction]).toEqual(['de', 'ltr', 'ar', 'rtl']);
});

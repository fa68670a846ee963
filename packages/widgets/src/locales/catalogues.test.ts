import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { branchesOf } from '../kit/messages.ts';
import { catalogue as ar } from './ar.ts';
import { catalogue as de } from './de.ts';

type Texts = Readonly<Record<string, string>>;

/** Every group of texts there is, in English: each file `<group>.messages.ts` of a widget. */
const groups: { readonly group: string; readonly camel: string; readonly english: Texts }[] = [];
const sources = path.resolve(import.meta.dirname, '..');
for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
  const group = /[\\/]([\w-]+)\.messages\.ts$/.exec(file)?.[1];
  if (!group) continue;
  const { english } = (await import(path.join(sources, file))) as { readonly english: Texts };
  groups.push({
    group,
    camel: group.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    english,
  });
}

const whole: Readonly<Record<string, unknown>> = { de, ar };

/** What is the same word in two languages, by group and language. */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  'order-tracking de': ['place', 'status.exception'],
  'withdrawal de': ['items.some'],
  'referral de': ['share.whatsapp'],
};

/** The texts of a group in a language, out of that group's own file. */
async function textsOf(group: string, camel: string, language: string): Promise<Texts> {
  const { catalogue } = await import(path.join(import.meta.dirname, group, `${language}.ts`));
  expect(catalogue).toMatchObject({ language, direction: language === 'ar' ? 'rtl' : 'ltr' });
  expect(Object.keys(catalogue).sort()).toEqual(['language', 'direction', camel].sort());
  return catalogue[camel];
}

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

it('there are groups of texts', () => {
  expect(groups.map(({ group }) => group)).toEqual(
    expect.arrayContaining(['order-session', 'order-tracking']),
  );
});

describe.each(groups)('the texts of $group', ({ group, camel, english }) => {
  describe.each(['en', 'de', 'ar'])('in %s', (language) => {
    const texts = () => (language === 'en' ? english : textsOf(group, camel, language));

    it('are the same ones as in English', async () => {
      expect(Object.keys(await texts()).sort()).toEqual(Object.keys(english).sort());
    });

    it('use what each is given', async () => {
      const said = await texts();
      for (const [key, source] of Object.entries(english))
        expect([...argumentsOf(said[key] ?? '').keys()].sort(), key).toEqual(
          [...argumentsOf(source).keys()].sort(),
        );
    });

    it('have a branch for every plural category of the language', async () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      for (const [key, text] of Object.entries(await texts()))
        for (const branches of argumentsOf(text).values())
          if (branches)
            expect(branches.filter((name) => !name.startsWith('=')).sort(), key).toEqual(categories);
    });

    it('are not empty, have no spaces around them, and are a line each', async () => {
      for (const [key, text] of Object.entries(await texts())) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).toMatch(/^.+$/);
      }
    });
  });

  it.each(Object.keys(whole))(
    'have words of their own in %s, and are in all of its texts',
    async (language) => {
      const texts = await textsOf(group, camel, language);
      const same = Object.keys(english).filter((key) => texts[key] === english[key]);
      expect(same).toEqual(sameWords[`${group} ${language}`] ?? []);
      expect(whole[language]).toMatchObject({ [camel]: texts });
    },
  );
});

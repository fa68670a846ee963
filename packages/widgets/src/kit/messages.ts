/** What placeholders are filled with. Numbers are written as the language writes them. */
export type MessageValues = Readonly<Record<string, string | number>>;

type NameIn<Inner extends string> = Inner extends `${infer Name},${string}` ? Name : Inner;
type PlainName<Name extends string> = Name extends `${string}${' ' | '#' | '{'}${string}` ? never : Name;
type Placeholders<Text extends string> = Text extends `${string}{${infer After}`
  ? (After extends `${infer Inner}}${string}` ? PlainName<NameIn<Inner>> : never) | Placeholders<After>
  : never;

/** The values a text needs: none, or one for each placeholder. */
export type NeededValues<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholders<Text>, string | number>>];

/** Says a text by its name, with the values its English words name. */
export type Translate<Source extends Readonly<Record<string, string>>> = <Key extends keyof Source & string>(
  key: Key,
  ...values: NeededValues<Source[Key]>
) => string;

/** How a language counts and writes. */
export interface MessageRules {
  readonly number: (value: number) => string;
  /** The plural category of a count (`one`, `few`, …). */
  readonly plural: (value: number) => string;
  /** True where every value may be of another direction than the sentence; otherwise only those are kept apart that are. */
  readonly isolate: boolean;
}

/**
 * Fills in a text in a small part of the ICU message syntax: `{name}`, and `{name, plural, =0 {…} one {…} other {…}}`
 * with `#` for the count. Texts cannot break a page: what is malformed or missing is left as it stands.
 */
export function fillIn(text: string, values: MessageValues, rules: MessageRules, count?: number): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{') {
      const end = closing(text, at);
      out += argument(text.slice(at + 1, end), values, rules);
      at = end;
    } else {
      out += sign === '#' && count !== undefined ? rules.number(count) : sign;
    }
  }
  return out;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function argument(inner: string, values: MessageValues, rules: MessageRules): string {
  const [, name = '', choices] = /^\s*(\w+)\s*(?:,\s*plural\s*,(.*))?$/s.exec(inner) ?? [];
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) return `{${inner}}`;
  if (choices) {
    const branches = branchesOf(choices);
    const branch = branches[`=${value}`] ?? branches[rules.plural(+value)] ?? branches.other ?? '';
    return fillIn(branch, values, rules, +value);
  }
  if (typeof value === 'number') return rules.number(value);
  // First strong isolate … pop directional isolate: the value is laid out by itself.
  return rules.isolate || rightToLeft.test(value) ? `\u2068${value}\u2069` : value;
}

/** The branches of a plural by their category. */
export function branchesOf(choices: string): Record<string, string> {
  const branches: Record<string, string> = {};
  for (let at = 0, open = choices.indexOf('{'); open >= 0; open = choices.indexOf('{', at)) {
    const end = closing(choices, open);
    branches[choices.slice(at, open).trim()] = choices.slice(open + 1, end);
    at = end + 1;
  }
  return branches;
}

/** Where the brace that opens at `from` closes; the end of the text when it never does. */
function closing(text: string, from: number): number {
  for (let at = from, depth = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

// Latin-1 letters and signs by their HTML names, from U+00A0 on.
const latin1Names =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

const entities = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['bull', '•'],
  ['prime', '′'],
  ['Prime', '″'],
  ['trade', '™'],
  ['euro', '€'],
  ['rarr', '→'],
  ['larr', '←'],
  ['minus', '−'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['Yuml', 'Ÿ'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ...latin1Names.split(' ').map((name, index): [string, string] => [name, String.fromCodePoint(160 + index)]),
]);

const entity = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g;

function decodeEntities(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '';
  });
}

// Each stops at the next `<`, so that no input makes them look at a character twice.
const breakingTag = /<\/?(?:br|p|div|li|ul|ol|tr|td|h[1-6])\b[^<>]*>/gi;
const anyTag = /<[a-z/!?][^<>]*>/gi;

function stripTags(text: string): string {
  return (
    text
      .replace(breakingTag, ' ')
      .replace(anyTag, '')
      // What would begin a tag if somebody put the text into a page as markup, although nothing ends it here.
      .replace(/<+/g, (run, at: number, whole: string) =>
        /^[a-z/!?]/i.test(whole.charAt(at + run.length)) ? '' : run,
      )
  );
}

// Control characters, and the marks that turn the direction of what follows them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is what this is for.
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** `text` without control characters. White space stays as it is. */
export const withoutControls = (text: string): string => text.replace(controls, '');

/** The first `max` characters of `text`, never half of one. */
export function bounded(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * What people should read of a text that may hold markup, entities (also encoded twice, as shops do) or control
 * characters: one line of plain text, at most `max` characters, without anything that could begin a tag.
 */
export function plainText(text: string, max: number): string {
  let plain = bounded(text, max * 4);
  for (let pass = 0; pass < 2; pass += 1) plain = decodeEntities(stripTags(plain));
  return bounded(stripTags(withoutControls(plain)).replace(/\s+/g, ' ').trim(), max).trimEnd();
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openType } from './open-type.ts';

/** A font file and the characters it has. */
export interface Font {
  /** The name it is registered under. */
  readonly name: string;
  /** The file, unpacked; read with the first use. */
  bytes(): Buffer;
  has(codePoint: number): boolean;
}

/** Regular or bold. */
export type Weight = 400 | 700;

const require = createRequire(import.meta.url);

/** Noto Sans (OFL-1.1) in parts, one for each script, in the order they are asked: Latin first, it has the punctuation. */
const parts: readonly (readonly [family: string, subset: string])[] = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'cyrillic-ext'],
  ['noto-sans', 'greek'],
  ['noto-sans', 'greek-ext'],
  ['noto-sans', 'devanagari'],
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-hebrew', 'hebrew'],
  ['noto-sans-thai', 'thai'],
];

/**
 * Chinese, Japanese and Korean fonts weigh 30 MB each, so they are used where the shop has installed them
 * (`npm install @embedpdf/fonts-sc`, OFL-1.1). The script's own ranges tell which characters to ask them for.
 */
const eastAsian: readonly { package: string; family: string; ranges: string }[] = [
  { package: 'fonts-jp', family: 'NotoSansJP', ranges: 'U+3000-30FF,U+4E00-9FFF,U+F900-FAFF,U+FF00-FFEF' },
  { package: 'fonts-kr', family: 'NotoSansKR', ranges: 'U+1100-11FF,U+3130-318F,U+AC00-D7AF' },
  { package: 'fonts-sc', family: 'NotoSansHans', ranges: 'U+2E80-2FDF,U+3000-9FFF,U+F900-FAFF,U+FF00-FFEF' },
  { package: 'fonts-tc', family: 'NotoSansHant', ranges: 'U+2E80-2FDF,U+3000-9FFF,U+F900-FAFF,U+FF00-FFEF' },
];

const known = new Map<Weight, readonly Font[]>();

/** The fonts of a weight. Read from the packages once. */
export function fontsOf(weight: Weight): readonly Font[] {
  const found = known.get(weight) ?? [...partsOf(weight), ...eastAsianOf(weight)];
  known.set(weight, found);
  return found;
}

function partsOf(weight: Weight): Font[] {
  return parts.map(([family, subset]) => {
    const path = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`);
    const ranges: Record<string, string> = JSON.parse(
      readFileSync(join(dirname(path), '../unicode.json'), 'utf8'),
    );
    return fontAt(`${family}-${subset}-${weight}`, path, ranges[subset] ?? '');
  });
}

function eastAsianOf(weight: Weight): Font[] {
  return eastAsian.flatMap(({ package: name, family, ranges }) => {
    const path = whereInstalled(
      `@embedpdf/${name}`,
      `fonts/${family}-${weight === 700 ? 'Bold' : 'Regular'}.otf`,
    );
    return path === null ? [] : [fontAt(`${family}-${weight}`, path, ranges)];
  });
}

function fontAt(name: string, path: string, ranges: string): Font {
  let unpacked: Buffer | null = null;
  return {
    name,
    has: within(ranges),
    bytes() {
      unpacked ??= openType(readFileSync(path));
      return unpacked;
    },
  };
}

function whereInstalled(packageName: string, file: string): string | null {
  try {
    return join(dirname(require.resolve(packageName)), '..', file);
  } catch {
    return null;
  }
}

/** Tells whether a character lies in ranges like `U+0000-00FF,U+0131`. */
function within(ranges: string): (codePoint: number) => boolean {
  const pairs = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
    ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
  );
  return (codePoint) => pairs.some(([from, to]) => codePoint >= from && codePoint <= to);
}

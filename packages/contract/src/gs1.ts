/** What a code on a product says. */
export interface ProductCode {
  /** The GTIN in 14 digits, filled up with zeros in front (GS1 General Specifications, GTIN-8, -12, -13 and -14). */
  readonly gtin: string;
  /** Application identifier 21; null when the code has none. */
  readonly serial: string | null;
  /** Application identifier 10; null when the code has none. */
  readonly batch: string | null;
}

/** FNC1 as scanners transmit it: what ends an element of variable length. */
const groupSeparator = String.fromCharCode(29);

/**
 * Reads what was scanned or typed: a plain GTIN (8, 12, 13 or 14 digits), a GS1 Digital Link URI (`https://…/01/<gtin>/21/<serial>`,
 * GS1 Digital Link Standard: URI Syntax), or a GS1 element string (`]d2`/`]C1` or brackets, FNC1 as U+001D). Null when it is none
 * of them or the check digit is wrong.
 */
export function readProductCode(scanned: string): ProductCode | null {
  const given = scanned.trim();
  if (/^https?:\/\//i.test(given)) return ofDigitalLink(given);
  const digits = given.replace(/[\s-]/g, '');
  if (/^(\d{8}|\d{12,14})$/.test(digits)) return ofParts(digits, null, null);
  return ofElements(given);
}

/** True when the last digit is the right check digit: weights 3 and 1 from the right, modulo 10 (GS1 General Specifications, 7.9). */
export function isGtin(digits: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false;
  const all = [...digits].map(Number);
  const check = all.pop();
  const sum = all.reverse().reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

const ofParts = (gtin: string, serial: string | null, batch: string | null): ProductCode | null =>
  isGtin(gtin) ? { gtin: gtin.padStart(14, '0'), serial, batch } : null;

function ofDigitalLink(address: string): ProductCode | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const start = parts.findIndex((part, place) => part === '01' && /^\d{8,14}$/.test(parts[place + 1] ?? ''));
  if (start < 0) return null;
  const pairs = new Map<string, string>();
  for (let place = start; place + 1 < parts.length; place += 2) {
    const value = decoded(parts[place + 1] ?? '');
    if (value !== null) pairs.set(parts[place] ?? '', value);
  }
  for (const key of ['21', '10']) {
    const value = url.searchParams.get(key);
    if (value !== null && !pairs.has(key)) pairs.set(key, value);
  }
  return ofParts(pairs.get('01') ?? '', pairs.get('21') ?? null, pairs.get('10') ?? null);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function ofElements(given: string): ProductCode | null {
  const bracketed = [...given.matchAll(/\((\d{2,4})\)([^(]*)/g)];
  const pairs = new Map<string, string>(
    bracketed.length > 0
      ? bracketed.map(([, key, value]) => [key ?? '', (value ?? '').split(groupSeparator)[0]?.trim() ?? ''])
      : plainElements(given),
  );
  return ofParts(pairs.get('01') ?? '', pairs.get('21') || null, pairs.get('10') || null);
}

/** Without brackets: 01 and the dates have fixed lengths, 10 and 21 end with FNC1 or at the end. */
function plainElements(given: string): [string, string][] {
  let rest = given.replace(/^\](d2|C1|Q3|e0)/, '').replace(new RegExp(`^${groupSeparator}`), '');
  const found: [string, string][] = [];
  const fixed: Readonly<Record<string, number>> = { '01': 14, '11': 6, '13': 6, '15': 6, '17': 6 };
  while (rest.length > 2) {
    const key = rest.slice(0, 2);
    const length = fixed[key];
    if (length === undefined && key !== '10' && key !== '21') return found;
    const end =
      length === undefined ? (rest.indexOf(groupSeparator, 2) + 1 || rest.length + 1) - 1 : 2 + length;
    found.push([key, rest.slice(2, end)]);
    rest = rest.slice(end).replace(new RegExp(`^${groupSeparator}`), '');
  }
  return found;
}

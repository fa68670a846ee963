import { openSheet, type Paper, type Sheet } from '../documents/pdf/sheet.ts';
import { code128 } from './code-128.ts';
import type { PackedItem, PostalAddress } from './label.ts';
import { type SlipTexts, slipTexts } from './packing-slip-texts.ts';
import { postalLines } from './postal-lines.ts';
import { qrPath } from './qr.ts';

/** What a packing slip is made of. */
export interface PackingSlip {
  readonly storeName: string;
  readonly returnNumber: string;
  readonly orderNumber: string;
  /** Null where the shop does not know it. */
  readonly from: PostalAddress | null;
  readonly to: PostalAddress;
  readonly items: readonly PackedItem[];
  /** `YYYY-MM-DD`; null where there is none. */
  readonly lastDay: string | null;
  /** The shop's own words, in the slip's language. */
  readonly instructions: string | null;
  readonly locale: string;
  readonly now: Date;
}

/** Where people print on US Letter (CLDR 48, supplemental data, `paperSize`); A4 everywhere else. */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper of a country. */
export const paperOf = (country: string | undefined): Paper =>
  country !== undefined && letterCountries.has(country) ? 'LETTER' : 'A4';

const margin = 48;
const grey = '#5b6270';
const rule = '#c9ced6';

/**
 * A page to put into the parcel: whose it is (number, QR and Code 128), where it goes, what is in it and what to do, in the
 * shopper's language and on the shopper's paper. A PDF of one page, of more when there are many items.
 */
export async function packingSlipPdf(slip: PackingSlip): Promise<Uint8Array> {
  const { texts, language } = slipTexts(slip.locale);
  const sheet = openSheet({
    paper: paperOf((slip.from ?? slip.to).country),
    rtl: language === 'ar',
    language,
    title: `${texts.title} ${slip.returnNumber}`,
    now: slip.now,
  });
  const locale = language === slip.locale.split('-')[0] ? slip.locale : language;
  const room = sheet.width - 2 * margin;
  let top = drawHead(sheet, slip, texts, locale);
  top = drawAddresses(sheet, slip, texts, locale, top);
  top = drawItems(sheet, slip, texts, top);
  drawSteps(sheet, slip, texts, locale, top);
  sheet.eachPage((page, pages) => {
    if (pages === 1) return;
    const line = texts.page.replace('{page}', String(page)).replace('{pages}', String(pages));
    sheet.text(`${slip.returnNumber}  ·  ${line}`, margin, sheet.height - 34, room, { size: 8, color: grey });
  });
  return sheet.end();
}

/** The shop, the numbers, and the code a scanner reads them from. */
function drawHead(sheet: Sheet, slip: PackingSlip, texts: SlipTexts, locale: string): number {
  const qrSide = 112;
  const { size, path } = qrPath(slip.returnNumber);
  // Its light border may stand in the margin: the dark squares line up with the text.
  const border = (4 / size) * qrSide;
  const qrStart = sheet.width - margin - qrSide + border;
  const room = qrStart - margin - 16;
  let top = margin;
  top += sheet.text(slip.storeName, margin, top, room, { size: 12, weight: 700, color: grey });
  top += 2 + sheet.text(texts.title, margin, top, room, { size: 26, weight: 700 });
  top += 14;
  const facts: [string, string][] = [
    [texts.returnNumber, slip.returnNumber],
    [texts.order, slip.orderNumber],
    ...(slip.lastDay === null ? [] : [[texts.lastDay, longDate(slip.lastDay, locale)] as [string, string]]),
  ];
  let deepest = 0;
  let start = margin;
  // A date is longer than a number.
  const shares = facts.length === 3 ? [0.29, 0.29, 0.42] : [0.5, 0.5];
  for (const [place, [name, value]] of facts.entries()) {
    const column = room * (shares[place] ?? 0);
    const named = sheet.text(name, start, top, column - 10, { size: 9, color: grey });
    const height = named + sheet.text(value, start, top + named, column - 10, { size: 13, weight: 700 });
    deepest = Math.max(deepest, height);
    start += column;
  }
  sheet.path(path, size, qrStart, margin - border + 4, qrSide);
  return Math.max(top + deepest, margin + qrSide - 2 * border) + 20;
}

function drawAddresses(
  sheet: Sheet,
  slip: PackingSlip,
  texts: SlipTexts,
  locale: string,
  top: number,
): number {
  const room = sheet.width - 2 * margin;
  const wide = slip.from === null ? room : room * 0.6;
  const lines = postalLines(slip.to, locale);
  const style = { size: 15, weight: 700 } as const;
  const inner = wide - 32;
  const height = lines.reduce((sum, line) => sum + sheet.heightOf(line, inner, style), 46);
  sheet.box(margin, top, wide, height, { stroke: '#16181d' });
  let y = top + 14;
  y += 4 + sheet.text(texts.to, margin + 16, y, inner, { size: 9, color: grey });
  for (const line of lines) y += sheet.text(line, margin + 16, y, inner, style);
  let bottom = top + height;
  if (slip.from !== null) {
    const start = margin + wide + 20;
    let side = top + 14;
    side += 4 + sheet.text(texts.from, start, side, room - wide - 20, { size: 9, color: grey });
    for (const line of postalLines(slip.from, locale)) {
      side += sheet.text(line, start, side, room - wide - 20, { size: 10.5 });
    }
    bottom = Math.max(bottom, side);
  }
  return bottom + 22;
}

function drawItems(sheet: Sheet, slip: PackingSlip, texts: SlipTexts, start: number): number {
  const room = sheet.width - 2 * margin;
  const quantityWidth = 44;
  const titleStart = margin + 26;
  const titleWidth = room - 26 - quantityWidth - 12;
  let top = drawHeading(sheet, texts.items, texts.packed, start);
  for (const { title, variant, quantity } of slip.items) {
    const text = { size: 11 } as const;
    const note = { size: 9, color: grey } as const;
    const height =
      sheet.heightOf(title, titleWidth, text) +
      (variant === null ? 0 : sheet.heightOf(variant, titleWidth, note));
    if (top + height + 12 > sheet.height - margin - 20) {
      sheet.newPage();
      top = drawHeading(sheet, texts.items, slip.returnNumber, margin);
    }
    sheet.box(margin, top + 7, 12, 12, { stroke: grey });
    const used = sheet.text(title, titleStart, top + 6, titleWidth, text);
    if (variant !== null) sheet.text(variant, titleStart, top + 6 + used, titleWidth, note);
    sheet.text(`× ${quantity}`, margin + room - quantityWidth, top + 5, quantityWidth, {
      size: 12,
      weight: 700,
      direction: 'ltr',
      align: 'end',
    });
    top += height + 13;
    sheet.box(margin, top - 1, room, 0.5, { fill: rule });
  }
  return top + 20;
}

/** What to do, and the number once more as bars, at the foot of the page. */
function drawSteps(sheet: Sheet, slip: PackingSlip, texts: SlipTexts, locale: string, start: number): void {
  const room = sheet.width - 2 * margin;
  const last =
    slip.lastDay === null
      ? texts.step4WithoutDay
      : texts.step4.replace('{date}', longDate(slip.lastDay, locale));
  const steps = [
    texts.step1,
    texts.step2,
    texts.step3,
    last,
    ...(slip.instructions === null ? [] : [slip.instructions]),
  ];
  const style = { size: 10.5 } as const;
  const needed = steps.reduce((sum, step) => sum + sheet.heightOf(step, room - 24, style) + 5, 26);
  const barcodeTop = sheet.height - margin - 64;
  let top = start;
  if (top + needed > barcodeTop - 10) {
    sheet.newPage();
    top = margin;
  }
  top = drawHeading(sheet, texts.steps, '', top) + 6;
  for (const [place, step] of steps.entries()) {
    sheet.text(numeral(place + 1, locale), margin, top, 20, { ...style, weight: 700 });
    top += sheet.text(step, margin + 24, top, room - 24, style) + 5;
  }
  const bars = code128(slip.returnNumber);
  const unit = Math.min(1.3, room / bars.reduce((sum, one) => sum + one, 20));
  const wide = bars.reduce((sum, one) => sum + one, 0) * unit;
  sheet.bars(bars, unit, (sheet.width - wide) / 2, barcodeTop, 40);
  sheet.text(slip.returnNumber, margin, barcodeTop + 44, room, {
    size: 10,
    direction: 'ltr',
    align: 'center',
  });
}

function drawHeading(sheet: Sheet, text: string, note: string, top: number): number {
  const room = sheet.width - 2 * margin;
  const height = sheet.text(text, margin, top, room / 2, { size: 13, weight: 700 });
  if (note !== '') {
    const noteHeight = sheet.heightOf(note, room / 2, { size: 9 });
    sheet.text(note, margin + room / 2, top + height - noteHeight - 2, room / 2, {
      size: 9,
      color: grey,
      align: 'end',
    });
  }
  sheet.box(margin, top + height + 4, room, 1, { fill: '#16181d' });
  return top + height + 5;
}

const longDate = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const numeral = (value: number, locale: string): string => `${new Intl.NumberFormat(locale).format(value)}.`;

import type { Cover } from '@postlude/contract';
import { openSheet, type Sheet } from '../documents/pdf/sheet.ts';
import { paperOf } from '../labels/packing-slip.ts';
import { qrPath } from '../labels/qr.ts';
import { filled } from '../mail/plain-text.ts';
import type { PassportFacts } from '../passports/facts.ts';
import { dayIn } from '../tracking/calendar.ts';
import { type CertificateTexts, certificateLanguage, longDay } from './texts.ts';

/** What a certificate is made of. */
export interface Certificate {
  readonly facts: PassportFacts;
  readonly covers: readonly Cover[];
  /** `7K3D-9QXM-2F4T`. */
  readonly code: string;
  readonly registeredAt: Date;
  /** Where anybody sees whether it is valid. */
  readonly checkUrl: string;
  readonly locale: string;
  readonly now: Date;
}

const margin = 48;
const grey = '#5b6270';
const rule = '#c9ced6';

/**
 * A certificate on one page: the item, what stands behind it until when, that the law's rights do not depend on it, and a code that leads to where
 * it is checked. Names no owner: it goes with the item.
 */
export async function certificatePdf(certificate: Certificate): Promise<Uint8Array> {
  const { facts, covers, locale, now } = certificate;
  const { texts, language, direction } = certificateLanguage(locale, facts.store.locale);
  const spoken = language === locale.split(/[-_]/)[0] ? locale.replaceAll('_', '-') : language;
  const sheet = openSheet({
    paper: paperOf(facts.country ?? undefined),
    rtl: direction === 'rtl',
    language,
    title: `${texts.title} ${certificate.code}`,
    now,
  });
  const room = sheet.width - 2 * margin;
  let top = drawHead(sheet, certificate, texts);
  top = drawFacts(sheet, certificate, texts, spoken, top);
  top += sheet.text(texts.coversTitle, margin, top, room, { size: 13, weight: 700 }) + 4;
  for (const cover of covers) top = drawCover(sheet, cover, texts, spoken, top);
  top += 10;
  top += sheet.text(texts.rights, margin, top, room, { size: 9.5, color: grey }) + 6;
  const made = filled(texts.made, { date: longDay(dayIn(facts.store.timeZone, now.getTime()), spoken) });
  sheet.text(made, margin, top, room, { size: 9, color: grey });
  return sheet.end();
}

function drawHead(sheet: Sheet, { facts, code, checkUrl }: Certificate, texts: CertificateTexts): number {
  const qrSide = 120;
  const { size, path } = qrPath(checkUrl);
  // Its light border may stand in the margin: the dark squares line up with the text.
  const border = (4 / size) * qrSide;
  const qrStart = sheet.width - margin - qrSide + border;
  const room = qrStart - margin - 16;
  let top = margin;
  top += sheet.text(facts.store.name, margin, top, room, { size: 12, weight: 700, color: grey });
  top += 2 + sheet.text(texts.title, margin, top, room, { size: 26, weight: 700 });
  top += 6 + sheet.text(code, margin, top + 4, room, { size: 14, weight: 700, direction: 'ltr' });
  top += 6 + sheet.text(texts.scan, margin, top + 4, room, { size: 9, color: grey });
  top += sheet.text(checkUrl, margin, top + 2, room, { size: 8, color: grey, direction: 'ltr' });
  sheet.path(path, size, qrStart, margin - border + 4, qrSide);
  return Math.max(top, margin + qrSide - 2 * border) + 20;
}

function drawFacts(
  sheet: Sheet,
  { facts, registeredAt }: Certificate,
  texts: CertificateTexts,
  locale: string,
  start: number,
): number {
  const room = sheet.width - 2 * margin;
  const registeredOn = dayIn(facts.store.timeZone, registeredAt.getTime());
  const rows: readonly (readonly [string, string | null])[] = [
    [texts.item, [facts.line.title, facts.line.variant].filter((part) => part !== null).join(', ')],
    [texts.serial, facts.serial],
    [texts.purchasedOn, longDay(facts.purchasedOn, locale)],
    [texts.deliveredOn, facts.deliveredOn && longDay(facts.deliveredOn, locale)],
    [texts.registeredOn, longDay(registeredOn, locale)],
  ];
  let top = start;
  for (const [term, value] of rows) {
    if (value === null) continue;
    sheet.box(margin, top, room, 0.5, { fill: rule });
    const named = sheet.text(term, margin, top + 7, 130, { size: 10, color: grey });
    const said = sheet.text(value, margin + 140, top + 6, room - 140, { size: 11, weight: 700 });
    top += Math.max(named, said) + 12;
  }
  sheet.box(margin, top, room, 0.5, { fill: rule });
  return top + 20;
}

function drawCover(
  sheet: Sheet,
  cover: Cover,
  texts: CertificateTexts,
  locale: string,
  start: number,
): number {
  const room = sheet.width - 2 * margin;
  const name = cover.name ?? (cover.kind === 'warranty' ? texts.warranty : texts.legal);
  const end =
    cover.lifetime || cover.until === null
      ? texts.lifetime
      : filled(texts.until, { date: longDay(cover.until, locale) });
  const notes = [
    ...(cover.burdenUntil === null
      ? []
      : [filled(texts.burden, { date: longDay(cover.burdenUntil, locale) })]),
    ...cover.covers,
  ];
  const text = { size: 11, weight: 700 } as const;
  const note = { size: 9.5, color: grey } as const;
  const height =
    Math.max(sheet.heightOf(name, room * 0.55, text), sheet.heightOf(end, room * 0.4, text)) +
    notes.reduce((sum, one) => sum + sheet.heightOf(one, room, note), 14);
  let top = start;
  if (top + height > sheet.height - margin) {
    sheet.newPage();
    top = margin;
  }
  const named = sheet.text(name, margin, top + 4, room * 0.55, text);
  const said = sheet.text(end, margin + room * 0.6, top + 4, room * 0.4, { ...text, align: 'end' });
  top += Math.max(named, said) + 6;
  for (const one of notes) top += sheet.text(one, margin, top, room, note);
  sheet.box(margin, top + 5, room, 0.5, { fill: rule });
  return top + 8;
}

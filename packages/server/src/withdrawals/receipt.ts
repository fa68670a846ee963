import { createHmac } from 'node:crypto';
import { apart, filled, oneLine } from '../mail/plain-text.ts';
import { type SecretBox, sameText } from '../secrets/secret-box.ts';
import type { WithdrawalLanguage } from './texts.ts';

/** What was declared, to whom, and when. */
export interface Declaration {
  readonly number: string;
  readonly receivedAt: Date;
  readonly name: string;
  readonly contract: string;
  readonly email: string;
  /** Null for the whole contract. */
  readonly items: string | null;
  readonly storeName: string;
  readonly timeZone: string;
}

/** A receipt with the seal that shows it was made here. */
export interface SealedReceipt {
  /** Everything a consumer needs to keep; the last line is the seal. */
  readonly text: string;
  readonly seal: string;
}

/**
 * Writes the acknowledgement of Article 11a(4) of Directive 2011/83/EU: the content of the declaration, and the date and
 * time of its submission. It confirms the receipt and no more.
 */
export function writeReceipt(
  secrets: SecretBox,
  storeId: string,
  { texts, language, direction }: WithdrawalLanguage,
  declared: Declaration,
): SealedReceipt {
  const { items } = declared;
  const line = (text: string, values: Readonly<Record<string, string>>): string =>
    filled(
      text,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value, direction)])),
    );
  const content = [
    texts.receiptTitle,
    '',
    line(texts.receiptNumber, { number: declared.number }),
    line(texts.receiptReceived, {
      date: dateAndTime(declared.receivedAt, language, declared.timeZone),
      utc: declared.receivedAt.toISOString(),
    }),
    line(texts.receiptTo, { store: oneLine(declared.storeName) }),
    line(texts.receiptName, { name: oneLine(declared.name) }),
    line(texts.receiptContract, { contract: oneLine(declared.contract) }),
    line(texts.receiptEmail, { email: oneLine(declared.email) }),
    ...(items === null ? [] : [line(texts.receiptItems, { items: oneLine(items) })]),
    items === null ? texts.receiptContent : texts.receiptPartContent,
    '',
    texts.receiptOnly,
  ].join('\n');
  const seal = sealOf(secrets, storeId, content);
  return { text: `${content}\n\n${filled(texts.receiptSeal, { seal })}\n`, seal };
}

/** True when a receipt was made here for this store and nothing in it was changed since. */
export function isGenuine(secrets: SecretBox, storeId: string, receipt: string): boolean {
  // Editors put a byte order mark before it and other ends behind its lines.
  const lines = receipt
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .split('\n');
  const seal = /[0-9a-f]{64}$/.exec(lines.at(-1)?.trim() ?? '')?.[0];
  if (seal === undefined) return false;
  return sameText(seal, sealOf(secrets, storeId, lines.slice(0, -1).join('\n').trimEnd()));
}

function sealOf(secrets: SecretBox, storeId: string, content: string): string {
  return createHmac('sha256', secrets.derive(`withdrawal:${storeId}`))
    .update(content)
    .digest('hex');
}

/** To the second, with the zone: a time nobody has to guess about. */
function dateAndTime(moment: Date, language: string, timeZone: string): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', timeZone: zone }).format(
      moment,
    );
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}

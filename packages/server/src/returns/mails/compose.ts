import type { Money, ReturnMessageInput } from '@postlude/contract';
import { type ComposedMail, composed, createWriter, sumText } from '../../case-mails/compose.ts';
import { apart, filled, languageOf, oneLine, quoted } from '../../mail/plain-text.ts';
import type { ReturnCase } from '../case.ts';
import type { ReturnItemRow } from '../store.ts';
import { nextSteps } from './next-steps.ts';
import { type ReturnMailTexts, returnMailLanguages } from './texts.ts';
import { type ReturnWriter, sendBy } from './writer.ts';

/** What a shopper is told of a return by mail. */
export type ReturnMailKind =
  | 'filed'
  | 'approved'
  | 'label'
  | 'declined'
  | 'question'
  | 'message'
  | 'received'
  | 'refunded';

/** What is in a mail beside the return. */
export interface MailContent {
  /** Whether the label is in it. */
  readonly hasLabel?: boolean;
  /** What the store wrote, for `message`. */
  readonly message?: ReturnMessageInput;
}

/** Writes a mail about a return in plain text. */
export function composeMail(kind: ReturnMailKind, of: ReturnCase, content: MailContent = {}): ComposedMail {
  const { row, sold, known, policy } = of;
  const language = languageOf(returnMailLanguages, row.locale, sold.locale, known.store.locale);
  const { texts } = language;
  const names = { store: known.store.name, number: row.number, order: sold.number };
  const what = texts[whatOf[row.route]];
  const writer = createWriter(language, names, { what });
  const subject = filled(texts[`${kind}Subject`], { ...names, what });
  const body = bodyOf(kind, of, writer, content);
  return composed(writer, subject, body, policy.policy.mails?.page);
}

const whatOf = { return: 'whatReturn', cancel: 'whatCancel', delivery_problem: 'whatProblem' } as const;

function bodyOf(kind: ReturnMailKind, of: ReturnCase, writer: ReturnWriter, content: MailContent): string[] {
  const { line, language } = writer;
  const { texts } = language;
  const { row, items } = of;
  const list = itemList(of, items, writer);
  switch (kind) {
    case 'filed':
      return [line('filed'), list, texts[filedNext[row.route]]];
    case 'approved':
      return [line('approved'), list, ...nextSteps(of, writer)];
    case 'label':
      return [line(content.hasLabel ? 'labelAttached' : 'labelOnPage'), sendBy(of, writer)];
    case 'declined':
      return [line('declined'), ...whyDeclined(of, texts), list];
    case 'question':
      return [line('question'), quoted(row.question ?? ''), texts.answerOnPage];
    case 'message': {
      const { text = '', uploads = [] } = content.message ?? {};
      return [line('message'), quoted(text), texts[uploads.length > 0 ? 'filesOnPage' : 'replyOnPage']];
    }
    case 'received':
      return [line('received'), itemList(of, arrived(items), writer), texts.receivedNext];
    case 'refunded':
      return [line('refunded'), ...given(of, writer)];
  }
}

const filedNext = {
  return: 'filedNextReturn',
  cancel: 'filedNextCancel',
  delivery_problem: 'filedNextProblem',
} as const;

const arrived = (items: readonly ReturnItemRow[]): ReturnItemRow[] =>
  items
    .filter(({ received_quantity: units }) => (units ?? 0) > 0)
    .map((item) => ({ ...item, quantity: item.received_quantity ?? 0 }));

function itemList(
  { sold }: ReturnCase,
  items: readonly ReturnItemRow[],
  { language: { texts, direction } }: ReturnWriter,
): string {
  const rows = items.map(({ line_id, quantity }) => {
    const line = sold.lines.find(({ id }) => id === line_id);
    const name = [line?.title, line?.variant].filter(Boolean).join(', ');
    return `- ${quantity} × ${apart(oneLine(name), direction)}`;
  });
  return rows.length === 0 ? '' : [texts.items, ...rows].join('\n');
}

const declinedTexts: Readonly<Record<string, keyof ReturnMailTexts>> = {
  final_sale: 'declinedFinalSale',
  window_ended: 'declinedWindowEnded',
  not_as_described: 'declinedNotAsDescribed',
};

function whyDeclined({ row: { declined } }: ReturnCase, texts: ReturnMailTexts): string[] {
  const known = declinedTexts[declined?.code ?? ''];
  const note = declined?.note?.trim();
  return [known ? texts[known] : '', note ? `${texts.storeWrites}\n${quoted(note)}` : ''];
}

function given({ row: { settled }, items }: ReturnCase, { line, language }: ReturnWriter): string[] {
  const { texts, direction } = language;
  const sum = (key: 'refund' | 'credit' | 'toPay', money: Money | null | undefined) =>
    money && money.amount > 0 ? line(key, { amount: sumText(money, language.language) }) : '';
  const refund = sum('refund', settled?.refund);
  const credit = sum('credit', settled?.storeCredit);
  const code = settled?.creditCode?.trim();
  const exchanges = items.flatMap(({ exchange, quantity }) =>
    exchange ? [`${quantity} × ${apart(oneLine(exchange.title), direction)}`] : [],
  );
  return [
    refund && `${refund}\n${texts.refundWay}`,
    credit && code ? `${credit}\n${line('creditCode', { code: oneLine(code) })}` : credit,
    exchanges.length === 0 ? '' : filled(texts.exchange, { items: exchanges.join(', ') }),
    sum('toPay', settled?.toPay),
  ];
}

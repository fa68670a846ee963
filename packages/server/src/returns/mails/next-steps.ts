import { longDate } from '../../case-mails/compose.ts';
import { oneLine } from '../../mail/plain-text.ts';
import { shownAddress } from '../address.ts';
import type { ReturnCase } from '../case.ts';
import { lifeOf, methodKindOf, methodOf } from '../life.ts';
import { textPicker } from '../locale.ts';
import { type ReturnWriter, sendBy } from './writer.ts';

/** What the shopper of an approved return does next, by how it goes back. */
export function nextSteps(of: ReturnCase, writer: ReturnWriter): string[] {
  const { row, policy } = of;
  const { texts } = writer.language;
  const kind = methodKindOf(row, policy);
  if (kind === 'keep_item') return [texts.keepIt, texts.settledNext];
  if (!lifeOf(row, policy).comesBack) return [texts.settledNext];
  switch (kind) {
    case 'pick_up':
      return [texts.fetched];
    case 'drop_off':
    case 'in_store':
      return [bringBy(of, writer), place(of, writer)];
    case 'label':
    case 'qr_code':
      // One that was made before the approval was taken back is there still.
      if (row.label?.state === 'ready') return [writer.line('labelOnPage'), sendBy(of, writer)];
      if (row.label !== null) return [texts.labelSoon, sendBy(of, writer)];
  }
  return [sendBy(of, writer), address(of, writer), writer.line('packNumber')];
}

const bringBy = ({ row }: ReturnCase, { language, line }: ReturnWriter): string =>
  row.send_by === null ? '' : line('bringBy', { date: longDate(row.send_by, language.language) });

function place({ row, policy }: ReturnCase, { language: { texts } }: ReturnWriter): string {
  const found = methodOf(row, policy)?.places?.find(({ id }) => id === row.place_id);
  return found ? [texts.bringTo, found.name, ...found.address].map(oneLine).join('\n') : '';
}

function address(
  { sold, policy, known }: ReturnCase,
  { language: { language, texts } }: ReturnWriter,
): string {
  const pick = textPicker(language, known.store.locale);
  const shown = shownAddress(policy.policy, sold.country, pick, language);
  if (!shown) return '';
  const { lines, instructions } = shown;
  return [texts.sendTo, ...lines.map(oneLine), ...(instructions ? ['', oneLine(instructions)] : [])].join(
    '\n',
  );
}

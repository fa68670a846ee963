import { longDate, type Writer } from '../../case-mails/compose.ts';
import type { ReturnCase } from '../case.ts';
import type { ReturnMailKey } from './texts.ts';

/** Writes the texts of mails about returns. */
export type ReturnWriter = Writer<ReturnMailKey>;

/** Until when it has to be on its way; empty where there is no last day. */
export const sendBy = ({ row }: ReturnCase, { language, line }: ReturnWriter): string =>
  row.send_by === null ? '' : line('sendBy', { date: longDate(row.send_by, language.language) });

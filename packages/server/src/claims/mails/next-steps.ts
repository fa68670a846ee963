import type { Writer } from '../../case-mails/compose.ts';
import { oneLine } from '../../mail/plain-text.ts';
import type { ClaimCase } from '../case.ts';
import { isAwaited, placeOf } from '../life.ts';
import type { ClaimMailKey } from './texts.ts';

/** Where a device is sent or brought. */
export interface Place {
  readonly name: string;
  readonly address: readonly string[];
}

/** What the shopper of an approved claim does next, by what is to be done and where. */
export function nextSteps(
  of: ClaimCase,
  { language, line }: Writer<ClaimMailKey>,
  place: Place | null,
): string[] {
  const { texts } = language;
  if (of.row.resolution === 'kit') return [texts.kit];
  if (of.row.received_on !== null) return [];
  const kind = placeOf(of.row, of.policy)?.kind;
  if (kind === 'at_home') return [texts.atHome];
  if (place === null) return [];
  const lines = [place.name, ...place.address].map(oneLine).join('\n');
  if (isAwaited(of)) return [`${texts.sendTo}\n${lines}`, line('packNumber')];
  return [`${line('bringTo')}\n${lines}`];
}

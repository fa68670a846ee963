import type { CoverSum, DoorDecision } from '@postlude/contract';
import type { ClaimsUi } from '../ui.ts';

/** Why a door is the best one, in a sentence; null for the others. */
export function whyBestText(ui: ClaimsUi, { whyBest, burdenUntil }: DoorDecision): string | null {
  if (!whyBest) return null;
  const key = `why.${whyBest}`;
  return (burdenUntil && ui.known(`${key}.date`, { date: ui.format.day(burdenUntil) })) || ui.known(key);
}

/** Why a door is closed, in a sentence. */
export function doorClosedText(ui: ClaimsUi, { because, opensOn, lastDay }: DoorDecision): string {
  const key = `closed.${because ?? 'other'}`;
  const date = opensOn ?? lastDay;
  return (
    (date && ui.known(`${key}.date`, { date: ui.format.day(date) })) ||
    (ui.known(key) ?? ui.say('closed.other'))
  );
}

/** How a last day was counted: `24 months from the delivery on 3 March 2026, plus 12 months for registering it`. */
export function coverSumText(ui: ClaimsUi, { fromKind, from, months, extensions }: CoverSum): string {
  const start = ui.format.day(from);
  const parts = [
    ui.known(`sum.${fromKind}`, { months, start }),
    ...extensions.map((one) => ui.known(`sum.extension.${one.reason}`, { months: one.months })),
  ];
  return parts.filter(Boolean).join(ui.locale.startsWith('ar') ? '، ' : ', ');
}

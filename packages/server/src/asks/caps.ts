import type { AskKind, AskReason } from '@postlude/contract';
import type { AskedFact } from './facts.ts';
import { type KindLimits, kindRules } from './kinds/index.ts';
import {
  daysAfter,
  daysBetweenTurns,
  dismissalsToRest,
  earliest,
  later,
  reserved,
  restDays,
  turnDays,
  weekDays,
} from './limits.ts';

/** Why the shopper is not asked now, although the item is ready. */
export interface Cap {
  readonly reason: AskReason;
  readonly lookAgainAt: Date | null;
}

/** An ask that is ready, and its row where there is one. */
export interface Ready {
  readonly kind: AskKind;
  readonly lineId: string;
  readonly asked: AskedFact | null;
}

/** What caps are decided from. */
export interface Asked {
  readonly now: Date;
  readonly orderId: string;
  /** All asks of the shopper. */
  readonly asked: readonly AskedFact[];
}

/** When the turn of an ask ends; null while it has none. It ends with a dismissal too. */
export function turnEnd({ turnAt, dismissals }: AskedFact): Date | null {
  if (turnAt === null) return null;
  const ends = [daysAfter(turnAt, turnDays), ...dismissals.filter((at) => at >= turnAt)];
  return earliest(ends);
}

/** True while an ask that was shown may be shown again as the same one. */
export function hasTurn(ask: AskedFact | null, now: Date): boolean {
  const end = ask === null ? null : turnEnd(ask);
  return end !== null && now < end;
}

/** What keeps a ready ask back because of everything else the shopper was asked; null for nothing. */
export function capOf(ready: Ready, rule: KindLimits, facts: Asked): Cap | null {
  return (
    resting(ready, facts) ??
    paused(ready, rule, facts) ??
    afterTurn(ready, facts) ??
    (rule.marketing ? (askedThisWeek(ready, facts) ?? onAnotherPage(ready, facts)) : null)
  );
}

/** Two offers of a kind dismissed rest that kind. An offer of several items is dismissed once. */
function resting({ kind }: Ready, { asked, now }: Asked): Cap | null {
  const moments = new Map(
    asked
      .filter((one) => one.kind === kind)
      .flatMap(({ orderId, dismissals }) =>
        dismissals.map((at) => [`${orderId} ${at.getTime()}`, at] as const),
      ),
  );
  let count = 0;
  let until: Date | null = null;
  for (const at of [...moments.values()].toSorted((a, b) => a.getTime() - b.getTime())) {
    count += 1;
    if (count === dismissalsToRest) [count, until] = [0, daysAfter(at, restDays)];
  }
  return until !== null && now < until ? { reason: 'resting', lookAgainAt: until } : null;
}

/** The kind was shown with any of the shopper's orders, and rests for the days it says. What has its turn goes on. */
function paused({ kind, asked: mine }: Ready, { pauseDays }: KindLimits, { asked, now }: Asked): Cap | null {
  if (pauseDays === null || hasTurn(mine, now)) return null;
  const ends = asked.flatMap(({ kind: other, turnAt }) =>
    other === kind && turnAt !== null ? [daysAfter(turnAt, pauseDays)] : [],
  );
  const last = ends.length === 0 ? null : ends.reduce(later);
  return last !== null && now < last ? { reason: 'asked_lately', lookAgainAt: last } : null;
}

/** An ask that had its turn gives way to others, longer each time. */
function afterTurn({ asked: mine }: Ready, { now }: Asked): Cap | null {
  if (mine === null || mine.turnAt === null || hasTurn(mine, now)) return null;
  const next = daysAfter(mine.turnAt, daysBetweenTurns * mine.turns);
  return now < next ? { reason: 'another_first', lookAgainAt: next } : null;
}

/** Another marketing ask was shown within the week. Of two that were shown at once the first one goes on. */
function askedThisWeek({ kind, lineId, asked: mine }: Ready, { asked, orderId, now }: Asked): Cap | null {
  const since = hasTurn(mine, now) ? (mine?.turnAt ?? null) : null;
  const inTheWay = asked.filter((other) => {
    if (other.lastShownAt === null || now >= daysAfter(other.lastShownAt, weekDays)) return false;
    if (!putsOff(other, kind) || isSame(other, kind, orderId, lineId)) return false;
    // The same offer: an item that becomes ready joins it.
    if (other.kind === kind && other.orderId === orderId && other.isOpen && hasTurn(other, now)) return false;
    return since === null || (other.turnAt !== null && other.turnAt < since);
  });
  const ends = inTheWay.flatMap(({ lastShownAt }) =>
    lastShownAt === null ? [] : [daysAfter(lastShownAt, weekDays)],
  );
  return ends.length === 0 ? null : { reason: 'asked_this_week', lookAgainAt: ends.reduce(later) };
}

/** Another page of the shopper was given something to show a moment ago. */
function onAnotherPage({ kind, asked: mine }: Ready, { asked, orderId, now }: Asked): Cap | null {
  if (hasTurn(mine, now)) return null;
  const until = (ask: AskedFact | null): Date | null =>
    ask?.offeredAt ? new Date(ask.offeredAt.getTime() + reserved) : null;
  const own = until(mine);
  const ends = asked.flatMap((other) => {
    const end = until(other);
    if (other.orderId === orderId || !other.isOpen || !putsOff(other, kind)) return [];
    if (end === null || now >= end) return [];
    return own !== null && now < own && own <= end ? [] : [end];
  });
  return ends.length === 0 ? null : { reason: 'another_first', lookAgainAt: ends.reduce(later) };
}

const isSame = (ask: AskedFact, kind: AskKind, orderId: string, lineId: string): boolean =>
  ask.kind === kind && ask.orderId === orderId && ask.lineId === lineId;

const putsOff = ({ kind: other }: AskedFact, kind: AskKind): boolean =>
  kindRules[other].marketing && (kindRules[other].delaysOthers || other === kind);

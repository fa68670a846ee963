import type { AskKind, AskReason, AskState, Id } from '@postlude/contract';
import { arrivalOf } from './arrival.ts';
import { capOf, hasTurn, type Ready, turnEnd } from './caps.ts';
import type { AskedFact, AskFacts, LineFacts } from './facts.ts';
import { itemRules, type KindLimits, type KindRule, shopperRule } from './kinds/index.ts';
import { daysAfter, earliest, weekDays } from './limits.ts';
import { compareHolds } from './opening.ts';
import type { ShopperFacts } from './shopper-facts.ts';
import { type Because, ended, type Standing } from './standing.ts';

/** What is decided about one kind of ask and one line. */
export interface AskOutcome {
  readonly kind: AskKind;
  readonly lineId: Id<'line'>;
  readonly state: AskState;
  readonly reason: AskReason;
  readonly because: Because | null;
  /** When it is looked at again; null where an event decides, or never. */
  readonly lookAgainAt: Date | null;
}

interface Decided extends AskOutcome {
  /** Its place among those that are ready; only asks that are ready have one. */
  readonly ready: Ready | null;
  readonly line: LineFacts['line'];
}

/**
 * Decides what the shopper of an order is asked: one outcome for each kind and line there is something to say about. The same
 * facts always give the same answer, in whatever order they come; nothing is thrown. Those that are due are of one kind: they
 * are what a page may show now.
 *
 * What is known of the shopper's mood is told apart from everything else, and what is decided about items never gets it; null
 * where nothing is asked of the shopper as such.
 */
export function decideAsks(facts: AskFacts, shopper: ShopperFacts | null = null): AskOutcome[] {
  const lines = facts.lines
    .map((line) => ({ ...line, holds: line.holds.toSorted(compareHolds) }))
    .toSorted(compareLines);
  const each = itemRules.flatMap((rule) =>
    lines.flatMap((line): Decided[] => {
      const mine = askedOf(facts, rule.kind, line.line.id);
      const standing = standingOf(rule, line, facts, mine);
      return standing === null ? [] : [capped(rule, line.line, standing, facts, mine)];
    }),
  );
  const items = oncePerProduct(each);
  const ofShopper = shopper === null ? [] : aboutShopper(facts, { shopper, lines, items });
  return inTurn([...items, ...ofShopper], facts.now).map(
    ({ kind, lineId, state, reason, because, lookAgainAt }): AskOutcome => ({
      kind,
      lineId,
      state,
      reason,
      because,
      lookAgainAt,
    }),
  );
}

/** What holds for every kind, the surest first; then what is particular to the kind. */
function standingOf(
  rule: KindRule,
  line: LineFacts,
  facts: AskFacts,
  asked: AskedFact | null,
): Standing | null {
  const { order } = facts;
  const answer = rule.answered(line);
  if (answer !== null) return answeredBy(answer.at, asked);
  if (!rule.isOn(facts)) return ended('switched_off');
  if (!order.isSale) return ended('nothing_to_ask');
  const cameHome = line.arrivals.some(({ deliveredAt }) => deliveredAt !== null);
  // An order that is called off after its delivery is a return by another name, and ends nothing.
  if (order.cancelledAt !== null && !cameHome) return ended('order_cancelled');
  if (line.handedOver) return ended('handed_over');
  return rule.stand(line, facts);
}

/** Done: because it was asked for, or by itself. */
function answeredBy(at: Date | null, asked: AskedFact | null): Standing {
  const shown = asked?.firstShownAt ?? null;
  return ended(shown !== null && (at === null || shown <= at) ? 'answered' : 'done_already');
}

interface Around {
  readonly shopper: ShopperFacts;
  readonly lines: readonly LineFacts[];
  /** What was decided about the items. */
  readonly items: readonly Decided[];
}

/**
 * What is asked of the shopper as such: once for an order, kept with the first line of it that came, and with the same line
 * from then on. It waits where a review or a photo will be asked for within the week.
 */
function aboutShopper(facts: AskFacts, { shopper, lines, items }: Around): Decided[] {
  const { now, order } = facts;
  const came = lines.flatMap((line) => {
    const arrived = line.isPart ? null : arrivalOf(line, facts);
    return arrived?.state === 'arrived' ? [{ line: line.line, at: arrived.at }] : [];
  });
  const known = came.find(({ line }) => askedOf(facts, shopperRule.kind, line.id) !== null);
  const [subject = null] = known ? [known] : came;
  if (subject === null || !order.isSale) return [];
  const asked = askedOf(facts, shopperRule.kind, subject.line.id);
  const answer = shopperRule.answered(shopper);
  const standing = answer
    ? answeredBy(answer.at, asked)
    : shopperRule.isOn(facts)
      ? shopperRule.stand(shopper, earliest(came.map(({ at }) => at)), facts)
      : ended('switched_off');
  const decided = capped(shopperRule, subject.line, standing, facts, asked);
  const soon = items.flatMap(({ kind, state, lookAgainAt }) =>
    kind !== 'registration' && state !== 'ended' && state !== 'due' && lookAgainAt !== null
      ? lookAgainAt
      : [],
  );
  const next = [...soon, ...(shopper.nextElsewhere === null ? [] : [shopper.nextElsewhere])].filter(
    (at) => at > now && at <= daysAfter(now, weekDays),
  );
  const givesWay = decided.state === 'due' && next.length > 0 && !hasTurn(asked, now);
  return [givesWay ? behind(decided, earliest(next)) : decided];
}

function capped(
  rule: KindLimits,
  line: LineFacts['line'],
  standing: Standing,
  facts: AskFacts,
  asked: AskedFact | null,
): Decided {
  const about = { kind: rule.kind, lineId: line.id, line, because: null, ready: null } as const;
  switch (standing.state) {
    case 'ended':
      return { ...about, state: 'ended', reason: standing.reason, lookAgainAt: null };
    case 'held': {
      const { reason, because, lookAgainAt } = standing;
      return { ...about, state: 'held', reason, because, lookAgainAt };
    }
    case 'open': {
      const ready: Ready = { kind: rule.kind, lineId: line.id, asked };
      const cap = capOf(ready, rule, { now: facts.now, orderId: facts.order.id, asked: facts.asked });
      if (cap !== null) {
        return { ...about, state: 'capped', ...cap, lookAgainAt: earlier(cap.lookAgainAt, standing.endsAt) };
      }
      return { ...about, state: 'due', reason: standing.reason, lookAgainAt: standing.endsAt, ready };
    }
  }
}

/** Several lines with one product are one thing to review: the first that is ready stands for the others. */
function oncePerProduct(all: readonly Decided[]): Decided[] {
  const taken = new Set<string>();
  return all.map((one) => {
    const { productId } = one.line;
    const isReady = one.state === 'due' || one.state === 'capped';
    if (!isReady || one.kind !== 'review' || productId === null) return one;
    if (taken.has(productId)) return one.state === 'due' ? behind(one, null) : one;
    taken.add(productId);
    return one;
  });
}

/** One kind a page view: the first of those that are due. */
function inTurn(all: readonly Decided[], now: Date): Decided[] {
  const first = all.find(({ state }) => state === 'due');
  if (!first) return [...all];
  const ends = all.flatMap(({ kind, state, ready }) => {
    const end = kind === first.kind && state === 'due' && ready?.asked ? turnEnd(ready.asked) : null;
    return end !== null && end > now ? [end.getTime()] : [];
  });
  const next = ends.length === 0 ? null : new Date(Math.max(...ends));
  return all.map((one) => (one.state === 'due' && one.kind !== first.kind ? behind(one, next) : one));
}

const behind = (one: Decided, lookAgainAt: Date | null): Decided => ({
  ...one,
  state: 'capped',
  reason: 'another_first',
  lookAgainAt: lookAgainAt === null ? null : earlier(lookAgainAt, one.lookAgainAt),
});

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one === null ? other : other === null || one < other ? one : other;

const askedOf = ({ asked, order }: AskFacts, kind: AskKind, lineId: string): AskedFact | null =>
  asked.find((ask) => ask.kind === kind && ask.orderId === order.id && ask.lineId === lineId) ?? null;

const compareLines = ({ line: a }: LineFacts, { line: b }: LineFacts): number =>
  a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

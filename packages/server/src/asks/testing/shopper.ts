import type { AskKind } from '@postlude/contract';
import { hasTurn } from '../caps.ts';
import { type AskOutcome, decideAsks } from '../decide.ts';
import type { AskedFact, AskFacts } from '../facts.ts';
import type { ShopperFacts } from '../shopper-facts.ts';
import { askedFact } from './build.ts';

/** Something that was on a page. */
export interface Seen {
  readonly at: Date;
  readonly orderId: string;
  readonly kind: AskKind;
  readonly lineIds: readonly string[];
}

/** A shopper with some orders who looks at pages as time passes, without a database. */
export class Shopper {
  readonly seen: Seen[] = [];
  #asked: AskedFact[] = [];
  readonly #orders: Readonly<Record<string, (now: Date) => Omit<AskFacts, 'asked' | 'now'>>>;

  readonly #known: (now: Date) => ShopperFacts | null;

  constructor(
    orders: Readonly<Record<string, (now: Date) => Omit<AskFacts, 'asked' | 'now'>>>,
    known: (now: Date) => ShopperFacts | null = () => null,
  ) {
    this.#orders = orders;
    this.#known = known;
  }

  /** What is decided about an order at a moment. */
  decide(orderId: string, now: Date): AskOutcome[] {
    const facts = this.#orders[orderId];
    return facts ? decideAsks({ ...facts(now), now, asked: this.#asked }, this.#known(now)) : [];
  }

  /** Looks at a page of an order, and dismisses what is on it or not. */
  view(orderId: string, now: Date, dismisses = false): AskOutcome[] {
    const due = this.decide(orderId, now).filter(({ state }) => state === 'due');
    for (const { kind, lineId } of due) {
      const mine = (one: AskedFact) => one.kind === kind && one.orderId === orderId && one.lineId === lineId;
      const before = this.#asked.find(mine) ?? askedFact({ kind, orderId, lineId });
      const turn = hasTurn(before, now) ? {} : { turns: before.turns + 1, turnAt: now };
      const after: AskedFact = {
        ...before,
        ...turn,
        offeredAt: now,
        firstShownAt: before.firstShownAt ?? now,
        lastShownAt: now,
        dismissals: dismisses ? [...before.dismissals, now] : before.dismissals,
      };
      this.#asked = [...this.#asked.filter((one) => !mine(one)), after];
    }
    const [first] = due;
    if (first) {
      this.seen.push({ at: now, orderId, kind: first.kind, lineIds: due.map(({ lineId }) => lineId) });
    }
    return due;
  }
}

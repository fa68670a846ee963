import type { AskKind } from '@postlude/contract';
import type { AskFacts, LineFacts } from '../facts.ts';
import type { Standing } from '../standing.ts';

/** A kind of ask: what is particular to it. Everything they have in common is in `decide.ts`. */
export interface KindRule {
  readonly kind: AskKind;
  /** Marketing is capped over all kinds and orders of the shopper; service is not. */
  readonly marketing: boolean;
  /** Whether the store asks this at all. */
  isOn(facts: AskFacts): boolean;
  /** Whether what it asks for is there, and since when; `at` null where that is not known. */
  answered(line: LineFacts): { readonly at: Date | null } | null;
  /** How it stands where nobody answered; null where there is nothing it could be about yet. */
  stand(line: LineFacts, facts: AskFacts): Standing | null;
}

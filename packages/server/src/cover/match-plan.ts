import type { SerialRule, Symptom, WarrantyPlan, WarrantyPolicyInput } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';
import { matchesItem } from '../rights/match.ts';

type Matched = { readonly match?: Parameters<typeof matchesItem>[0] | undefined };

const first = <One extends Matched>(all: readonly One[], order: SoldOrder, line: SoldLine): One | null =>
  all.find(({ match }) => match === undefined || matchesItem(match, order, line)) ?? null;

/** The plan that is about an item: the first that fits; null when none does. */
export const planFor = (policy: WarrantyPolicyInput, order: SoldOrder, line: SoldLine): WarrantyPlan | null =>
  first(policy.plans, order, line);

/** What is asked about the serial number of an item: the first rule that fits; null when none does. */
export const serialRuleFor = (
  policy: WarrantyPolicyInput,
  order: SoldOrder,
  line: SoldLine,
): SerialRule | null => first(policy.serials, order, line);

/** The symptoms that are offered for an item, in the policy's order. */
export const symptomsFor = (policy: WarrantyPolicyInput, order: SoldOrder, line: SoldLine): Symptom[] =>
  policy.claims.symptoms.filter(({ match }) => match === undefined || matchesItem(match, order, line));

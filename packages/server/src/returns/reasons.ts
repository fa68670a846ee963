import type { LocalText, OfferedReason, ReturnFiling, ReturnPolicyInput } from '@postlude/contract';
import { deliveryProblems } from '@postlude/contract';
import { sameWord } from '../rights/index.ts';

type Asked = 'off' | 'optional' | 'required';

/** What a reason asks of who gives it. */
export interface ReasonRules {
  readonly note: Asked;
  readonly photos: Asked;
}

/** Which route, and what is wrong with a delivery. */
interface Route {
  readonly route: ReturnFiling['route'];
  readonly problem?: ReturnFiling['problem'];
}

type Pick = (text: LocalText | undefined) => string | null;
type PolicyReason = ReturnPolicyInput['reasons'][number];
type Fields = Omit<PolicyReason, 'children'>;

/** Finds a reason by its path (`size.too_small`) or by its code alone. Null when the policy has none that is offered for this product. */
export function findReason(
  policy: ReturnPolicyInput,
  path: string,
  productType: string | null,
): Fields | null {
  for (const reason of policy.reasons) {
    if (!isOffered(reason, productType)) continue;
    if (reason.code === path) return reason;
    const child = reason.children?.find(({ code }) => `${reason.code}.${code}` === path);
    if (child) return isOffered(child, productType) ? finer(reason, child) : null;
  }
  return null;
}

/** What a finer reason does not say is as the coarser one has it. */
const finer = (reason: Fields, child: Fields): Fields => ({
  ...reason,
  ...child,
  label: child.label,
});

const isOffered = ({ productTypes }: Fields, productType: string | null): boolean =>
  productTypes === undefined ||
  (productType !== null && productTypes.some((type) => sameWord(type, productType)));

/**
 * What is asked with a reason; null when it is none. What stops an order needs no explanation, and what went wrong with a
 * delivery is its own reason.
 */
export function rulesFor(
  policy: ReturnPolicyInput,
  { route, problem }: Route,
  path: string,
  productType: string | null,
): ReasonRules | null {
  const own = route === 'cancel' ? 'cancel' : route === 'delivery_problem' ? problem : null;
  const reason = findReason(policy, path, productType);
  if (path === own || (route === 'delivery_problem' && isProblem(path))) {
    return { note: reason?.note ?? 'optional', photos: reason?.photos ?? 'optional' };
  }
  if (reason === null) return null;
  if (route === 'cancel') return { note: 'optional', photos: 'optional' };
  return { note: reason.note ?? 'optional', photos: reason.photos ?? 'off' };
}

const isProblem = (path: string): boolean => (deliveryProblems as readonly string[]).includes(path);

/** The store's own words for a reason; null for the widget's. */
export const reasonLabel = (policy: ReturnPolicyInput, path: string, pick: Pick): string | null => {
  const [parent, child] = path.split('.');
  const reason = policy.reasons.find(({ code }) => code === path || code === parent);
  const found = reason?.children?.find(({ code }) => code === child);
  return pick(found ? found.label : reason?.label);
};

/** The tree of reasons as it is offered for products of these types. */
export const offeredReasons = (
  policy: ReturnPolicyInput,
  pick: Pick,
  types: readonly string[],
): OfferedReason[] =>
  policy.reasons.map((reason) => ({
    ...offered(reason, pick, types),
    children: (reason.children ?? []).map((child) => offered(finer(reason, child), pick, types)),
  }));

const offered = (reason: Fields, pick: Pick, types: readonly string[]): Omit<OfferedReason, 'children'> => ({
  code: reason.code,
  label: pick(reason.label),
  shopAtFault: reason.shopAtFault ?? false,
  note: reason.note ?? 'optional',
  photos: reason.photos ?? 'off',
  // As the order writes them: whoever reads this compares letter by letter.
  productTypes: reason.productTypes
    ? [...new Set([...reason.productTypes, ...types.filter((type) => isOffered(reason, type))])]
    : null,
});

import type { ReturnPolicyInput } from '@postlude/contract';
import type { ReturnUnits, SettlementRequest } from './request.ts';

/** Whether a reason of the policy says that the shop is at fault. A finer reason without a word of its own is as its parent. */
export function isShopsFault(policy: ReturnPolicyInput, reason: string | null): boolean {
  for (const parent of policy.reasons) {
    if (reason === parent.code) return parent.shopAtFault ?? false;
    const child = parent.children?.find((each) => reason === `${parent.code}.${each.code}`);
    if (child) return child.shopAtFault ?? parent.shopAtFault ?? false;
  }
  return false;
}

/** Whether the shop is at fault for units that go back: it always is for what went wrong with a delivery. */
export const isShopsFaultFor = (
  request: Pick<SettlementRequest, 'route' | 'policy'>,
  unit: ReturnUnits,
): boolean =>
  request.route === 'delivery_problem' ||
  (request.route === 'return' && isShopsFault(request.policy, unit.reason));

/** Whether nothing goes back but what the shop is at fault for. */
export const isAllShopsFault = (
  request: Pick<SettlementRequest, 'route' | 'policy'>,
  units: readonly ReturnUnits[],
): boolean => units.length > 0 && units.every((unit) => isShopsFaultFor(request, unit));

/** Whether one of the paths is the reason itself or what it is a finer one of. */
export const isReasonIn = (paths: readonly string[], reason: string | null): boolean =>
  reason !== null && paths.some((path) => reason === path || reason.startsWith(`${path}.`));

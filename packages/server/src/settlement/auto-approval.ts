import { matchesItem } from '../rights/match.ts';
import { isReasonIn } from './fault.ts';
import { readRequest, valueOfUnits } from './reading.ts';
import type { SettlementRequest } from './request.ts';

/**
 * The id of the first rule of the policy that approves these units without anybody looking; null when none does. A rule with
 * a limit approves nothing of unknown price.
 */
export function autoApproval(request: SettlementRequest): string | null {
  const { order, policy, units } = request;
  if (units.length === 0) return null;
  const reading = readRequest(request);
  const value = reading && valueOfUnits(reading);
  const fitting = policy.autoApprovals.find(
    ({ match, reasons, resolutions, upTo }) =>
      (upTo === undefined || (value !== null && value <= upTo)) &&
      units.every((unit) => {
        const line = order.lines.find((each) => each.id === unit.lineId);
        return (
          line !== undefined &&
          (match === undefined || matchesItem(match, order, line)) &&
          (reasons === undefined || isReasonIn(reasons, unit.reason)) &&
          (resolutions === undefined || (unit.resolution !== null && resolutions.includes(unit.resolution)))
        );
      }),
  );
  return fitting?.id ?? null;
}

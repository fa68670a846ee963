import type { ReturnOptions } from '@postlude/contract';

/** How long a return that was filed is what somebody comes back to see, in milliseconds. */
const recent = 600_000;

/** The last return that was filed a moment ago: after a reload it is what was on screen. */
export const justFiled = ({ returns }: ReturnOptions, now: number): string | undefined =>
  returns
    .filter(
      ({ createdAt, status }) =>
        now - Date.parse(createdAt) < recent && status !== 'cancelled' && status !== 'declined',
    )
    .toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))[0]?.id;

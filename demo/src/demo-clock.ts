import type { Clock } from '@postlude/server';

/** The time of the demo: that of this machine and some days, so that what takes weeks can be looked at in a minute. It never goes back. */
export interface DemoClock extends Clock {
  /** Days ahead of the machine. */
  daysAhead(): number;
  /** Goes forward by whole days. */
  forward(days: number): void;
}

/** Makes a clock that shows the machine's time. */
export function createDemoClock(): DemoClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead * 86_400_000),
    daysAhead: () => ahead,
    forward(more) {
      ahead += more;
    },
  };
}

import type { Cover } from '@postlude/contract';

const day = 86_400_000;
/** How much of a lifetime is drawn, in milliseconds. */
const lifetime = 6 * 365 * day;

/** A stretch of a bar, from one place to another in hundredths of the picture. */
export interface Stretch {
  readonly kind: 'strong' | 'plain' | 'extension';
  readonly from: number;
  readonly to: number;
}

/** Where everything stands in a picture of time. */
export interface Scale {
  readonly start: string;
  readonly end: string;
  /** The day of today, and its place. */
  readonly now: string;
  readonly today: number;
  /** By cover; none where nothing can be drawn. */
  readonly bars: readonly {
    readonly cover: Cover;
    readonly stretches: readonly Stretch[];
    readonly endless: boolean;
  }[];
}

/** Lays covers out on one line of time. Only places in a picture: what counts is what the server said. */
export function scaleOf(covers: readonly Cover[], now: number): Scale {
  const at = (date: string | null): number | null => (date === null ? null : Date.parse(date));
  const begins = covers.flatMap(({ from }) => at(from) ?? []);
  const ends = covers.flatMap(({ until, lifetime: isFor }) => (isFor ? now + lifetime : (at(until) ?? [])));
  const start = Math.min(now, ...begins);
  // The last day is covered to its end, and today stands inside.
  const end = Math.max(now + 30 * day, ...ends) + day;
  const place = (time: number): number => Math.round(((time - start) / (end - start)) * 10_000) / 100;
  return {
    start: new Date(start).toISOString().slice(0, 10),
    end: new Date(end - day).toISOString().slice(0, 10),
    now: new Date(now).toISOString().slice(0, 10),
    today: place(now),
    bars: covers.map((cover) => ({
      cover,
      endless: cover.lifetime,
      stretches: stretchesOf(cover, end, place),
    })),
  };
}

function stretchesOf(cover: Cover, end: number, place: (time: number) => number): readonly Stretch[] {
  if (!cover.from || (!cover.until && !cover.lifetime)) return [];
  const from = Date.parse(cover.from);
  const to = cover.until ? Date.parse(cover.until) + day : end;
  const marks: { kind: Stretch['kind']; to: number }[] = [];
  if (cover.burdenUntil) marks.push({ kind: 'strong', to: Date.parse(cover.burdenUntil) + day });
  const { sum } = cover;
  if (sum && sum.extensions.length > 0) marks.push({ kind: 'plain', to: monthsAfter(sum.from, sum.months) });
  marks.push({ kind: sum && sum.extensions.length > 0 ? 'extension' : 'plain', to });
  const stretches: Stretch[] = [];
  let reached = from;
  for (const mark of marks) {
    const until = Math.min(mark.to, to);
    if (until <= reached) continue;
    stretches.push({ kind: mark.kind, from: place(reached), to: place(until) });
    reached = until;
  }
  return stretches;
}

function monthsAfter(date: string, months: number): number {
  const time = new Date(date);
  time.setUTCMonth(time.getUTCMonth() + months);
  return time.getTime();
}

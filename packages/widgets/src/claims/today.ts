/** The calendar day it is somewhere (`YYYY-MM-DD`); that of UTC where the zone is not known to this machine. */
export function dayIn(timeZone: string, now: number): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(now);
    const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('year')}-${of('month')}-${of('day')}`;
  } catch {
    return new Date(now).toISOString().slice(0, 10);
  }
}

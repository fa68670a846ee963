/** The last day four digits can write. Sums end there instead of leaving the calendar. */
const lastOfAll = '9999-12-31';

/**
 * The day so many months later: the same day of the month, or the last of the month where that has no such day (Regulation
 * (EEC, Euratom) 1182/71, Article 3(2)(c)). As the day counted from does not count itself, it is also the last day of a
 * period of so many months, and counts whole. Never past the calendar.
 */
export function addMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const targetYear = year + Math.floor(month / 12);
  if (targetYear > 9999) return lastOfAll;
  const targetMonth = ((month % 12) + 12) % 12;
  const last = new Date(Date.UTC(2000 + (targetYear % 400), targetMonth + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), last);
  return `${pad(targetYear, 4)}-${pad(targetMonth + 1, 2)}-${pad(date, 2)}`;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

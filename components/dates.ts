/** Dates, sizes and names of languages as a reader of the language we speak says them. */
import { locale, say, sayNumber } from '../lib/words';

export { sayNumber };

/** Publishers and the texts of checks count years so; a card must not tell one day in two calendars. */
const calendar = 'gregory';

/** `2025-11-30` → “30 November 2025”, `1955-04` → “April 1955”, `2025` → “2025”. Anything else stays as it is. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-');
  const at = new Date(`${date}${day ? '' : month ? '-01' : '-01-01'}T00:00:00Z`);
  // Engines take 30 February for 1 March.
  if (!year || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(date)) return date;
  if (!month) return year;
  return new Intl.DateTimeFormat(locale(), {
    calendar,
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' as const } : {}),
    timeZone: 'UTC',
  }).format(at);
}

/** “4.2 MB”; under a tenth of a megabyte in kilobytes. */
export function sayBytes(bytes: number): string {
  const small = bytes < 100_000;
  const digits = small ? 0 : 1;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(small ? Math.ceil(bytes / 1_000) : bytes / 1_000_000);
}

/** `2026-11-22T10:05:00Z` → “22 November 2026 at 10:05” on the reader's clock. Anything else stays as it is. */
export function sayTime(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  return new Intl.DateTimeFormat(locale(), { calendar, dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** “English”; a tag that nobody has a name for stays as it is. */
export function sayLanguage(tag: string): string {
  if (tag === 'und') return say('common_language_unknown');
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `1795341900000` → “10:05” on the reader's clock. */
export const sayClock = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(time);

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
/** Longer ago, the day is clearer. */
const MOST_DAYS_AGO = 6;

/** How long before `now` (both in milliseconds): “3 hours ago”, “yesterday”; after a week the day itself. */
export function sayAgo(time: number, now: number): string {
  const past = Math.max(0, now - time) || 0;
  const [unit, size] = STEPS.find(([, size]) => past >= size) ?? ['minute', 60_000];
  const n = Math.floor(past / size);
  if (unit === 'day' && n > MOST_DAYS_AGO)
    return new Intl.DateTimeFormat(locale(), { calendar, dateStyle: 'long' }).format(time);
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-n, unit);
}

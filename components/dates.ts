/** Dates as a reader says them. Our words are English for now, so our dates are too. */

const LOCALE = 'en-GB';

/** `2025-11-30` → “30 November 2025”, `1955-04` → “April 1955”, `2025` → “2025”. Anything else stays as it is. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-');
  const at = new Date(`${date}${day ? '' : month ? '-01' : '-01-01'}T00:00:00Z`);
  if (!year || Number.isNaN(at.getTime())) return date;
  if (!month) return year;
  return new Intl.DateTimeFormat(LOCALE, {
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' as const } : {}),
    timeZone: 'UTC',
  }).format(at);
}

/** 1243 → “1,243”. */
export const sayNumber = (n: number): string => new Intl.NumberFormat(LOCALE).format(n);

/** `counted(1, 'check', 'checks')` → “1 check”. */
export const counted = (n: number, one: string, many: string): string =>
  `${sayNumber(n)} ${n === 1 ? one : many}`;

/** “4.2 MB”; under a tenth of a megabyte in kilobytes. */
export const sayBytes = (bytes: number): string =>
  bytes < 100_000 ? `${sayNumber(Math.ceil(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** `2026-11-22T10:05:00Z` → “22 November 2026 at 10:05” on the reader's clock. Anything else stays as it is. */
export function sayTime(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** “English”; a tag that nobody has a name for stays as it is. */
export function sayLanguage(tag: string): string {
  if (tag === 'und') return 'not said';
  try {
    return new Intl.DisplayNames([LOCALE], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

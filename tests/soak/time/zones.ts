/** Days, moments and words in every time zone: told the same where they are the same. Runs in Node; sets its time zone. */
import { ageOf, dayHere } from '../../../components/age';
import { sayAgo, sayBytes, sayClock, sayDate, sayTime } from '../../../components/dates';
import { day as dayOfReview } from '../../../lib/claims/claim-review/day';
import { Notes } from '../../../lib/claims/claim-review/fields';
import { readDay } from '../../../lib/match/score/post';
import { firstDay } from '../../../lib/page/read/first-day';
import { sayList, sayNumber, sayWith } from '../../../lib/words';

/** Days with something about them: leap days, both edges of summer time on either half of the earth, a day Samoa left out. */
const DAYS = [
  ...['1901-01-01', '1955-04-15', '1969-12-31', '1970-01-01', '1999-12-31', '2000-02-29', '2011-12-30'],
  ...['2024-02-29', '2025-11-30', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2199-12-31'],
];
/** What is no day, or none that a page is of. */
const NO_DAYS = ['2025-02-29', '2026-02-30', '2026-13-01', '9999-12-31', '10000-01-01', '-000001-01-01', ''];
/** Moments of which the day depends on where one is. */
const MOMENTS = DAYS.flatMap((day) => [0, 9, 11, 13, 23].map((h) => Date.parse(day) + h * 3_600_000));
const SAID = [0, Date.parse('2026-03-29T01:00:00Z'), Date.parse('2026-10-25T01:00:00Z')];

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** One day as pages write it. */
function written(day: string): string[] {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const name = MONTHS[month - 1] ?? '';
  return [
    day,
    `${day}T00:30:00+14:00`,
    `${day}T23:30:00-11:00`,
    `${day} 02:30:00`,
    `${date} ${name} ${year}`,
    `${name} ${date}, ${year} 11:30 PM`,
    `${name} ${date}, ${year} 00:30 EST`,
    `${date} ${name.slice(0, 3)} ${year} 23:59:00 +0530 (IST)`,
  ];
}

/** Systems write the first day of Unix time where nobody wrote one. */
const isUnix = (day: string) => day === '1970-01-01' || day === '1969-12-31';

/** What is to be the same everywhere, told of `day`. */
const told = (day: string): string =>
  JSON.stringify([
    sayDate(day),
    ageOf('2024-06-15', day, '2026-11-22'),
    ageOf(day, '2024-06-15', '2026-11-22'),
    dayOfReview(day, '', new Notes()),
    readDay(day),
    written(day).map((form) => firstDay([form])),
  ]);

/** Told in words; none of it may fail or come to nothing. */
const words = (at: number): string[] => [
  sayTime(new Date(at).toISOString()),
  sayClock(at),
  ...[3, 400, -1].map((days) => sayAgo(at, at + 86_400_000 * days)),
  sayNumber(1_234_567.5),
  sayBytes(4_200_000),
  sayList(['a', 'b', 'c']),
];

export interface Swept {
  /** Zones and locales, and what was told in them. */
  readonly pairs: number;
  readonly told: number;
  readonly failures: readonly string[];
}

/** Tells all of it in each zone and locale, with the words of no language but the dates and digits of `locales`. */
export function sweep(zones: readonly string[], locales: readonly string[], signal?: AbortSignal): Swept {
  const before = process.env.TZ;
  const failures: string[] = [];
  let [pairs, count] = [0, 0];
  for (const tag of locales) {
    sayWith((key) => (key === 'ext_language' ? (tag.split('-')[0] ?? '') : key), tag);
    process.env.TZ = 'UTC';
    for (const day of DAYS)
      for (const form of written(day)) {
        const is = firstDay([form]);
        if (is !== (isUnix(day) ? '' : day)) failures.push(`“${form}” is read as “${is}”`);
      }
    const everywhere = [...DAYS, ...NO_DAYS].map((day) => [day, told(day)] as const);
    for (const zone of zones) {
      if (signal?.aborted) break;
      process.env.TZ = zone;
      pairs++;
      for (const [day, there] of everywhere) {
        const here = told(day);
        if (here !== there) failures.push(`${zone} ${tag} ${day}: ${here}, in UTC ${there}`);
      }
      const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, calendar: 'gregory' });
      for (const at of MOMENTS) {
        const [here, there] = [dayHere(new Date(at)), calendar.format(at)];
        if (here !== there) failures.push(`${zone} ${at}: today is ${here}, not ${there}`);
      }
      const texts = SAID.flatMap(words);
      for (const text of texts)
        if (text.trim() === '' || /NaN|Invalid|undefined/.test(text))
          failures.push(`${zone} ${tag}: “${text}”`);
      count += everywhere.length + MOMENTS.length + texts.length;
    }
  }
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  return { pairs, told: count, failures };
}

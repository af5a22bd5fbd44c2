/** Days as feeds write them. One that can be read two ways is not read. */
import { many, type Notes, written } from './fields';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** What may come before a day: its name. After it: nothing, a time, a zone; but no digit that belongs to it. */
const BEFORE = '^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?';
const AFTER = '(?=$|[\\sT,(])';

/** 2020-10-07T20:05, 2020/10/7 */
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** 07.10.2020 20:05: with dots the day is first, wherever that is the custom. */
const DOTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
/** 10/7/2020, 31-12-2020: the order is another in each country. */
const EITHER = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?!\d)/;
const DAY_MONTH = new RegExp(
  `${BEFORE}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH}\\.?,?[\\s-]+(\\d{4})${AFTER}`,
  'i',
);
const MONTH_DAY = new RegExp(
  `${BEFORE}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${AFTER}`,
  'i',
);

/** The first of one or many as YYYY-MM-DD, as it stands there, whatever the zone; or what is wrong with it. */
export function day(value: unknown, pointer: string, notes: Notes): string | undefined {
  const said = written(value);
  if (said === '') return undefined;
  if (many(value).length > 1) notes.add('first-of-many', pointer, 'holds several dates; the first was read');
  const found = read(said.slice(0, 100));
  if (found === 'ambiguous')
    notes.add(
      'date-ambiguous',
      pointer,
      'can be read as day and month or as month and day; it was left out (write YYYY-MM-DD)',
    );
  else if (found === undefined)
    notes.add('date-unreadable', pointer, 'is not a date; it was left out (write YYYY-MM-DD)');
  else return found;
  return undefined;
}

function read(said: string): string | 'ambiguous' | undefined {
  let found = YEAR_FIRST.exec(said);
  if (found) return real(found[1], found[3], found[4]);
  found = DOTS.exec(said);
  if (found) return real(found[3], found[2], found[1]);
  found = DAY_MONTH.exec(said);
  if (found) return real(found[3], monthOf(found[2]), found[1]);
  found = MONTH_DAY.exec(said);
  if (found) return real(found[3], monthOf(found[1]), found[2]);
  found = EITHER.exec(said);
  if (!found) return undefined;
  const [, a, , b, year] = found;
  const readings = new Set([real(year, a, b), real(year, b, a)].filter((r) => r !== undefined));
  return readings.size > 1 ? 'ambiguous' : [...readings][0];
}

const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** There is such a day, and it is none that means “no date”: the years 0001, 1900 and before; the first day of Unix time. */
function real(year = '', month = '', dayOfMonth = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const time = Date.parse(iso);
  if (Number.isNaN(time) || time === 0 || Number(year) <= 1900) return undefined;
  return new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

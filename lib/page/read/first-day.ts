/** The day that a page's metadata tell, in whatever form they do. */

/** What may stand after a moment's day and time: its zone. */
const ZONE = / ?(?:Z|UTC|[BCEGIMP][A-Z]{0,2}T)? ?(?:[+-]\d\d:?\d\d)? ?(?:\([^)]*\))?$/;
/** Characters; no moment is longer. */
const LONGEST = 100;

/** The first that is a moment, as its day (YYYY-MM-DD) where it was written: no time zone moves a story to the day before. */
export function firstDay(moments: readonly string[]): string {
  for (const said of moments) {
    const moment = said.trim().slice(0, LONGEST).replace(/\s+/g, ' ');
    const written = /^(\d{4}-\d\d-\d\d)/.exec(moment)?.[1];
    // “5 November 2024” alone would be read on the reader's clock.
    const at = new Date(written ?? `${moment.replace(ZONE, '')} UTC`);
    const year = at.getUTCFullYear();
    // Of “3 hours ago” and “Part 5”, engines make a day of 2001; a year alone says no day.
    const isDay = year > 1800 && year < 2200 && moment.includes(`${year}`) && /\d\D+\d/.test(moment);
    const day = isDay ? at.toISOString().slice(0, 10) : '';
    // Engines take 30 February for 1 March; and where nobody wrote a day, systems write the first of theirs.
    if (day !== '' && day === (written ?? day) && day !== '1970-01-01' && day !== '1969-12-31') return day;
  }
  return '';
}

/** The day that a page tells: as it was written there, and none that nobody wrote. `tests/soak/time` tries it in all zones. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstDay } from '../../../lib/page/read/first-day';

it.each([
  ['2024-11-05', '2024-11-05'],
  ['  2024-11-05T23:59:59-11:00', '2024-11-05'],
  ['November 5, 2024', '2024-11-05'],
  ['Tue, 05 Nov 2024 23:30:00 GMT', '2024-11-05'],
  ['Tue Nov 05 2024 23:30:00 GMT-0800 (Pacific Standard Time)', '2024-11-05'],
  ['Nov 5, 2024 11:30 PM EST', '2024-11-05'],
  ['5 Nov\n 2024', '2024-11-05'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', ''],
  ['2024-02-30', ''],
  ['1970-01-01T00:00:00Z', ''],
  ['Thu, 01 Jan 1970 00:00:00 GMT', ''],
  ['Wed Dec 31 1969 19:00:00 GMT-0500 (EST)', ''],
  ['1955-04-15', '1955-04-15'],
  ['0001-01-01', ''],
  ['-0001-01-01', ''],
  ['9999-12-31', ''],
  ['+010000-01-01', ''],
  ['2024', ''],
  ['November 2024', ''],
  ['3 hours ago', ''],
  ['Part 5', ''],
  ['May 7', ''],
  ['1700000000000', ''],
  ['', ''],
])('“%s” is the day “%s”', (moment, day) => expect(firstDay([moment])).toBe(day));

it('is the first that is one', () =>
  expect(firstDay(['yesterday', '2024-02-30', '2024-03-01', '2024-03-02'])).toBe('2024-03-01'));

it('is a day of the calendar or nothing, whatever a page says, and soon', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.date().map(String)), (moment) => {
      const day = firstDay([moment]);
      if (day !== '') expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    }),
  );
  expect(firstDay([`5 Nov 2024${' '.repeat(1_000_000)}x`, '('.repeat(1_000_000)])).toBe('2024-11-05');
});

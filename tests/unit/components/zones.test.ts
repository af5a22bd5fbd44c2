/** Time zones and languages: a day is the same day everywhere, and words fold alike. `npm run soak -- time` tries all zones. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sayAgo, sayDate } from '../../../components/dates';
import { speak as speakAsUsual } from '../../../lib/cli/words';
import { sayWith } from '../../../lib/words';
import { sweep } from '../../soak/time/zones';

const ROOT = resolve(import.meta.dirname, '../../..');
const speak = (tag: string) =>
  sayWith((key) => (key === 'ext_language' ? (tag.split('-')[0] ?? '') : key), tag);
afterAll(() => speakAsUsual('en', 'en-GB'));

describe('days', () => {
  it('are the same days from Niue to Kiritimati', () => {
    const zones = [
      'Pacific/Kiritimati',
      'Pacific/Niue',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Europe/London',
    ];
    const { pairs, failures } = sweep(zones, ['en-GB', 'ar-EG', 'he', 'ar-SA-u-ca-islamic-umalqura']);
    expect(failures).toEqual([]);
    expect(pairs).toBe(20);
  });

  it('are told in the calendar of the texts, with the digits of the reader', () => {
    speak('en-US-u-ca-buddhist');
    expect(sayDate('2025-11-30')).toBe('November 30, 2025');
    speak('ar-SA-u-ca-islamic-umalqura-nu-arab');
    expect(sayDate('2025-11-30')).toBe('٣٠ نوفمبر ٢٠٢٥');
    speak('en-GB');
    expect(sayDate('2025-11-30')).toBe('30 November 2025');
  });

  it('that are none stay as they are written', () => {
    speak('en-GB');
    for (const day of ['2025-02-30', '2025-02-29', '10000-01-01', '-0001-01-01', '2025-13', '2025-1-1'])
      expect(sayDate(day)).toBe(day);
    expect(sayDate('2024-02-29')).toBe('29 February 2024');
    expect(() => sayAgo(Number.NaN, 0)).not.toThrow();
  });
});

describe('a browser whose own language is Turkish', () => {
  it('folds, matches and reads ratings as any other', () => {
    const told = (locale: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', resolve(ROOT, 'tests/support/folded.ts')], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: locale, LANG: locale },
      });
    const [turkish, english] = [told('tr_TR.UTF-8'), told('en_US.UTF-8')].map((text) => JSON.parse(text));
    expect(turkish.language).toBe('tr-TR');
    expect(english.language).toBe('en-US');
    expect(turkish.rest).toEqual(english.rest);
  });
});

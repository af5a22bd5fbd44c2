/** Every time zone that this Node knows, with the dates and digits of many regions. */
import type { Outcome, Part } from '../part';
import { sweep } from './zones';

/** Our six languages with regions of other digits and calendars, and languages of which we have no words. */
export const LOCALES = [
  ...['en', 'en-GB', 'en-TH', 'en-US-u-ca-buddhist', 'de', 'de-AT', 'es', 'es-MX', 'fr', 'fr-CA', 'he'],
  ...['ar', 'ar-EG', 'ar-SA', 'ar-SA-u-ca-islamic-umalqura', 'fa', 'th', 'tr', 'ja-JP-u-ca-japanese'],
  ...['zh-Hant', 'hi'],
];

export const time: Part = {
  name: 'time',
  about:
    'Days, moments, numbers and lists read and told in every time zone that Node knows, in 21 locales: each day is the same day everywhere, and nothing fails.',
  browsers: [],
  run: async ({ scale, signal, say }): Promise<Outcome> => {
    const every = Math.max(1, Math.round(1 / scale));
    const zones = Intl.supportedValuesOf('timeZone').filter((_zone, i) => i % every === 0);
    const failures: string[] = [];
    let [pairs, told] = [0, 0];
    for (const locale of LOCALES) {
      // Between two, Ctrl-C is heard.
      await new Promise((done) => setTimeout(done));
      const one = sweep(zones, [locale], signal);
      pairs += one.pairs;
      told += one.told;
      failures.push(...one.failures);
      say(`${pairs} zones and locales`);
    }
    return {
      figures: [
        { name: 'time zones', value: zones.length, unit: '', least: 400 },
        { name: 'locales', value: LOCALES.length, unit: '' },
        { name: 'zones and locales tried', value: pairs, unit: '', least: 8_000 },
        { name: 'days, moments and texts told', value: told, unit: '', least: 800_000 },
        { name: 'told otherwise than in UTC, or not at all', value: failures.length, unit: '', most: 0 },
      ],
      failures,
    };
  },
};

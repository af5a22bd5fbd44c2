/** Readers at the ends of the clock, whose browsers speak other languages and count other years: the same marks, the same days. */
import { launch } from '../support/extension';
import { checks } from '../unit/match/starter';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

const DAY = checks.find(({ id }) => id === PACT)?.checkedOn ?? '';

/** Zone, hours from Greenwich there, the browser's language, and the one in which we speak then. */
const PLACES = [
  ['Pacific/Kiritimati', 14, 'ar', 'ar'],
  ['Etc/GMT+12', -12, 'fa', 'en'],
  ['Pacific/Marquesas', -9.5, 'th', 'en'],
] as const;

for (const [zone, hours, language, own] of PLACES)
  test(`in ${zone}, with a browser in ${language}`, async ({ site }) => {
    site.pages.set('/claim.html', html(`<p>${CLAIM}</p>`));
    const { TZ } = process.env;
    process.env.TZ = zone;
    const app = await launch({ language });
    // A Firefox without the pack of a language speaks English.
    const spoken = app.firefox ? 'en' : own;
    try {
      const { page, inside } = await open(app, `${site.url}/claim.html`, false);
      expect(await page.evaluate(() => new Date().getTimezoneOffset())).toBe(-60 * hours);
      await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
      const check = await ours(app, `check.html#${PACT}`);
      await expect(check.locator('html')).toHaveAttribute('lang', new RegExp(`^${spoken}`));
      // Not the day before or after, and of the calendar that checks are dated in.
      const told = new Intl.DateTimeFormat(spoken, {
        calendar: 'gregory',
        numberingSystem: 'latn',
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      const time = check.locator(`time[datetime="${DAY}"]`).first();
      await expect(time).toHaveText(told.format(new Date(`${DAY}T00:00:00Z`)));
      const options = await ours(app, 'options.html');
      await expect(options.locator('html')).toHaveAttribute('dir', spoken === 'ar' ? 'rtl' : 'ltr');
      await expect(options.locator('#library')).toContainText(String(checks.length));
    } finally {
      await app.close();
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

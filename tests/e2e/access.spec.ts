/** Every surface of ours against WCAG 2.2 AA, in light and dark. */
import AxeBuilder from '@axe-core/playwright';
import { expect, ours, PACT, test } from './support/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SURFACES = [
  'popup.html',
  'popup.html?find=pact',
  `popup.html#${PACT}`,
  'options.html',
  `check.html#${PACT}`,
  'sidepanel.html',
  `sidepanel.html#${PACT}`,
];

for (const scheme of ['light', 'dark'] as const)
  for (const surface of SURFACES)
    test(`${surface} in ${scheme}`, async ({ app }) => {
      const page = await ours(app, surface);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await expect(page.locator('h1, h2').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
    });

test('nothing scrolls sideways at 320 pixels, and right to left', async ({ app }) => {
  for (const surface of SURFACES.slice(1)) {
    const page = await ours(app, surface);
    await page.setViewportSize({ width: 320, height: 600 });
    await expect(page.locator('h1, h2').first()).toBeVisible();
    for (const dir of ['ltr', 'rtl']) {
      await page.evaluate((d) => document.documentElement.setAttribute('dir', d), dir);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `${surface} ${dir}`,
      ).toBe(true);
    }
    await page.close();
  }
});

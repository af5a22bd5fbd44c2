/** Every component in every state looks as it did: light, dark, forced colours, and from right to left. */
import { resolve } from 'node:path';
import { test as base, chromium, expect, type Locator, type Page } from '@playwright/test';
import { build } from 'vite';
import { violations } from '../e2e/support/axe';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/browser';
import { type Site, serve } from '../support/server';
import { lean } from './support/lean';
import { PICTURE_FLAGS, settled } from './support/pictures';

const test = base.extend<object, { gallery: Site; pages: () => Promise<Page> }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      await build({
        configFile: resolve(import.meta.dirname, '../gallery/vite.config.ts'),
        logLevel: 'warn',
      });
      const site = await serve(resolve(import.meta.dirname, '../../.tmp/gallery'));
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  pages: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const executablePath = chromiumPath();
      const browser = await chromium.launch({
        ...(executablePath ? { executablePath } : { channel: 'chromium' }),
        args: [...CHROMIUM_FLAGS, ...PICTURE_FLAGS],
      });
      await use(async () =>
        (await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'UTC' })).newPage(),
      );
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

/** With colours forced only shapes, edges and focus are ours; from right to left only what has a start and an end. */
const FORCED =
  'verdicts marks mark-stances cards card-menus popup-bar find switches radio-cards buttons'.split(' ');
const SIDELESS = 'type space colours icons verdicts backup'.split(' ');
const isPictured = (look: string, id: string) =>
  look === 'forced' ? FORCED.includes(id) : look !== 'rtl' || !SIDELESS.includes(id);

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
  rtl: { colorScheme: 'light', language: 'ar' },
} as const;

for (const [look, { language = 'en', ...media }] of Object.entries(
  LOOKS as Record<string, { colorScheme: 'light' | 'dark'; forcedColors?: 'active'; language?: string }>,
))
  test(`gallery, ${look}`, async ({ gallery, pages }) => {
    test.slow();
    const page = await pages();
    await page.emulateMedia({ reducedMotion: 'reduce', ...media });
    await page.goto(`${gallery.url}/?language=${language}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await settled(page);
    const groups = page.locator('.group');
    expect(await groups.count()).toBeGreaterThan(20);
    for (const group of await groups.all()) {
      const id = (await group.getAttribute('id')) ?? '';
      if (!isPictured(look, id)) continue;
      await focusIn(group);
      const seen = await group.locator('.states').screenshot({ animations: 'disabled', caret: 'hide' });
      const name = `gallery-${id}-${look}.png`;
      const picture = /all|changed/.test(test.info().config.updateSnapshots) ? lean(seen) : seen;
      expect.soft(picture).toMatchSnapshot(name, { maxDiffPixels: 120, threshold: 0.2 });
    }
    // From right to left names, roles and colours are the same; it takes as long as all pictures.
    if (look !== 'rtl') expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

/** Gives the focus to what shows it in this group, or to nothing. */
const focusIn = (group: Locator) =>
  group.evaluate((section) => {
    const shown = section.querySelector<HTMLElement>('[data-focus]');
    const target = shown?.shadowRoot?.querySelector<HTMLElement>(shown.dataset.focus ?? '');
    if (shown && !target) throw new Error(`Nothing to focus: ${shown.dataset.focus}`);
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    target?.focus({ preventScroll: true });
  });

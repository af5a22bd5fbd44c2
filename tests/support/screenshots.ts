/** `npm run screenshots`: pictures of every surface, light and dark, into docs/screenshots. The README shows two. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { Inside, type Launched, launch } from './extension';
import { feed, recordBy } from './feeds';
import { serve } from './server';
import { attachTarget } from './target';

const OUT = resolve(import.meta.dirname, '../../docs/screenshots');
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const PACT = 'us-israel-mutual-defense-pact';

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const site = await serve(DEMO);
  for (const scheme of ['light', 'dark'] as const) {
    const app = await launch({ colorScheme: scheme, viewport: { width: 1280, height: 800 } });
    const shot = (page: Page, name: string) =>
      page.screenshot({ path: resolve(OUT, `${name}-${scheme}.png`) });
    const page = await app.context.newPage();
    const inside = await Inside.attach(page, app.id);
    await page.goto(`${site.url}/`);
    await page.waitForSelector('factmark-overlay', { state: 'attached' });
    await inside.allBadges(page);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.waitForTimeout(2_500);
    await shot(page, 'page');
    await hover(page, inside);
    await shot(page, 'card');
    await popup(app, page, scheme);
    for (const [path, name] of [
      ['options.html', 'options'],
      [`check.html#${PACT}`, 'check'],
    ] as const) {
      const own = await app.context.newPage();
      await own.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await own.goto(`chrome-extension://${app.id}/${path}`);
      await own.waitForSelector('h1');
      await own.waitForTimeout(300);
      await shot(own, name);
      if (name === 'options') await library(own, resolve(OUT, `library-${scheme}.png`));
      await own.close();
    }
    await app.close();
  }
  await site.close();
  console.log(`Screenshots are in ${OUT}`);
}

/** The library with an added feed: what is told of it, and its publishers. */
async function library(options: Page, path: string): Promise<void> {
  const by = (name: string, host: string, n: number) =>
    Array.from({ length: n }, (_, i) =>
      recordBy(name, host, `The bridge at lock ${i} was sold to a scrap dealer.`, 'Not so'),
    );
  await options.locator('input[type=file]').setInputFiles({
    ...feed(
      ...by('Bridge Desk', 'bridges.example', 40),
      ...by('Tower Desk', 'tower.example', 25),
      ...by('River Desk', 'river.example', 5),
    ),
    name: 'locks-and-bridges.json',
  });
  const entry = options.locator('.source-entry').filter({ hasText: 'locks-and-bridges.json' });
  await entry.getByText('About this source').click();
  await entry.getByText('3 publishers', { exact: true }).click();
  await options.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const section = options.getByRole('region', { name: 'Library', exact: true });
  await section.screenshot({ path });
}

/** Brings the caller's claim to the middle and rests the pointer on its badge. */
async function hover(page: Page, inside: Inside): Promise<void> {
  await page
    .getByText('has a mutual defense pact with Israel, so if')
    .first()
    .evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
  // A little higher than the middle: the whole card has room below.
  await page.evaluate(() => scrollBy({ top: 170, behavior: 'instant' }));
  await page.waitForTimeout(500);
  const badge = (await inside.badges()).find((b) => b.text.includes('so if anybody'));
  if (!badge) throw new Error('the demo page has no badge at the caller’s claim');
  await page.mouse.move(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
  await page.waitForTimeout(700);
}

async function popup(app: Launched, page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.mouse.move(5, 5);
  await page.bringToFront();
  await (await app.worker()).evaluate(() => chrome.action.openPopup());
  const browser = app.context.browser();
  if (!browser) throw new Error('no browser');
  const target = await attachTarget(browser, (t) => t.url.includes('/popup.html'));
  await target.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  });
  await page.waitForTimeout(900);
  writeFileSync(resolve(OUT, `popup-${scheme}.png`), await target.screenshot());
  await target.evaluate(`location.hash = '${PACT}'`);
  await page.waitForTimeout(700);
  writeFileSync(resolve(OUT, `popup-check-${scheme}.png`), await target.screenshot());
  await target.evaluate('window.close()').catch(() => {});
}

await main();

/**
 * `npm run screenshots [FOLDER]`: pictures of every surface, light and dark, into docs/screenshots (or FOLDER). The README
 * shows some.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openPanel } from '../e2e/support/panel';
import { centre, goTo } from '../e2e/support/reader';
import { attachSurface, openPopup, type Surface } from '../e2e/support/surface';
import { open, ours, PACT } from '../e2e/support/test';
import { settled, still } from '../visual/support/pictures';
import { type Launched, launch } from './extension';
import { feed, recordBy } from './feeds';
import { type Site, serve } from './server';

const OUT = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../docs/screenshots'));
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const CALLER = 'so if anybody fires on them';
type Scheme = 'light' | 'dark';

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const site = await serve(DEMO);
  for (const scheme of ['light', 'dark'] as const) {
    const app = await launch({ colorScheme: scheme, viewport: { width: 1280, height: 800 } });
    await article(app, site, scheme);
    await pages(app, scheme);
    await app.close();
  }
  await site.close();
  console.log(`Screenshots are in ${OUT}`);
}

const fileOf = (name: string, scheme: Scheme) => resolve(OUT, `${name}-${scheme}.png`);

/** A picture of a page at rest. */
async function shot(page: Page, name: string, scheme: Scheme): Promise<void> {
  await settled(page);
  await page.screenshot({ path: fileOf(name, scheme) });
}

/** The demo article, the card on it, the popup over it, the panel beside it. */
async function article(app: Launched, site: Site, scheme: Scheme): Promise<void> {
  const { page, inside } = await open(app, `${site.url}/`);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  // The live box brings one paragraph after two seconds.
  await expect(page.getByText('asks Priya in Duluth')).toBeVisible();
  await inside.allBadges(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(async () => (await inside.badges()).length).toBeGreaterThan(2);
  await shot(page, 'page', scheme);
  const badge = await goTo({ page, inside }, CALLER);
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).not.toBeNull();
  await shot(page, 'card', scheme);
  await page.mouse.move(5, 5);
  await page.bringToFront();

  const popup = await openPopup(app);
  await surface(popup, '.matches', 'popup', scheme);
  await popup.click('Find a check');
  await popup.type('mutal defence');
  await surface(popup, '.hits mark', 'popup-find', scheme);
  await popup.press('Enter');
  await surface(popup, '#source-1', 'popup-check', scheme);
  await popup.close();

  const opened = await openPanel(app);
  await page.bringToFront();
  const panel = await attachSurface(app, 'sidepanel.html');
  await surface(panel, '.reading [aria-current]', 'panel', scheme);
  await panel.detach();
  await opened.close();
}

/** A picture of the popup or the panel, once `sign` is there. */
async function surface(of: Surface, sign: string, name: string, scheme: Scheme): Promise<void> {
  await of.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await expect.poll(() => of.evaluate(`document.querySelector('${sign}') !== null`)).toBe(true);
  await of.evaluate(`(${still})()`);
  await of.picture(fileOf(name, scheme));
}

/** Pages of ours: each, and what must be there before its picture is taken. */
const PAGES = [
  ['welcome.html', 'factmark-overlay', 'welcome'],
  [`check.html#${PACT}`, '#source-1', 'check'],
  ['options.html', '#about dl', 'options'],
] as const;

async function pages(app: Launched, scheme: Scheme): Promise<void> {
  for (const [path, sign, name] of PAGES) {
    const page = await ours(app, path);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.locator(sign)).toBeAttached();
    await shot(page, name, scheme);
    if (name === 'options') await library(page, fileOf('library', scheme));
    await page.close();
  }
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
  await settled(options);
  const section = options.getByRole('region', { name: 'Library', exact: true });
  await section.screenshot({ path });
}

await main();

/** Every surface of the built extension looks as it did: light, dark, and from right to left. */
import { resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { openPanel } from '../e2e/support/panel';
import { centre, goTo } from '../e2e/support/reader';
import { attachSurface, openPopup, type Surface } from '../e2e/support/surface';
import { open, ours, PACT } from '../e2e/support/test';
import { type Launched, launch } from '../support/extension';
import { type Site, serve } from '../support/server';
import { dressing, FAMILIES, letters, PICTURE_FLAGS, settled, still } from './support/pictures';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const LIST = 'My neighbor, a retired colonel';
/** What is another every time: room taken, how long ago. */
const CHANGING =
  '#privacy .setting > .hint, .recent-meta time, #about dl > :first-child > dd { visibility: hidden }';

const LOOKS = {
  light: { scheme: 'light', language: 'en-US' },
  dark: { scheme: 'dark', language: 'en-US' },
  rtl: { scheme: 'light', language: 'ar' },
} as const;

const test = base.extend<object, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const site = await serve(DEMO);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

for (const [look, { scheme, language }] of Object.entries(LOOKS))
  test(`surfaces, ${look}`, async ({ site }) => {
    test.setTimeout(90_000);
    const app = await launch({
      colorScheme: scheme,
      language,
      flags: PICTURE_FLAGS,
      viewport: { width: 1000, height: 720 },
    });
    try {
      await pagesOf(app, look);
      await besideArticle(app, site, look, scheme);
    } finally {
      await app.close();
    }
  });

/** A page of ours with our letters and nothing that moves. */
async function quiet(app: Launched, path: string): Promise<Page> {
  const page = await ours(app, path);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(dressing(CHANGING));
  return page;
}

async function same(page: Page, name: string, options: { fullPage?: boolean; clip?: Clip } = {}) {
  await settled(page);
  await expect.soft(page).toHaveScreenshot(`${name}.png`, options);
}
type Clip = { x: number; y: number; width: number; height: number };

async function pagesOf(app: Launched, look: string): Promise<void> {
  const welcome = await quiet(app, 'welcome.html');
  await expect(welcome.locator('factmark-overlay')).toBeAttached();
  await expect(welcome.getByRole('switch').first()).toBeVisible();
  await same(welcome, `welcome-${look}`, { fullPage: look !== 'dark' });
  await welcome.close();

  const check = await quiet(app, `check.html#${PACT}`);
  await same(check, `check-${look}`);
  await check
    .locator('#source-1')
    .evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
  if (look !== 'dark') await same(check, `check-sources-${look}`);
  await check.close();

  const settings = await quiet(app, 'options.html');
  await expect(settings.locator('#about dl')).toBeVisible();
  // All of it once; in other looks what is seen first.
  if (look !== 'light') await same(settings, `settings-${look}`);
  else {
    await settled(settings);
    for (const section of await settings.locator('main > .place').all())
      await expect.soft(section).toHaveScreenshot(`settings-${await section.getAttribute('id')}-${look}.png`);
  }
  await settings.close();
}

async function besideArticle(app: Launched, site: Site, look: string, scheme: string): Promise<void> {
  const article = await open(app, `${site.url}/`);
  const { page, inside } = article;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addStyleTag({ content: `${letters()} * { font-family: "Noto Serif" !important }` });
  await settled(page);
  const badge = await goTo(article, LIST);
  await inside.evaluate(
    `root.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(OVERLAY)} }))`,
  );
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).not.toBeNull();
  await settled(page);
  await same(page, `card-${look}`, { clip: await inside.evaluate<Clip>(AROUND_CARD) });
  await page.mouse.move(1, 1);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.bringToFront();

  const popup = await openPopup(app);
  await calm(popup, scheme);
  await seen(popup, '.matches', `popup-page-${look}`);
  await popup.evaluate(`document.getElementById('tab-find').click()`);
  await there(popup, '.find input');
  await popup.evaluate(`document.querySelector('.find input').focus()`);
  await popup.type('mutual defence');
  await seen(popup, '.hits mark', `popup-find-${look}`);
  await popup.press('Enter');
  await there(popup, ARRIVED);
  if (look !== 'dark') await seen(popup, ARRIVED, `popup-check-${look}`);
  await popup.press('Escape');
  await popup.evaluate(`document.getElementById('tab-recent').click()`);
  await seen(popup, '.recent', `popup-recent-${look}`);
  await popup.close();

  const opened = await openPanel(app);
  await page.bringToFront();
  const panel = await attachSurface(app, 'sidepanel.html');
  await calm(panel, scheme);
  // Where the article stands, and the list with it.
  await expect.poll(opened.current).toContain('Priya in Duluth');
  await panel.evaluate(
    `document.querySelector('[aria-current]').scrollIntoView({ block: 'center', behavior: 'instant' })`,
  );
  await seen(panel, '.reading [aria-current]', `panel-${look}`);
  await panel.evaluate(`document.querySelector('.reading-check').click()`);
  await seen(panel, ARRIVED, `panel-check-${look}`);
  await panel.detach();
  await opened.close();
}

/** An expression for the overlay: the card and what is beside it. */
const AROUND_CARD = `(() => {
  const card = root.querySelector('.card-layer').getBoundingClientRect();
  const badge = root.querySelector('.badge[aria-expanded=true]').getBoundingClientRect();
  const left = Math.max(0, Math.min(card.left, badge.left) - 30);
  const top = Math.max(0, Math.min(card.top, badge.top) - 60);
  const right = Math.min(innerWidth, Math.max(card.right, badge.right) + 30);
  const bottom = Math.min(innerHeight, Math.max(card.bottom, badge.bottom) + 30);
  return { x: left, y: top, width: right - left, height: bottom - top };
})()`;

/** For the overlay: the letters that the page has by now. */
const OVERLAY = `.card.card, .notice.notice, .badge.badge { ${FAMILIES} }`;

/** Our letters, nothing that moves, no blinking cursor. */
async function calm(surface: Surface, scheme: string): Promise<void> {
  await surface.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await surface.evaluate(dressing(`${CHANGING} * { caret-color: transparent !important }`));
}

/** A check is there, its question with the focus: `:focus` is for documents in front. */
const ARRIVED = 'h1[tabindex]';

/** Resolves once `sign` is there. */
const there = (surface: Surface, sign: string) =>
  expect
    .poll(() =>
      surface.evaluate(
        `[...document.querySelectorAll(${JSON.stringify(sign)})].some((e) => e.localName !== 'h1' || e === document.activeElement)`,
      ),
    )
    .toBe(true);

/** Compares once `sign` is there. */
async function seen(surface: Surface, sign: string, name: string): Promise<void> {
  await there(surface, sign);
  await surface.evaluate(`(${still})()`);
  expect
    .soft(await surface.screenshot())
    .toMatchSnapshot(`${name}.png`, { maxDiffPixels: 120, threshold: 0.2 });
}

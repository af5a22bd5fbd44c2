/** Every surface of ours against WCAG 2.2 AA: in light, dark and forced colours, small, enlarged, from right to left, and still. */
import type { Page } from '@playwright/test';
import { violations, violationsIn } from './support/axe';
import { openPanel } from './support/panel';
import { centre, clickInside } from './support/reader';
import { attachSurface, openPopup, type Surface } from './support/surface';
import { CLAIM, expect, html, leaveText, open, ours, PACT, test } from './support/test';

/** Each surface that has an address, and what is there once it is ready. */
const SURFACES = [
  ['welcome.html', 'factmark-overlay'],
  ['options.html', '#about dl'],
  [`check.html#${PACT}`, '#source-1'],
  ['check.html#no-such-check', '.empty, h1'],
  ['popup.html', '.empty'],
  ['sidepanel.html', '.empty'],
  ['popup.html?find', '.hits mark'],
  [`popup.html#${PACT}`, '#source-1'],
  [`sidepanel.html#${PACT}`, '#source-1'],
] as const;

const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

test.beforeEach(({ site }) => {
  site.pages.set('/access.html', html(`<h1>A story</h1><p>${CLAIM}</p><p>Some text between.</p>`));
});

for (const [path, ready] of SURFACES) {
  test(`${path}: nothing for axe to find`, async ({ app }) => {
    if (path.includes('?find')) await leaveText(app, 'mutal defense');
    const page = await ours(app, path);
    await expect(page.locator(ready).first()).toBeAttached();
    for (const look of LOOKS) {
      await page.emulateMedia({ reducedMotion: 'reduce', ...look });
      expect(await violations(page), JSON.stringify(look)).toEqual([]);
    }
  });

  test(`${path}: nothing scrolls sideways at 320 pixels and at 200 %, either way`, async ({ app }) => {
    if (path.includes('?find')) await leaveText(app, 'mutal defense');
    const page = await ours(app, path);
    await expect(page.locator(ready).first()).toBeAttached();
    await page.setViewportSize({ width: 320, height: 600 });
    for (const dir of ['ltr', 'rtl']) expect(await isWide(page, dir), `320 ${dir}`).toBe(false);
    // A window of 1280 pixels at 200 %, and letters of twice the size besides.
    await page.setViewportSize({ width: 640, height: 450 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    for (const dir of ['ltr', 'rtl']) expect(await isWide(page, dir), `200 % ${dir}`).toBe(false);
  });

  test(`${path}: nothing moves for a reader who asked for less motion`, async ({ app }) => {
    if (path.includes('?find')) await leaveText(app, 'mutal defense');
    const page = await app.context.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${app.origin}/${path}`);
    await expect(page.locator(ready).first()).toBeAttached();
    const moving = () =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter((a) => a.playState === 'running' && Number(a.effect?.getComputedTiming().endTime) > 20)
          .map((a) => (a.effect as KeyframeEffect | null)?.target?.className),
      );
    expect(await moving()).toEqual([]);
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press('Tab');
      expect(await moving()).toEqual([]);
    }
  });
}

async function isWide(page: Page, dir: string): Promise<boolean> {
  await page.evaluate((d) => document.documentElement.setAttribute('dir', d), dir);
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

/** In each look, on a surface that is no page. */
async function clean(surface: Surface): Promise<void> {
  for (const { colorScheme, forcedColors } of LOOKS) {
    await surface.appear({ colorScheme, forcedColors });
    expect(await violationsIn(surface), `${colorScheme} ${forcedColors}`).toEqual([]);
  }
}

test('the real popup, place by place', async ({ app, site }) => {
  test.slow();
  const { page } = await open(app, `${site.url}/access.html`);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect.poll(popup.text).toContain(CLAIM);
  await clean(popup);
  await popup.click('Find a check');
  await clean(popup);
  await popup.type('xylophones quokka');
  await expect.poll(popup.text).toContain('No check found');
  await clean(popup);
  await popup.click('Recent');
  await clean(popup);
  await popup.click('Pause Factmark');
  await popup.click('Pause until I turn it on');
  await popup.click('This page');
  await expect.poll(popup.text).toContain('Factmark is paused');
  await clean(popup);
  await popup.close();
});

test('the real side panel: the list, and a search', async ({ app, site }) => {
  test.slow();
  const { page } = await open(app, `${site.url}/access.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain(CLAIM);
  const surface = await attachSurface(app, 'sidepanel.html');
  await clean(surface);
  await panel.find('mutual defense');
  await expect.poll(panel.text).toContain('Which countries');
  await clean(surface);
  await surface.detach();
  await panel.close();
});

test('card, its menus and the notice: what is drawn over a page, looked at where axe can see it', async ({
  app,
  site,
}) => {
  const article = await open(app, `${site.url}/access.html`);
  const { page, inside } = article;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const [badge] = await inside.badges();
  if (!badge) throw new Error('no badge');
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).toContain('No such treaty');
  expect(await moving(inside)).toBe(0);
  await clickInside(article, 'Why this matched');
  await cleanCopy(article, '.card');
  await clickInside(article, 'More choices');
  await expect.poll(() => inside.evaluate('root.querySelector(".menu") !== null')).toBe(true);
  expect(await moving(inside)).toBe(0);
  await cleanCopy(article, '.card');
  await clickInside(article, 'Off on this site');
  await expect.poll(() => inside.evaluate('root?.querySelector(".notice")?.innerText')).toContain('Undo');
  expect(await moving(inside)).toBe(0);
  await cleanCopy(article, '.notice');
});

type Article = Awaited<ReturnType<typeof open>>;

const moving = (inside: Article['inside']) =>
  inside.evaluate<number>(
    'root.getAnimations().filter((a) => a.playState === "running" && a.effect.getComputedTiming().endTime > 20).length',
  );

/** The overlay is closed to axe: a copy of the part, with its style sheets, in a page that is open to it. */
async function cleanCopy({ page, inside }: Article, part: string): Promise<void> {
  const copy = await inside.evaluate<{ css: string; markup: string }>(
    `({ css: [...root.adoptedStyleSheets, ...root.styleSheets].flatMap((s) => [...s.cssRules]).map((r) => r.cssText).join('\\n'),
        markup: root.querySelector(${JSON.stringify(part)}).outerHTML })`,
  );
  expect(copy.css).toContain(part);
  const blank = await page.context().newPage();
  await blank.setContent(html('<main><h1>A copy</h1></main>'));
  await blank.evaluate(({ css, markup }) => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = markup;
    document.querySelector('main')?.append(host);
  }, copy);
  for (const look of LOOKS) {
    await blank.emulateMedia({ reducedMotion: 'reduce', ...look });
    expect(await violations(blank), `${part} ${JSON.stringify(look)}`).toEqual([]);
  }
  await blank.close();
  await page.bringToFront();
}

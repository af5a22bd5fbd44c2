/** The stores' pictures, 1280×800: the built extension on the demo site as a reader sees it, under a line that says what it is. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { openPanel } from '../tests/e2e/support/panel';
import { badgeOf, centre, goTo } from '../tests/e2e/support/reader';
import { attachSurface, openPopup, type Surface } from '../tests/e2e/support/surface';
import { open, ours, PACT } from '../tests/e2e/support/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../tests/support/browser';
import { type Launched, launch } from '../tests/support/extension';
import { serve } from '../tests/support/server';
import { dressing, FAMILIES, letters, PICTURE_FLAGS, settled, still } from '../tests/visual/support/pictures';
import { frame, SHOWN, tile } from './frame';
import type { Scene } from './listing';

const ROOT = resolve(import.meta.dirname, '..');
const HOST = 'courier.example';
/** A popup's height in the browser is what it holds, up to 600; the panel's is the window's. */
const PANEL = { width: 360, height: SHOWN.height };
/** A sentence that makes the claim beyond doubt, and one at the beginning of the article. */
const COLUMN = 'My neighbor, a retired colonel';
const CALLER = 'so if anybody fires on them';

type Shots = Record<Scene, { readonly main: Buffer; readonly beside?: Buffer }>;

/** Takes all pictures; `write` gets each one under its name. */
export async function takePictures(
  captions: Readonly<Record<Scene, { readonly title: string; readonly text: string }>>,
  tagline: string,
  write: (name: string, png: Buffer) => void,
): Promise<void> {
  const shots = await capture();
  const browser = await chromium.launch({
    ...(chromiumPath() ? { executablePath: chromiumPath() as string } : {}),
    args: [...CHROMIUM_FLAGS, ...PICTURE_FLAGS],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const logo = readFileSync(resolve(ROOT, 'public/icon/factmark.svg'), 'utf8');
  for (const [n, [scene, { main, beside }]] of Object.entries(shots).entries()) {
    const { title, text } = captions[scene as Scene];
    const dark = scene === 'privacy';
    const page = frame({ title, text, logo, scene: scene as Scene, dark, main, beside });
    write(`${n + 1}-${scene}.png`, await drawn(context, page, { width: 1280, height: 800 }));
  }
  write('promo-440x280.png', await drawn(context, tile(logo, tagline), { width: 440, height: 280 }));
  for (const [side, edge] of [
    [300, 0],
    [128, 16],
  ] as const) {
    const alone = `<style>*{margin:0}svg{display:block;width:${side - 2 * edge}px;height:${side - 2 * edge}px;margin:${edge}px}</style>${logo}`;
    write(`logo-${side}.png`, await drawn(context, alone, { width: side, height: side }, true));
  }
  await browser.close();
}

/** A picture of a page made of `markup`. */
async function drawn(
  context: BrowserContext,
  markup: string,
  size: { width: number; height: number },
  clear = false,
): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.setContent(`<!doctype html><html lang="en"><style>${letters()}</style>${markup}`);
  await settled(page);
  const png = await page.screenshot({ omitBackground: clear });
  await page.close();
  return png;
}

async function capture(): Promise<Shots> {
  const site = await serve(resolve(ROOT, 'tests/fixtures/demo'));
  const address = `http://${HOST}:${new URL(site.url).port}/`;
  const flags = [...PICTURE_FLAGS, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
  const light = await launch({ viewport: SHOWN, flags });
  const article = await open(light, address);
  await calm(article.page);
  const card = await cardOf(article);
  const popup = await popupOf(light, article);
  const check = await pageOf(light, `check.html#${PACT}`, '#source-1', 'h1', peekAt);
  const panel = await panelOf(light, article);
  await light.close();
  const night = await launch({ viewport: SHOWN, flags, colorScheme: 'dark' });
  const privacy = await pageOf(night, 'options.html#privacy', '#about dl', '#privacy');
  await night.close();
  await site.close();
  return { card, popup, panel, check: { main: check }, privacy: { main: privacy } };
}

const calm = (page: Page) => page.emulateMedia({ reducedMotion: 'reduce' });

type Article = Awaited<ReturnType<typeof open>>;

/** The card at a sentence. */
async function cardOf(article: Article): Promise<Shots['card']> {
  const { page, inside } = article;
  // The live box brings one paragraph after two seconds.
  await expect(page.getByText('asks Priya in Duluth')).toBeVisible();
  await page.addStyleTag({ content: letters() });
  await goTo(article, COLUMN);
  // So that the frame cuts through no line of letters.
  await page.evaluate(() => scrollBy({ top: -48, behavior: 'instant' }));
  const badge = await badgeOf(article, COLUMN);
  await inside.evaluate(
    `root.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(`.card, .notice, .badge { ${FAMILIES} }`)} }))`,
  );
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).not.toBeNull();
  await settled(page);
  const main = await page.screenshot();
  await page.mouse.move(5, 5);
  return { main };
}

/** The popup, and the page that is under it. */
async function popupOf(app: Launched, { page, inside }: Article): Promise<Shots['popup']> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(async () => (await inside.badges()).length).toBeGreaterThan(2);
  await settled(page);
  const main = await page.screenshot();
  await page.bringToFront();
  const popup = await openPopup(app);
  const beside = await surface(popup, '.matches', 'start');
  await popup.close();
  return { main, beside };
}

/** The panel, and the page beside it, which is narrower then. */
async function panelOf(app: Launched, { page, inside }: Article): Promise<Shots['panel']> {
  await page.setViewportSize({ width: SHOWN.width - PANEL.width, height: SHOWN.height });
  const opened = await openPanel(app);
  await page.bringToFront();
  const panel = await attachSurface(app, 'sidepanel.html');
  await panel.send('Emulation.setDeviceMetricsOverride', { ...PANEL, deviceScaleFactor: 1, mobile: false });
  await goTo({ page, inside }, CALLER);
  await expect.poll(opened.current).not.toBe('');
  const beside = await surface(panel, '.reading [aria-current]', 'sentence');
  await settled(page);
  const main = await page.screenshot();
  await panel.detach();
  await opened.close();
  return { main, beside };
}

/** A picture of the popup or the panel, once `sign` is there: from its start, or with that sentence in the middle. */
async function surface(of: Surface, sign: string, from: 'start' | 'sentence'): Promise<Buffer> {
  await of.evaluate(dressing(''));
  await expect.poll(() => of.evaluate(`document.querySelector('${sign}') !== null`)).toBe(true);
  if (from === 'sentence')
    await of.evaluate(
      `document.querySelector('${sign}').scrollIntoView({ block: 'center', behavior: 'instant' })`,
    );
  await of.evaluate(`(${still})()`);
  return of.screenshot();
}

/** A page of ours once `sign` is there, from `from` on; `then`: what a reader does first. */
async function pageOf(
  app: Launched,
  path: string,
  sign: string,
  from: string,
  then?: (page: Page) => Promise<void>,
): Promise<Buffer> {
  const page = await ours(app, path);
  await page.setViewportSize(SHOWN);
  await calm(page);
  await expect(page.locator(sign)).toBeAttached();
  await page.evaluate(dressing(''));
  await settled(page);
  await page
    .locator(from)
    .evaluate((e) => scrollTo({ top: e.getBoundingClientRect().top + scrollY - 6, behavior: 'instant' }));
  await then?.(page);
  await settled(page);
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** Points at a citation, which shows the source it stands for. */
async function peekAt(page: Page): Promise<void> {
  await page.locator('.cite').first().hover();
  await expect(page.locator('.peek:popover-open')).toBeVisible();
}

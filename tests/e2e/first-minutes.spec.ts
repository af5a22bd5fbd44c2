/**
 * The first ten minutes of a new reader, in one go on a fresh profile. At every step: what the reader must see, and a
 * picture in .tmp/first-minutes to be looked at.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { Inside, type Launched, launch } from '../support/extension';
import { type Site, serve } from '../support/server';
import { choose } from './support/browser-ui';
import { chosen, saved as savedFile } from './support/download';
import {
  LOUD,
  meetBadges,
  openArticle,
  picture,
  QUESTION,
  readCheck,
  useCard,
} from './support/first-article';
import { openPanel } from './support/panel';
import { type Article, badgeOf, centre, goTo } from './support/reader';
import { attachSurface, openPopup } from './support/surface';
import { allowClipboard, expect, ours } from './support/test';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');

const test = base.extend<{ reader: Launched; site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
  reader: async ({}, use) => {
    const reader = await launch({ viewport: { width: 1280, height: 800 }, welcome: 'keep' });
    reader.context.setDefaultTimeout(10_000);
    // Pictures are of what is at rest.
    reader.context.on('page', (page) => void page.emulateMedia({ reducedMotion: 'reduce' }).catch(() => {}));
    await use(reader);
    await reader.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  site: async ({}, use) => {
    const site = await serve(DEMO);
    await use(site);
    await site.close();
  },
});

test('the first ten minutes of a new reader', async ({ reader, site }) => {
  test.setTimeout(180_000);
  await allowClipboard(reader);
  await welcome(reader);
  const article = await openArticle(reader, site);
  await meetBadges(article);
  await useCard(article);
  await readCheck(reader, article);
  await usePopup(reader, article);
  await usePanel(reader, article);
  await changeSettings(reader, article);
  await keepSettings(reader);
});

async function welcome(reader: Launched): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const page =
    reader.context.pages().find(isWelcome) ??
    (await reader.context.waitForEvent('page', { predicate: isWelcome }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Know when a sentence was fact-checked');
  await expect(page.getByText('It sends nothing you read')).toBeVisible();
  const inside = await Inside.ofOurs(page, reader);
  const badge = await badgeOf({ page, inside }, 'mutual defense pact');
  await picture(page, 'welcome');
  await page.mouse.move(...centre(badge));
  await expect.poll(() => inside.card()).toContain(QUESTION);
  await picture(page, 'welcome-try');
  await page.mouse.move(1, 1);
  await expect.poll(() => inside.card()).toBeNull();
  await page
    .getByLabel('Or write a sentence of your own')
    .fill('America is bound by treaty to defend Israel.');
  await expect(page.getByText('1 sentence matches a check.')).toBeVisible();
  await picture(page, 'welcome-own');
  const topic = page.getByRole('switch', { name: 'Defense pacts and alliances' });
  await topic.click();
  await expect(page.getByText('The topic of this example is switched off')).toBeAttached();
  await topic.click();
  await expect(topic).toBeChecked();
  await page.getByRole('heading', { name: 'Choose what you see' }).scrollIntoViewIfNeeded();
  await picture(page, 'welcome-choose');
  const closed = page.waitForEvent('close');
  // The page may be gone before the click is known to be done.
  await page
    .getByRole('button', { name: 'Start reading' })
    .click()
    .catch(() => {});
  await closed;
}

async function usePopup(reader: Launched, { page, inside }: Article): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.bringToFront();
  let popup = await openPopup(reader);
  await expect.poll(popup.text).toContain(QUESTION);
  expect(await popup.text()).toMatch(/words read here.*unchecked, not confirmed/s);
  await picture(popup, 'popup');
  await popup.click('The Pentagon keeps');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
  await picture(page, 'jumped');

  popup = await openPopup(reader);
  await popup.click('Find a check');
  await picture(popup, 'popup-find');
  await popup.type('mutal defence isreal');
  await expect.poll(popup.text).toContain(QUESTION);
  expect(await popup.evaluate('document.querySelectorAll("mark").length')).toBeGreaterThan(0);
  await picture(popup, 'popup-found');
  await popup.press('Enter');
  await expect.poll(popup.text).toContain('Executive summary');
  await picture(popup, 'popup-check');
  await popup.press('Escape');
  await popup.click('Recent');
  await expect.poll(popup.text).toContain('Opened');
  await picture(popup, 'popup-recent');

  await popup.click('This page');
  await popup.click('Pause Factmark');
  await picture(popup, 'popup-pause');
  await popup.click('Pause for an hour');
  await expect.poll(popup.text).toContain('Factmark is paused');
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await picture(popup, 'popup-paused');
  await popup.click('Turn on again');
  await expect.poll(popup.text).toContain(QUESTION);

  await popup.click('On at 127.0.0.1');
  await expect.poll(popup.text).toContain('Off on this site');
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await picture(popup, 'popup-site-off');
  await popup.click('Off at 127.0.0.1');
  await expect.poll(async () => (await inside.badges()).length).toBeGreaterThan(0);
  await popup.close();
}

async function usePanel(reader: Launched, article: Article): Promise<void> {
  const { page } = article;
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const { current, ...opened } = await openPanel(reader);
  const panel = await attachSurface(reader, 'sidepanel.html');
  await page.bringToFront();
  await expect.poll(panel.text).toContain(LOUD);
  await picture(panel, 'panel');
  await goTo(article, LOUD);
  await expect.poll(current).not.toBe('');
  const before = await current();
  await page.evaluate(() => scrollBy({ top: 1_200, behavior: 'instant' }));
  await expect.poll(current).not.toBe(before);
  await picture(panel, 'panel-scrolled');
  await picture(page, 'article-beside-panel');

  await choose(
    reader,
    {
      menuItemId: 'look-up',
      selectionText: 'The US has a mutual defense pact with Israel',
      pageUrl: `${reader.origin}/sidepanel.html`,
    },
    false,
  );
  await expect
    .poll(() => panel.evaluate('document.querySelector("input")?.value'))
    .toContain('mutual defense pact');
  await expect.poll(panel.text).toContain(QUESTION);
  await picture(panel, 'panel-look-up');
  await panel.click(QUESTION);
  await expect.poll(panel.text).toContain('Executive summary');
  await picture(panel, 'panel-check');
  await panel.detach();
  await opened.close();
}

async function changeSettings(reader: Launched, article: Article): Promise<void> {
  const settings = await ours(reader, 'options.html');
  await expect(settings.getByRole('heading', { name: 'Topics' })).toBeVisible();
  await picture(settings, 'settings');
  await settings.getByRole('textbox', { name: 'Search settings' }).fill('verdict');
  await picture(settings, 'settings-search');
  await settings.getByRole('textbox', { name: 'Search settings' }).fill('');
  const quieter = settings.getByRole('combobox', { name: 'False or mostly false' });
  await quieter.selectOption('List only');
  await expect(settings.getByText('Saved', { exact: true })).toBeVisible();
  await quieter.scrollIntoViewIfNeeded();
  await picture(settings, 'settings-quieter');
  await article.page.bringToFront();
  await article.page
    .getByText(LOUD)
    .evaluate((e) => scrollTo({ top: e.getBoundingClientRect().top + scrollY - 240, behavior: 'instant' }));
  const texts = async () => (await article.inside.badges()).map((b) => b.text).join();
  await expect.poll(texts).toContain('signed in September 2016');
  expect(await texts()).not.toContain(LOUD);
  await picture(article.page, 'article-quieter');
  await settings.close();
}

async function keepSettings(reader: Launched): Promise<void> {
  const settings = await ours(reader, 'options.html#backup');
  const { path: saved } = await savedFile(reader, settings, () =>
    settings.getByRole('button', { name: 'Save a backup' }).click(),
  );
  expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ format: 'factmark-settings-1' });

  await settings.getByRole('button', { name: 'Reset settings' }).click();
  await picture(settings, 'settings-reset');
  await settings.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(settings.getByText('Everything you chose was reset.')).toBeVisible();
  const quieter = settings.getByRole('combobox', { name: 'False or mostly false' });
  await expect(quieter).toHaveValue('same');

  const choosing = () => settings.getByRole('button', { name: 'Choose a file' }).click();
  await chosen(reader, settings, choosing, saved);
  await expect(settings.getByRole('heading', { name: 'Restore this backup?' })).toBeVisible();
  await picture(settings, 'settings-import');
  await settings.getByRole('button', { name: 'Restore' }).click();
  await expect(settings.getByText('The backup was restored.')).toBeVisible();
  await expect(quieter).toHaveValue('list');
  await picture(settings, 'settings-imported');
}

/** The page that greets a new reader. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Inside, type Launched, launch } from '../support/extension';
import { violations } from './support/axe';
import { expect, test } from './support/test';

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

/** The page in a tab; waits for the marks on its example unless told not to. */
async function welcome(app: Launched, wait = true): Promise<{ page: Page; badges: () => Promise<string[]> }> {
  const page = await app.context.newPage();
  await page.goto(`${app.origin}/welcome.html`);
  const inside = await Inside.ofOurs(page, app);
  const badges = async () => (await inside.badges()).map((badge) => badge.check);
  if (wait) await expect.poll(async () => (await badges()).length).toBe(3);
  return { page, badges };
}

// A temporary add-on, as tests in Firefox have, is gone at the second start.
test('opens once after installing, in front; not on a second start', { tag: '@chromium' }, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'factmark-'));
  try {
    const first = await launch({ usedProfile: profile, welcome: 'keep' });
    const [page] = first.context.pages().filter(isWelcome);
    if (!page) throw new Error('no welcome');
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
    await expect(page.locator('h1')).toBeVisible();
    await first.close();
    const second = await launch({ usedProfile: profile, welcome: 'none' });
    // The library is ready only after everything that happens at the start.
    const options = await second.context.newPage();
    await options.goto(`${second.origin}/options.html`);
    await expect(options.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
    expect(second.context.pages().filter(isWelcome)).toEqual([]);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('marks its example for real: a claim, a denial, a true sentence; the card opens and leads to the check', async ({
  app,
}) => {
  const { page, badges } = await welcome(app);
  expect(await badges()).toEqual([
    'us-israel-mutual-defense-pact',
    'us-israel-mutual-defense-pact',
    'us-direct-defense-of-israel',
  ]);
  const overlay = page.locator('factmark-overlay');
  await expect(overlay).toHaveCount(1);
  const opened = app.context.waitForEvent('page');
  // By keyboard alone: to the first badge, and Enter.
  await page.locator('#own-text').focus();
  while (!(await overlay.evaluate((host) => host === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const check = await opened;
  await expect(check.locator('h1')).toHaveText('Does the US have a mutual defense pact with Israel?');
});

test('marks what the reader writes, or says honestly that nothing matched', async ({ app }) => {
  const { page, badges } = await welcome(app);
  const field = page.getByRole('textbox', { name: 'Or write a sentence of your own' });
  await field.fill('America and Israel are bound by a mutual defense treaty.');
  await expect(page.getByText('1 sentence matches a check. Point at its badge.')).toBeVisible();
  await expect.poll(badges).toHaveLength(4);
  await field.fill('The ferry timetable changes in January.');
  await expect(page.getByText(/^Nothing in your library matches this/)).toBeVisible();
  await expect.poll(badges).toHaveLength(3);
  await field.fill('');
  await expect(page.getByText(/^Nothing in your library matches this/)).toHaveCount(0);
});

test('topics and loudness are saved at once and seen at once', async ({ app }) => {
  const { page, badges } = await welcome(app);
  const stored = () =>
    page.evaluate(
      async () => (await chrome.storage.local.get('settings')).settings as Record<string, unknown>,
    );
  await page.getByRole('radio', { name: /List only/ }).check();
  await expect.poll(badges).toHaveLength(0);
  await expect(page.getByText(/^You chose to see nothing on pages/)).toBeVisible();
  expect(await stored()).toMatchObject({ loudness: 'list' });
  await page.getByRole('radio', { name: /Badge and underline/ }).check();
  await expect.poll(badges).toHaveLength(3);
  const topic = page.getByRole('switch', { name: 'Defense pacts and alliances' });
  await topic.click();
  await expect(topic).toHaveAttribute('aria-checked', 'false');
  await expect(page.getByText('The topic of this example is switched off')).toBeVisible();
  await expect.poll(badges).toHaveLength(0);
  expect(await stored()).toMatchObject({ topicsOff: ['alliances'] });
  await topic.click();
  // The topics stand below the example, which is not drawn on where nobody sees it.
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await expect.poll(badges).toHaveLength(3);
});

test('nothing of what is tried leaves the machine', async ({ app }) => {
  const requests: string[] = [];
  app.context.on('request', (request) => requests.push(request.url()));
  const { page } = await welcome(app);
  await page.getByRole('textbox').fill('America and Israel are bound by a mutual defense treaty.');
  await expect(page.getByText('1 sentence matches a check. Point at its badge.')).toBeVisible();
  expect(requests.filter((url) => !url.startsWith(app.origin))).toEqual([]);
});

test('names the keys as the browser has them, and ends with its button', async ({ app }) => {
  const { page } = await welcome(app, false);
  const keys = await page.evaluate(async () => (await chrome.commands.getAll()).map((c) => c.shortcut ?? ''));
  for (const shortcut of keys.filter((s) => s !== ''))
    await expect(page.locator('.shortcut', { hasText: shortcut }).first()).toBeVisible();
  // The page may be gone before the click is known to be done.
  await page
    .getByRole('button', { name: 'Start reading' })
    .click()
    .catch(() => {});
  await expect.poll(() => page.isClosed()).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`has no violations in ${colorScheme}`, async ({ app }) => {
    const { page } = await welcome(app);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page)).toEqual([]);
  });

test('nothing scrolls sideways at 320 pixels, right to left too', async ({ app }) => {
  const { page } = await welcome(app);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const dir of ['ltr', 'rtl']) {
    await page.evaluate((d) => document.documentElement.setAttribute('dir', d), dir);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

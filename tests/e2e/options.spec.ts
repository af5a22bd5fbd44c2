/** Settings: the way around, the search, and each choice where it shows. */
import { checks } from '../unit/match/starter';
import { violations } from './support/axe';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set('/options-page.html', html(`<p>${CLAIM}</p>`));
});

test('a topic switched off takes its badges away, switched on brings them back', async ({ app, site }) => {
  const { page, inside } = await open(app, `${site.url}/options-page.html`);
  const options = await ours(app, 'options.html');
  const topic = options.getByRole('switch', { name: /Defense pacts and alliances/ });
  await topic.click();
  // Other topics are still on: the page is read again, once it is looked at.
  await page.bringToFront();
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await options.bringToFront();
  await topic.click();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});

test('how loud: underline only, list only, badge again', async ({ app, site }) => {
  const { page, inside } = await open(app, `${site.url}/options-page.html`);
  const options = await ours(app, 'options.html');
  // Nothing is read or drawn in a hidden tab: the page comes to the front before it is looked at.
  const choose = async (name: RegExp) => {
    await options.bringToFront();
    await options.getByRole('radio', { name }).click({ force: true });
    await expect(options.getByRole('radio', { name })).toBeChecked();
    await page.bringToFront();
  };
  const seen = () =>
    inside.evaluate<string>(
      `[...(root?.querySelectorAll('.badge') ?? [])].map((b) => getComputedStyle(b).opacity).join() + '/' + (root?.querySelectorAll('.underline').length ?? 0)`,
    );
  await choose(/^underline/i);
  await expect.poll(seen).toBe('0/1');
  await choose(/^list/i);
  await expect.poll(seen).toBe('/0');
  await choose(/^badge/i);
  await expect.poll(seen).toBe('1/1');
});

test('each group of verdicts can be louder or quieter, and shows what a page will look like', async ({
  app,
}) => {
  const options = await ours(app, 'options.html');
  const group = options.getByRole('listitem').filter({ has: options.getByLabel('Satire') });
  await expect(group.locator('.sample')).toHaveAttribute('data-loudness', 'badge');
  await group.getByLabel('Satire').selectOption({ label: 'List only' });
  await expect(group.getByText('Not marked on the page')).toBeVisible();
  await expect(options.getByText('Saved', { exact: true })).toBeVisible();
  await options.reload();
  await expect(group.getByLabel('Satire')).toHaveValue('list');
  await group.getByLabel('Satire').selectOption({ label: 'As above' });
  await expect(group.locator('.sample')).toHaveAttribute('data-loudness', 'badge');
});

test('lists sites that are off, and turns them on again', async ({ app, site }) => {
  const options = await ours(app, 'options.html');
  const field = options.getByRole('textbox', { name: 'Turn off at a site' });
  await field.fill('not a host');
  await options.keyboard.press('Enter');
  await expect(options.getByText('“not a host” is not a host name.', { exact: false })).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('http://127.0.0.1:99/pasted?x=1');
  await options.keyboard.press('Enter');
  await expect(options.getByText('127.0.0.1', { exact: true })).toBeVisible();
  const { page, inside } = await open(app, `${site.url}/options-page.html`, false);
  await page.waitForLoadState();
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await options.bringToFront();
  await options.getByRole('button', { name: /turn on again/i }).click();
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});

test('only sites on a list are read', async ({ app, site }) => {
  const { page, inside } = await open(app, `${site.url}/options-page.html`);
  const options = await ours(app, 'options.html');
  await options.getByRole('radio', { name: /^Only sites on my list/ }).click({ force: true });
  await expect(options.getByText('No site is on the list', { exact: false })).toBeVisible();
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  const field = options.getByRole('textbox', { name: 'Read a site' });
  await field.fill('example.org');
  await options.keyboard.press('Enter');
  await expect(options.getByText('example.org and every site under it', { exact: true })).toBeVisible();
  await field.fill('news.example.org');
  await options.keyboard.press('Enter');
  await expect(options.getByText(/is on this list already, as part of example\.org/)).toBeVisible();
  await field.fill('127.0.0.1');
  await options.keyboard.press('Enter');
  await page.bringToFront();
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});

test('a language that is off is not marked', async ({ app, site }) => {
  const { page } = await open(app, `${site.url}/options-page.html`);
  const options = await ours(app, 'options.html');
  await options.getByRole('switch', { name: 'English' }).click();
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
});

test('“Not this claim” is taken back for one sentence', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await options.evaluate(
    () =>
      new Promise<void>((done) =>
        chrome.storage.local.set(
          {
            settings: {
              version: 1,
              dismissed: ['First sentence.', 'Second sentence.'].map((sentence) => ({
                check: 'x',
                sentence,
              })),
            },
          },
          done,
        ),
      ),
  );
  await options.reload();
  await options.getByRole('button', { name: 'Mark it again: First sentence.' }).click();
  await expect(options.getByText('First sentence.')).toHaveCount(0);
  await expect(options.getByText('Second sentence.')).toBeVisible();
  await expect(options.getByRole('list', { name: '“Not this claim”' })).toBeFocused();
});

test('the way around: links, the one where you are is marked, hashes lead there', async ({ app }) => {
  const options = await ours(app, 'options.html#privacy');
  const here = options.locator('nav [aria-current]');
  await expect(here).toHaveText('Privacy');
  await expect(options.getByRole('heading', { name: 'Privacy', exact: true })).toBeInViewport();
  await options.getByRole('link', { name: 'About', exact: true }).focus();
  await options.keyboard.press('Enter');
  await expect(here).toHaveText('About');
  await expect(options).toHaveURL(/#about$/);
  await expect(options.getByRole('heading', { name: 'About', exact: true })).toBeInViewport();
  await options.mouse.move(700, 400);
  await options.mouse.wheel(0, -20_000);
  await expect(here).toHaveText('Topics');
});

test('search shows what matches, says when nothing does, and Escape clears it', async ({ app }) => {
  const options = await ours(app, 'options.html');
  const field = options.getByRole('textbox', { name: 'Search settings' });
  await field.fill('STRICT');
  await expect(options.getByText('1 setting matches')).toBeVisible();
  await expect(options.getByRole('radio', { name: /^Strict/ })).toBeVisible();
  await expect(options.getByRole('radio', { name: /^Underline/ })).toBeHidden();
  await expect(options.getByRole('heading', { name: 'Library', exact: true })).toBeHidden();
  await expect(options.getByRole('link', { name: 'Library', exact: true })).toBeHidden();
  expect(await options.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(0);
  await field.fill('keyboard');
  await expect(options.getByText('From a badge, go into its card')).toBeVisible();
  await field.fill('qqqq');
  await expect(options.getByRole('heading', { name: 'Nothing matches “qqqq”' })).toBeVisible();
  await options.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(options.getByRole('radio', { name: /^Underline/ })).toBeVisible();
  expect(await options.evaluate(() => CSS.highlights.has('found'))).toBe(false);
});

test('the report for a bug is shown before it is copied', async ({ app }) => {
  const options = await ours(app, 'options.html');
  await options.getByRole('button', { name: 'Show the report' }).click();
  const report = options.getByRole('textbox', { name: 'Report', exact: true });
  await expect(report).toHaveValue(/"factmark": "\d/);
  const shown = JSON.parse(await report.inputValue());
  expect(shown.library).toMatchObject({ checks: checks.length, sources: [] });
});

test('licences of everything bundled are in the package', async ({ app }) => {
  const options = await ours(app, 'options.html');
  const text = await options.evaluate(async () => (await fetch('/licences.txt')).text());
  for (const name of ['Factmark', 'preact ', 'idb ', 'valibot ', 'lucide ', '@streamparser/json '])
    expect(text).toMatch(new RegExp(`^${name}`, 'm'));
});

for (const scheme of ['light', 'dark'] as const)
  test(`opened up, searched and narrow, in ${scheme}`, async ({ app }) => {
    const options = await ours(app, 'options.html');
    await options.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await options.getByRole('radio', { name: /^Only sites on my list/ }).click({ force: true });
    await options.getByRole('button', { name: 'Show the report' }).click();
    await options.getByRole('button', { name: 'Reset settings…' }).click();
    await expect(options.getByRole('heading', { name: 'Reset all settings?' })).toBeVisible();
    expect(await violations(options)).toEqual([]);
    await options.setViewportSize({ width: 320, height: 600 });
    for (const dir of ['ltr', 'rtl']) {
      await options.evaluate((d) => document.documentElement.setAttribute('dir', d), dir);
      expect(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth), dir).toBe(
        true,
      );
    }
    await options.getByRole('textbox', { name: 'Search settings' }).fill('site');
    expect(await violations(options)).toEqual([]);
  });

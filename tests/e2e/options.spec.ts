/** Settings change open tabs at once. */
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

test.beforeEach(({ site }) => {
  site.pages.set('/options-page.html', html(`<p>${CLAIM}</p>`));
});

test('a topic switched off takes its badges away, switched on brings them back', async ({ app, site }) => {
  const { page, inside } = await open(app, `${site.url}/options-page.html`);
  const options = await ours(app, 'options.html');
  const topic = options.getByRole('switch', { name: /Defense pacts and alliances/ });
  await topic.click();
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
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
  await choose(/list/i);
  await expect.poll(seen).toBe('/0');
  await choose(/badge/i);
  await expect.poll(seen).toBe('1/1');
});

test('lists sites that are off, and turns them on again', async ({ app, site }) => {
  const options = await ours(app, 'options.html');
  await options.getByRole('textbox', { name: 'Turn off at a site' }).fill('127.0.0.1');
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

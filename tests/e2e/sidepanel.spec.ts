/** The real side panel beside the page. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { choose } from './support/browser-ui';
import { openPanel } from './support/panel';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

const TREATY = 'A 1951 treaty commits the United States and the Philippines to help each other.';
const far = '<div style="height:1800px">Plain words between.</div>';

test('follows the tab, lists its sentences in reading order and marks the one in view', async ({
  app,
  site,
}) => {
  site.pages.set(
    '/order.html',
    html(`<h1>A story</h1><p>${CLAIM}</p>${far}<p>${TREATY}</p>${far}<p>Again: ${CLAIM}</p>`),
  );
  site.pages.set('/none.html', html('<h1>Nothing</h1><p>A long walk in the rain is good for the roses.</p>'));
  const { page } = await open(app, `${site.url}/order.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain('Again:');
  const shown = await panel.text();
  expect(shown.indexOf(CLAIM)).toBeLessThan(shown.indexOf(TREATY));
  expect(shown.indexOf(TREATY)).toBeLessThan(shown.indexOf('Again:'));
  expect(shown).toMatch(/unchecked/i);
  await expect.poll(panel.current).toBe(CLAIM);

  await page.evaluate(() => scrollTo({ top: 1_800, behavior: 'instant' }));
  await expect.poll(panel.current).toBe(TREATY);
  await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
  await expect.poll(panel.current).toContain('Again:');

  // Another tab, another page in it, back again.
  const { page: other } = await open(app, `${site.url}/none.html`, false);
  await expect.poll(panel.text).toContain('Nothing here matches a check');
  await other.goto(`${site.url}/order.html`);
  await expect.poll(panel.current).toBe(CLAIM);
  await other.goto(app.about);
  await expect.poll(panel.text).toContain('can’t be read');
  await other.close();
  await expect.poll(panel.text).toContain('Again:');
  await panel.close();
});

test('goes to a sentence, and that one stays marked while it can be seen', async ({ app, site }) => {
  site.pages.set('/go.html', html(`<p>${CLAIM}</p>${far}<p>${TREATY}</p><p>Also: ${CLAIM}</p>${far}`));
  const { page } = await open(app, `${site.url}/go.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain('Also:');
  await panel.click('Also:');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(800);
  await expect.poll(panel.current).toContain('Also:');
  await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
  await expect.poll(panel.current).toContain('Also:');
  await panel.close();
});

test('opens the check in full beside the page, and comes back to where it was', async ({ app, site }) => {
  site.pages.set('/full.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/full.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain(CLAIM);
  await panel.evaluate(`document.querySelector('.reading-check').click()`);
  await expect.poll(panel.text).toContain('Executive summary');
  expect(await panel.evaluate('document.activeElement.tagName')).toBe('H1');
  await panel.press('Escape');
  await expect.poll(panel.text).toContain(CLAIM);
  expect(await panel.evaluate('document.activeElement.dataset.check')).toBe(PACT);
  await panel.close();
});

test('says that the site is off or all is paused, and turns it on again', async ({ app, site }) => {
  site.pages.set('/off.html', html(`<p>${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/off.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain(CLAIM);
  const { hostname } = new URL(site.url);
  const set = async (settings: object) =>
    (await app.worker()).evaluate((s) => chrome.storage.local.set({ settings: s }), settings);
  await set({ version: 1, sitesOff: [hostname] });
  await expect.poll(panel.text).toContain('Off on this site');
  await panel.click('Turn on here');
  await expect.poll(panel.text).toContain(CLAIM);
  await set({ version: 1, pausedUntil: 8_640_000_000_000_000 });
  await expect.poll(panel.text).toContain('Factmark is paused');
  await panel.click('Turn on again');
  await expect.poll(panel.text).toContain(CLAIM);
  await expect.poll(async () => (await inside.badges()).length).toBe(1);
  await panel.close();
});

test('takes the text that its own menu leaves for it', async ({ app, site }) => {
  site.pages.set('/menu.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/menu.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain(CLAIM);
  await panel.evaluate(`document.querySelector('.reading-check').click()`);
  await expect.poll(panel.text).toContain('Executive summary');
  await choose(
    app,
    {
      menuItemId: 'look-up',
      selectionText: ' mutual defense ',
      pageUrl: `${app.origin}/sidepanel.html`,
    },
    false,
  );
  const field = () => panel.evaluate<string>('document.querySelector("input")?.value');
  await expect.poll(field).toBe('mutual defense');
  expect(await (await app.worker()).evaluate(() => chrome.storage.session.get('lookup'))).toEqual({});
  await panel.evaluate(`document.querySelector('.find-clear').click()`);
  await expect.poll(panel.text).toContain(CLAIM);
  await panel.close();
});

const AXE = resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');

// Looks are emulated by Chromium’s own tools.
test('has nothing that WCAG 2.2 AA forbids, in light, dark and forced colours, and fits 300 pixels both ways', {
  tag: '@chromium',
}, async ({ app, site }) => {
  site.pages.set('/axe.html', html(`<p>${CLAIM}</p><p>${TREATY}</p><p>Is it true that ${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/axe.html`);
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.current).toBe(CLAIM);
  await panel.evaluate(`${readFileSync(AXE, 'utf8')}; undefined`);
  const violations = () =>
    panel.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target)))`,
    );
  for (const [name, value] of [
    ['prefers-color-scheme', 'light'],
    ['prefers-color-scheme', 'dark'],
    ['forced-colors', 'active'],
  ]) {
    await panel.send('Emulation.setEmulatedMedia', {
      features: [
        { name, value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    expect(await violations(), value).toEqual([]);
  }
  await panel.send('Emulation.setDeviceMetricsOverride', {
    width: 300,
    height: 600,
    deviceScaleFactor: 1,
    mobile: false,
  });
  for (const dir of ['ltr', 'rtl'])
    expect(
      await panel.evaluate(
        `document.documentElement.dir = '${dir}', document.documentElement.scrollWidth <= innerWidth`,
      ),
      dir,
    ).toBe(true);
  await panel.close();
});

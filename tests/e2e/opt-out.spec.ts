/** Pages whose publisher asked not to be read, and fact-checks that are not marked with themselves. */
import { PackMaker } from '../support/pack-maker';
import { startHost } from '../support/pack-server';
import { removeAll } from './support/library';
import { idOf, PACK as PACK_ID, rock, saidOf, withPack } from './support/packs';
import { openPopup } from './support/surface';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';

const OFF = '<meta name="factmark" content="off">';

test('a page that asks not to be read is not; the popup says so; it may change its mind', async ({
  app,
  site,
}) => {
  site.pages.set('/asked.html', html(`<p>${CLAIM}</p>`).replace('<title>', `${OFF}<title>`));
  const { page, inside } = await open(app, `${site.url}/asked.html`, false);
  await page.bringToFront();
  const popup = await openPopup(app);
  await expect
    .poll(() => popup.evaluate<string>('document.body.innerText'))
    .toContain('publisher asked not to be read');
  await popup.evaluate('window.close()').catch(() => {});
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
  await page.evaluate(() => document.querySelector('meta[name=factmark]')?.remove());
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
  await page.evaluate((meta) => document.head.insertAdjacentHTML('beforeend', meta), OFF);
  await expect(page.locator('factmark-overlay')).toHaveCount(0);
});

test('each frame speaks for itself', async ({ app, site }) => {
  site.pages.set('/says.html', html(`<p>${CLAIM}</p>`));
  site.pages.set('/quiet.html', html(`<p>${CLAIM}</p>`).replace('<title>', `${OFF}<title>`));
  const frame = (path: string) => `<iframe style="width:600px;height:200px" src="${path}"></iframe>`;
  site.pages.set(
    '/both.html',
    html(`<p>${CLAIM}</p>${frame('/quiet.html')}${frame('/says.html')}`).replace('<title>', `${OFF}<title>`),
  );
  const page = await app.context.newPage();
  await page.goto(`${site.url}/both.html`);
  await expect(page.frameLocator('iframe').nth(1).locator('factmark-overlay')).toHaveCount(1);
  await expect(page.frameLocator('iframe').nth(0).locator('factmark-overlay')).toHaveCount(0);
  await expect(page.locator('body > factmark-overlay')).toHaveCount(0);
});

test('a fact-check’s own page is not marked with itself, other pages are', async ({ app, site }) => {
  const said = 'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.';
  const review = {
    '@type': 'ClaimReview',
    claimReviewed: said,
    url: `${site.url}/checked/bridge.html`,
    author: { name: 'Desk' },
    reviewRating: { alternateName: 'False' },
  };
  const story = `<p>The town met. ${said} Nobody objected.</p>`;
  const data = `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...review })}</script>`;
  site.pages.set('/checked/bridge.html', html(story));
  site.pages.set('/checked/overview.html', html(`${data}${story}`));
  site.pages.set('/news.html', html(story));
  const options = await ours(app, 'options.html');
  await options.locator('input[type=file]').setInputFiles({
    name: 'bridges.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify([review])),
  });
  await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  for (const own of ['/checked/bridge.html?from=home#top', '/checked/overview.html']) {
    const { page } = await open(app, site.url + own, false);
    // Its words were read and nothing was found there: the frame has reported.
    const worker = await app.worker();
    await expect
      .poll(() =>
        worker.evaluate(async (url) => {
          const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === url);
          return JSON.stringify((await chrome.storage.session.get(`tab:${tab?.id}`))[`tab:${tab?.id}`]);
        }, site.url + own),
      )
      .toContain('"0":0');
    await expect(page.locator('factmark-overlay')).toHaveCount(0);
  }
  const { inside } = await open(app, `${site.url}/news.html`);
  expect((await inside.badges()).map((b) => b.text)).toEqual([said]);
  await options.bringToFront();
  await options.getByRole('button', { name: 'Remove bridges.json' }).click();
  await options.getByRole('button', { name: 'Remove it' }).click();
  await expect(options.getByText('You have not added a source.')).toBeVisible();
});

test('the page on which its publisher has an authored check is not marked with it', async ({ app, site }) => {
  const host = await startHost();
  const check = rock(3, { url: `${site.url}/checks/rock-3` });
  host.serve(new PackMaker(PACK_ID).publish({ checks: [check, rock(4)] }).files);
  const story = html(`<p>${saidOf(3)}</p><p>${saidOf(4)}</p>`);
  site.pages.set('/checks/rock-3', story);
  site.pages.set('/rocks.html', story);
  const options = await withPack(app, host);
  for (const [path, marked] of [
    ['/checks/rock-3', [idOf(4)]],
    ['/rocks.html', [idOf(3), idOf(4)]],
  ] as const) {
    const { inside } = await open(app, site.url + path);
    await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual(marked);
  }
  await options.close();
  await removeAll(app);
  await host.close();
});

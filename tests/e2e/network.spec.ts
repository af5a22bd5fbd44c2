/**
 * The proof that reading asks for nothing: a reader goes through twenty pages with a library of the starter, a feed and a
 * pack, uses all there is, and neither the browser's own log nor its DevTools know of a request by the extension. Then a
 * source is added by its address, and just what its host was asked for stands in the receipt.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { feed, record, CLAIM as SOLD, SAID as SOLD_SAID } from '../support/feeds';
import { bundleOf, PackMaker } from '../support/pack-maker';
import { type Host, startHost } from '../support/pack-server';
import { launchWatched, type Watched } from '../support/requests';
import { type Site, serve } from '../support/server';
import { press } from './support/browser-ui';
import { saved } from './support/download';
import { add } from './support/library';
import { addressOf, agree, call, PACK, rocks, saidOf, TITLE } from './support/packs';
import { CLAIM, html, open, ours, PACT } from './support/test';

const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
interface Fixtures {
  watched: Watched;
  site: Site;
  host: Host;
}
/** All of it is this file's own: its browser is started anew, and watched from its start. */
const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
  watched: async ({}, use) => {
    const watched = await launchWatched();
    await use(watched);
    await watched.end();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  site: async ({}, use) => {
    const site = await serve(DEMO);
    await use(site);
    await site.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.close();
  },
});
const expect = test.expect;

/** Twenty pages: the demo's, and such as repeat a claim of each part of the library, or none. */
function pagesOf(site: Site): string[] {
  const texts = [
    CLAIM,
    SOLD_SAID,
    saidOf(3),
    'The ferry timetable changes in January, the company said.',
    `${CLAIM} ${SOLD_SAID} ${saidOf(5)}`,
    'No, the US is not bound by treaty to defend Israel.',
  ];
  const paths = Array.from({ length: 18 }, (_, n) => `/page-${n}.html`);
  for (const [n, path] of paths.entries())
    site.pages.set(path, html(`<h1>Page ${n}</h1><p>The town met on Monday. ${texts[n % texts.length]}</p>`));
  return ['/', '/article.html', ...paths];
}

/** How much of the page in front was read, as the popup says. */
async function wordsRead(still: Page): Promise<number> {
  const { view } = await call(still, 'activeTab');
  return view.kind === 'read' ? view.report.words : 0;
}

async function browse(app: Watched, site: Site): Promise<void> {
  const still = await ours(app, 'check.html');
  let [hovered, clicked] = [0, 0];
  for (const [n, path] of pagesOf(site).entries()) {
    const { page, inside } = await open(app, site.url + path, false);
    await expect.poll(() => wordsRead(still)).toBeGreaterThan(0);
    const [badge] = await inside.badges();
    if (badge && n % 2 === 0) {
      await page.mouse.move(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
      await expect.poll(() => inside.card()).toBeTruthy();
      hovered++;
    } else if (badge) {
      const opened = app.context.waitForEvent('page');
      await page.mouse.click(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
      await (await opened).getByRole('heading', { level: 1 }).waitFor();
      await (await opened).close();
      clicked++;
    }
    await page.close();
  }
  expect([hovered > 4, clicked > 4]).toEqual([true, true]);
}

/** The rest of what a reader does: the next badge by keyboard, the popup, a check and the settings. */
async function lookAround(app: Watched, site: Site): Promise<void> {
  const { page, inside } = await open(app, `${site.url}/page-4.html`);
  await press(app, 'next-badge');
  await expect.poll(() => inside.card()).toBeTruthy();
  const popup = await ours(app, 'popup.html');
  await expect(popup.locator('main')).toContainText(/./);
  const check = await ours(app, `check.html#${PACT}`);
  await expect(check.getByRole('heading', { level: 1 })).toBeVisible();
  const options = await ours(app, 'options.html');
  await expect(options.getByText('Factmark has made no request.')).toBeVisible();
  for (const opened of [page, popup, check, options]) await opened.close();
}

test('twenty pages are read without a request, and a source that is added is asked for as the receipt says', async ({
  watched: app,
  site,
  host,
}) => {
  test.setTimeout(240_000);
  const own = app.origin;
  const asked = async () => (await app.asked()).map(({ url }) => url);
  const maker = new PackMaker(PACK);
  const pack = maker.publish({ checks: rocks(12) });

  let options = await ours(app, 'options.html');
  await add(options, feed(record(SOLD)));
  await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  await add(options, {
    name: 'rocks.pack',
    mimeType: 'application/json',
    buffer: Buffer.from(bundleOf(pack)),
  });
  await expect(options.getByText(`Added 12 checks from ${TITLE}.`)).toBeVisible();
  await options.close();
  await browse(app, site);
  await lookAround(app, site);
  expect(await app.witnessed()).toBeGreaterThan(0);
  expect(await asked()).toEqual([]);

  options = await ours(app, 'options.html');
  host.serve(maker.publish({ checks: rocks(13) }).files);
  await agree(options, addressOf(host));
  await expect(options.getByText(/^(Added|Updated) /)).toBeVisible();
  host.forget();
  await agree(options, `${host.url}not-there.json`);
  await expect(options.getByText(/^not-there\.json was not added/)).toBeVisible();
  const receipt = await call(options, 'receipt');
  const inReceipt = receipt.map(({ url }) => url);
  expect((await asked()).sort()).toEqual(inReceipt.toSorted());
  await expect(options.locator('table tbody tr')).toHaveCount(receipt.length);

  const { path } = await saved(app, options, () =>
    options.getByRole('button', { name: 'Save as a file' }).click(),
  );
  expect(JSON.parse(readFileSync(path, 'utf8')).requests).toEqual(receipt);
  await options.getByRole('button', { name: 'Erase this list' }).click();
  await expect(options.getByText('Factmark has made no request.')).toBeVisible();
  expect(await call(options, 'receipt')).toEqual([]);

  const log = await app.end();
  const by = (origin: string) => log.filter((request) => request.by === origin).map(({ url }) => url);
  // The same by the browser's own log: nothing but what is in the receipt.
  expect(by(own).sort()).toEqual(inReceipt.sort());
  // Nor did a script of ours ask in the name of a page: pages asked for their own files, and at their own host.
  expect(by(site.url).filter((url) => !url.startsWith(`${site.url}/`))).toEqual([]);
  expect(log.filter((request) => request.url.startsWith(host.url) && request.by !== own)).toEqual([]);
});

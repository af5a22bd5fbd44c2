/** Another version of the extension in the place of this one, with this one's scripts alive in open tabs. */
import type { Page } from '@playwright/test';
import { EXTENSION, type Inside, type Launched, launch } from '../support/extension';
import { PackMaker } from '../support/pack-maker';
import { startHost } from '../support/pack-server';
import { call, installed, PACK, rocks, saidOf, withPack } from './support/packs';
import { badgeOf, centre } from './support/reader';
import { CLAIM, expect, html, open, ours, PACT, test } from './support/test';
import { type Versioned, versionOf } from './support/versions';
import { switchboard } from './support/worker';

const SLOW = { timeout: 30_000 };

/** A browser of its own with a copy of the build that says it is of this version. */
async function withVersion(version: string, run: (app: Launched, copy: Versioned) => Promise<void>) {
  const copy = versionOf(EXTENSION);
  copy.become(version);
  const app = await launch({ extension: copy.folder });
  try {
    await run(app, copy);
  } finally {
    await app.close();
    copy.remove();
  }
}

/** Version of the script that lives in the page. */
const living = (inside: Inside) => inside.evaluate<string>('globalThis.factmarkVersion');
/** Checks of the badges that stand in the page itself. */
const marked = async (inside: Inside) => (await inside.badges()).map((b) => b.check).sort();
const count = async (app: Launched, path: string) =>
  (await app.worker()).evaluate(async (end) => {
    const tab = (await chrome.tabs.query({})).find((t) => t.url?.endsWith(end));
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  }, path);

/** From now on, how many elements of ours there are after each change of the body. */
const watchHosts = (page: Page) =>
  page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { hostsSeen: seen });
    new MutationObserver(() => seen.push(document.getElementsByTagName('factmark-overlay').length)).observe(
      document.body,
      { childList: true },
    );
  });

test('a newer version, and then an older one, takes over a page with an open card and a frame', async ({
  site,
}) => {
  test.slow();
  site.pages.set('/inner.html', html(`<p>${CLAIM}</p>`));
  site.pages.set(
    '/outer.html',
    html(
      `<p style="margin-top:60px">${CLAIM}</p><iframe style="width:600px;height:200px" src="/inner.html"></iframe>`,
    ),
  );
  site.pages.set('/alone.html', html(`<p style="margin-top:60px">${CLAIM}</p>`));
  await withVersion('1.0.0', async (app, copy) => {
    const errors: string[] = [];
    app.context.on('weberror', (e) => errors.push(String(e.error())));
    app.context.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    const framed = await app.context.newPage();
    await framed.goto(`${site.url}/outer.html`);
    const inner = framed.frameLocator('iframe').locator('factmark-overlay');
    await expect(inner).toHaveCount(1);
    const article = await open(app, `${site.url}/alone.html`);
    const { page, inside } = article;
    const board = await switchboard(app, page);
    for (const version of ['1.1.0', '2.0.0', '0.9.0']) {
      await page.mouse.move(5, 5);
      await page.mouse.move(...centre(await badgeOf(article, CLAIM)));
      await expect.poll(() => inside.card()).toContain('treaty');
      await watchHosts(page);
      copy.become(version);
      await board.reload();
      await expect.poll(() => living(inside).catch(() => ''), SLOW).toBe(version);
      // Its script may be there before the old marks are gone.
      await expect.poll(() => page.evaluate('hostsSeen.at(-1)'), SLOW).toBe(1);
      await expect.poll(() => marked(inside).catch(() => []), SLOW).toEqual([PACT]);
      await expect(page.locator('factmark-overlay')).toHaveCount(1);
      // The old marks go, card and all, before the new ones come: nobody sees two. The new badge may open its own card.
      expect(await page.evaluate('Math.max(...hostsSeen)')).toBe(1);
      await expect.poll(() => count(app, '/alone.html'), SLOW).toBe('1');
      await framed.bringToFront();
      await expect(inner).toHaveCount(1);
      await expect(framed.locator('body > factmark-overlay')).toHaveCount(1);
      await expect.poll(() => count(app, '/outer.html'), SLOW).toBe('2');
      await page.bringToFront();
    }
    expect(errors).toEqual([]);
  });
});

/** What a version from years ahead leaves: a database that this one can't open, and settings it half understands. */
const leaveAsNewer = (page: Page) =>
  page.evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings: object }>('settings');
    await chrome.storage.local.set({ settings: { ...settings, version: 3, moods: ['calm'] } });
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('factmark', 99);
      opening.onupgradeneeded = () => void opening.result.createObjectStore('dreams');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        opening.result.close();
        done();
      };
    });
  });
/** How many sources stand in the database of the newer version, and its number. */
const leftThere = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<[number, number]>((done, failed) => {
        const opening = indexedDB.open('factmark');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db.transaction('sources').objectStore('sources').count();
          counting.onsuccess = () => {
            db.close();
            done([db.version, counting.result]);
          };
        };
      }),
  );

test('gone back to from a newer version, it works beside what that has stored, says so, and destroys nothing', async ({
  site,
}) => {
  test.slow();
  site.pages.set('/both.html', html(`<p>${CLAIM}</p><p>${saidOf(0)}</p>`));
  const host = await startHost();
  host.serve(new PackMaker(PACK).publish({ checks: rocks(3) }).files);
  await withVersion('2.0.0', async (app, copy) => {
    const before = await withPack(app, host);
    await call(before, 'changeSettings', { sitesOff: ['off.example'] });
    const { page, inside } = await open(app, `${site.url}/both.html`);
    await expect.poll(() => marked(inside), SLOW).toEqual(['rocks.rock-0', PACT].sort());
    const board = await switchboard(app, page);
    copy.become('1.0.0');
    await leaveAsNewer(before);
    await board.reload();
    await expect.poll(() => living(inside).catch(() => ''), SLOW).toBe('1.0.0');
    await expect.poll(() => marked(inside).catch(() => []), SLOW).toEqual([PACT]);
    const options = await ours(app, 'options.html');
    await expect(
      options.getByText('A newer version of Factmark has stored your sources here.', { exact: false }),
    ).toBeVisible();
    await expect(options.getByText('You have not added a source.')).toBeVisible();
    // It is of use: a choice holds, and a source can be added.
    const settings = await call(options, 'changeSettings', { loudness: 'list' });
    expect(settings).toMatchObject({ loudness: 'list', sitesOff: ['off.example'] });
    await call(options, 'changeSettings', { loudness: 'badge' });
    await options.close();
    const added = await withPack(app, host);
    expect((await installed(added))?.current.serial).toBe(1);
    await page.bringToFront();
    await expect.poll(() => marked(inside), SLOW).toEqual(['rocks.rock-0', PACT].sort());
    expect(await leftThere(added)).toEqual([99, 1]);
    const stored = await added.evaluate(() => chrome.storage.local.get('settings'));
    expect(stored.settings).toMatchObject({ version: 3, moods: ['calm'], sitesOff: ['off.example'] });
  });
  await host.close();
});

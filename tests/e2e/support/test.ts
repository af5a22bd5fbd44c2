/** One browser with the built extension for a file of tests, and the demo site. */
import { resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';

export { CLAIM, html, PACT } from '../../support/claim';

import { Inside, type Launched, launch } from '../../support/extension';
import { type Site, serve } from '../../support/server';

const DEMO = resolve(import.meta.dirname, '../../fixtures/demo');

interface Fixtures {
  /** Settings as on a fresh install, before each test. */
  fresh: undefined;
}
interface WorkerFixtures {
  app: Launched;
  site: Site;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const app = await launch();
      await use(app);
      await app.close();
    },
    // Firefox takes its time to start on a busy machine.
    { scope: 'worker', timeout: 120_000 },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const site = await serve(DEMO);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  fresh: [
    async ({ app }, use) => {
      for (const page of app.context.pages().slice(1)) await page.close();
      const worker = await app.worker();
      await worker.evaluate(() => chrome.storage.local.remove('settings'));
      await use(undefined);
    },
    { auto: true },
  ],
});

export const expect = test.expect;

/** A page of the demo site with a look into its overlay; waits for the first badge unless told not to. */
export async function open(app: Launched, url: string, wait = true): Promise<{ page: Page; inside: Inside }> {
  const page = await app.context.newPage();
  const inside = await Inside.attach(page, app);
  await page.goto(url);
  if (wait) await expect.poll(async () => (await inside.badges()).length).toBeGreaterThan(0);
  return { page, inside };
}

/** Lets pages read the clipboard; Firefox is started so. */
export async function allowClipboard({ context, firefox }: Launched): Promise<void> {
  if (!firefox) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
}

/** The page of ours at `path`, as a tab. */
export async function ours(app: Launched, path: string): Promise<Page> {
  const page = await app.context.newPage();
  await page.goto(`${app.origin}/${path}`);
  return page;
}

/** Opens the search for a text as the menus do: the text is left for it in memory. */
export async function searchFor(app: Launched, text: string): Promise<Page> {
  await leaveText(app, text);
  return ours(app, 'popup.html?find');
}

/** Leaves a text for the next `popup.html?find`. */
export async function leaveText(app: Launched, text: string): Promise<void> {
  const worker = await app.worker();
  await worker.evaluate(
    (left) => chrome.storage.session.set({ tabLookup: { text: left, at: Date.now() } }),
    text,
  );
}

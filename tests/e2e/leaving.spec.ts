/** Switched off, removed or replaced, the extension leaves pages as they were; a new version takes over in open tabs. */
import type { CDPSession, Page } from '@playwright/test';
import { type Launched, launch } from '../support/extension';
import { CLAIM, expect, html, open, PACT, test } from './support/test';
import { switchboard } from './support/worker';

const SLOW = { timeout: 15_000 };
const hosts = (page: Page) => page.locator('factmark-overlay').count();

/** All the worlds of our extension in a page, old and new, and what still listens in them. */
async function worlds(page: Page, id: string) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const found = new Set<number>();
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) found.add(context.id);
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => found.delete(executionContextId));
  await cdp.send('Runtime.enable');
  return {
    count: () => found.size,
    listeners: async (): Promise<string[]> => {
      const types: string[] = [];
      for (const contextId of found)
        for (const expression of ['document', 'window']) {
          const { result } = await cdp.send('Runtime.evaluate', { expression, contextId });
          const { listeners } = await cdp.send('DOMDebugger.getEventListeners', {
            objectId: result.objectId ?? '',
          });
          types.push(...listeners.map((l) => `${expression} ${l.type}`));
        }
      return types;
    },
  };
}

/** A page's source as it was before we came, and whether it is again. */
const STORY = html(
  `<article><h1>A story</h1><p>${CLAIM}</p></article><script>window.before = document.documentElement.outerHTML;</script>`,
);
const isAsBefore = (page: Page) => page.evaluate('document.documentElement.outerHTML === before');

async function alone(run: (app: Launched) => Promise<void>): Promise<void> {
  const app = await launch();
  try {
    await run(app);
  } finally {
    await app.close();
  }
}

test('switched off: everything is gone from the tab in view; on again: marks come back by themselves', async ({
  site,
}) => {
  site.pages.set('/off.html', STORY);
  await alone(async (app) => {
    const errors: string[] = [];
    app.context.on('weberror', (e) => errors.push(String(e.error())));
    const { page, inside } = await open(app, `${site.url}/off.html`);
    const look = await worlds(page, app.id);
    expect((await look.listeners()).length).toBeGreaterThan(3);
    const board = await switchboard(app, page);
    await board.enable(false);
    await expect.poll(() => hosts(page), SLOW).toBe(0);
    expect(await isAsBefore(page)).toBe(true);
    expect((await look.listeners()).filter((l) => !l.includes('wxt'))).toEqual([]);
    expect(await page.evaluate('CSS.highlights.size')).toBe(0);
    await board.enable(true);
    await expect.poll(async () => (await inside.badges()).map((b) => b.check), SLOW).toEqual([PACT]);
    expect(await hosts(page)).toBe(1);
    expect(errors).toEqual([]);
  });
});

test('a tab that was hidden is left when it is looked at again', async ({ site }) => {
  site.pages.set('/hidden.html', STORY);
  await alone(async (app) => {
    const { page } = await open(app, `${site.url}/hidden.html`);
    const other = await app.context.newPage();
    const board = await switchboard(app, other);
    await board.enable(false);
    expect(await hosts(page)).toBe(1);
    await page.bringToFront();
    await expect.poll(() => hosts(page)).toBe(0);
    expect(await isAsBefore(page)).toBe(true);
  });
});

test('a new version takes over in open tabs, also while the old one still has its marks there', async ({
  site,
}) => {
  site.pages.set('/new.html', STORY);
  site.pages.set(
    '/frame.html',
    html(`<p>${CLAIM}</p><iframe style="width:600px;height:200px" src="/new.html"></iframe>`),
  );
  await alone(async (app) => {
    const errors: string[] = [];
    app.context.on('weberror', (e) => errors.push(String(e.error())));
    app.context.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    const blank = await app.context.newPage();
    await blank.goto('chrome://version');
    const framed = await app.context.newPage();
    await framed.goto(`${site.url}/frame.html`);
    const inner = framed.frameLocator('iframe').locator('factmark-overlay');
    await expect(inner).toHaveCount(1);
    const { page, inside } = await open(app, `${site.url}/new.html`);
    const board = await switchboard(app, page);
    for (const _ of [1, 2]) {
      await page.evaluate(() => {
        const list: number[] = [];
        Object.assign(window, { hostsSeen: list });
        new MutationObserver(() =>
          list.push(document.getElementsByTagName('factmark-overlay').length),
        ).observe(document.body, { childList: true });
      });
      const gone = page.waitForFunction(() => (window as { hostsSeen?: number[] }).hostsSeen?.includes(0));
      await board.reload();
      await gone;
      await expect.poll(async () => (await inside.badges()).map((b) => b.check), SLOW).toEqual([PACT]);
      expect(await hosts(page)).toBe(1);
      // The old host goes before the new one comes: nobody sees two.
      expect(await page.evaluate('Math.max(...hostsSeen)')).toBe(1);
    }
    await framed.bringToFront();
    await expect(inner).toHaveCount(1);
    await expect(framed.locator('body > factmark-overlay')).toHaveCount(1);
    expect(errors).toEqual([]);
  });
});

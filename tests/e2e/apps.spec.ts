/** Pages drawn by frameworks: our marks stay right while they render, and the frameworks never notice us. */
import type { Page } from '@playwright/test';
import { type Mode, serveApps } from '../support/apps';
import { type MarksSeen, marksSeen } from '../support/apps-marks';
import type { Inside } from '../support/extension';
import type { Site } from '../support/server';
import { shownIn } from './apps/texts';
import { expect, open, test } from './support/test';

let apps: Site;
test.describe.configure({ timeout: 60_000 });
test.beforeAll(async () => {
  apps = await serveApps(['development', 'production']);
});
test.afterAll(() => apps?.close());

/** How long marks may take on a busy machine; how often to look. */
const SOON = { timeout: 20_000, intervals: [50] };

/** Screen by screen, every claim has a badge of its own beside it, and no badge stands elsewhere. */
async function marked(page: Page, inside: Inside, n: number): Promise<void> {
  const seen = new Set<string>();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 850) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    const look = async () => {
      const { marked, unmarked, strays } = await inside.evaluate<MarksSeen>(marksSeen());
      for (const name of unmarked.length + strays === 0 ? marked : []) seen.add(name);
      return { unmarked, strays };
    };
    await expect.poll(look, SOON).toEqual({ unmarked: [], strays: 0 });
  }
  expect(seen.size).toBe(shownIn(n));
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Renders rounds under our marks; nothing is wrong in any, nothing was made again, and the marks follow. */
async function update(page: Page, inside: Inside, rounds: number): Promise<void> {
  await page.evaluate(() => window.app.remember());
  expect(await page.evaluate((n) => window.app.rounds(1, n), rounds)).toEqual([]);
  await marked(page, inside, rounds);
  expect(await page.evaluate(() => window.app.replaced())).toBe(0);
  expect(await page.evaluate(() => window.app.errors)).toEqual([]);
}

for (const name of ['react18', 'react19', 'vue3', 'svelte5']) {
  test(`${name}: many rounds of updates under marks`, async ({ app }) => {
    const { page, inside } = await open(app, `${apps.url}/${name}/production/empty`, false);
    await page.evaluate(() => window.app.start('mount'));
    await marked(page, inside, 0);
    await update(page, inside, 24);
  });

  const hydrated: [string, Mode][] = [
    ['root', 'development'],
    ['document', 'development'],
    // React 18 made every node again when a host of ours stood elsewhere than at the end of the body.
    ...(name.startsWith('react') ? [['document', 'production'] satisfies [string, Mode]] : []),
  ];
  for (const [where, mode] of hydrated)
    test(`${name}: takes over its server's HTML under our marks (${where}, ${mode})`, async ({ app }) => {
      const { page, inside } = await open(app, `${apps.url}/${name}/${mode}/${where}`, false);
      await marked(page, inside, 0);
      await page.evaluate(() => window.app.remember());
      await page.evaluate(() => window.app.start('hydrate'));
      expect(await page.evaluate(() => window.app.replaced())).toBe(0);
      expect(await page.evaluate(() => window.app.wrong(0))).toEqual([]);
      await update(page, inside, 5);
      expect(await page.locator('factmark-overlay').count()).toBe(1);
    });
}

/** Pages drawn by frameworks in a real Firefox: marks stay right while they render, and the frameworks never notice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM, shownIn } from '../e2e/apps/texts';
import { serveApps } from '../support/apps';
import { type MarksSeen, marksSeen } from '../support/apps-marks';
import { type Firefox, launchFirefox } from '../support/firefox';
import type { Site } from '../support/server';

let firefox: Firefox;
let apps: Site;

beforeAll(async () => {
  apps = await serveApps(['development']);
  firefox = await launchFirefox();
}, 120_000);
afterAll(async () => {
  await firefox?.close();
  await apps?.close();
});

/** Evaluates in the tab in front as the browser itself; `root` is our closed shadow root or null. */
const inside = <T>(expression: string): Promise<T> =>
  firefox.privileged<T>(`new Promise((done) => {
    const { messageManager } = gBrowser.selectedBrowser;
    const name = 'factmark:' + Math.random();
    messageManager.addMessageListener(name, function heard({ data }) {
      messageManager.removeMessageListener(name, heard);
      done(data);
    });
    const code = '(() => { const host = content.document.querySelector("factmark-overlay"); const root = host && host.openOrClosedShadowRoot; sendAsyncMessage("' + name + '", (' + ${JSON.stringify(expression)} + ')); })()';
    messageManager.loadFrameScript('data:,' + encodeURIComponent(code), false);
  })`);

/** How long marks may take on a busy machine. */
const SOON = { timeout: 20_000 };

/** Screen by screen, every claim of round `n` has a badge of its own beside it, and no badge stands elsewhere. */
async function marked(tab: string, n: number): Promise<void> {
  const seen = new Set<string>();
  const height = await firefox.evaluate<number>(tab, 'document.documentElement.scrollHeight');
  const screen = await firefox.evaluate<number>(tab, 'innerHeight');
  for (let top = 0; top < height; top += screen - 50) {
    await firefox.evaluate(tab, `scrollTo({ top: ${top}, behavior: 'instant' })`);
    const look = async () => {
      const { marked, unmarked, strays } = await inside<MarksSeen>(marksSeen('content'));
      for (const name of unmarked.length + strays === 0 ? marked : []) seen.add(name);
      return { unmarked, strays };
    };
    await expect.poll(look, SOON).toEqual({ unmarked: [], strays: 0 });
  }
  expect(seen.size).toBe(shownIn(n));
  await firefox.evaluate(tab, 'scrollTo(0, 0)');
}

const openApp = async (path: string) => {
  const tab = await firefox.newTab(apps.url + path);
  await firefox.activate(tab);
  return tab;
};

/** Renders rounds under our marks; nothing is wrong in any, nothing was made again, and the marks follow. */
async function update(tab: string, rounds: number): Promise<void> {
  await firefox.evaluate(tab, 'app.remember()');
  expect(await firefox.evaluate(tab, `app.rounds(1, ${rounds})`)).toEqual([]);
  await marked(tab, rounds);
  expect(await firefox.evaluate(tab, 'app.replaced()')).toBe(0);
  expect(await firefox.evaluate(tab, 'app.errors')).toEqual([]);
}

describe.each(['react18', 'react19', 'vue3', 'svelte5'])('%s in Firefox', (name) => {
  const takesOver = async (where: 'root' | 'document', rounds: number) => {
    const tab = await openApp(`/${name}/development/${where}`);
    await marked(tab, 0);
    await firefox.evaluate(tab, 'app.remember()');
    await firefox.evaluate(tab, 'app.start("hydrate")');
    expect(await firefox.evaluate(tab, 'app.replaced()')).toBe(0);
    expect(await firefox.evaluate(tab, 'app.wrong(0)')).toEqual([]);
    await update(tab, rounds);
    expect(await firefox.evaluate(tab, 'document.querySelectorAll("factmark-overlay").length')).toBe(1);
    await firefox.privileged('gBrowser.removeCurrentTab()');
  };

  it("takes over its server's root under marks, and renders many rounds", { timeout: 60_000 }, () =>
    takesOver('root', 24),
  );
  it("takes over its server's document under marks", { timeout: 60_000 }, () => takesOver('document', 5));
});

it('the reader view shows the article with the claim and without a word of ours', async () => {
  const more =
    'The council met again on Tuesday, and spoke about the budget of the town for a long time. '.repeat(9);
  apps.pages.set(
    '/article',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A story</title><body><article><h1>A story</h1><p>${more}</p><p>${CLAIM} ${more}</p><p>${more}</p></article>`,
  );
  await openApp('/article');
  await expect.poll(() => inside<number>('root?.querySelectorAll(".badge").length ?? 0'), SOON).toBe(1);
  await expect
    .poll(() => firefox.privileged<boolean>('document.getElementById("reader-mode-button").hidden'), SOON)
    .toBe(false);
  await firefox.privileged('document.getElementById("reader-mode-button").click()');
  await expect
    .poll(() => firefox.privileged<string>('gBrowser.currentURI.spec'), SOON)
    .toMatch(/^about:reader/);
  const said = () => inside<string>('content.document.body?.innerText ?? ""');
  await expect.poll(said, SOON).toContain('Tuesday');
  const text = await said();
  expect(text).toContain(CLAIM);
  expect(text).not.toMatch(/fact-check|no such treaty/i);
});

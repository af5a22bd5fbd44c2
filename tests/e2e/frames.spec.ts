/** Frames: each reads its own text, the tab has one count and one list, and the keyboard goes through all of them. */
import type { Launched } from '../support/extension';
import { press } from './support/browser-ui';
import { openPopup } from './support/surface';
import { CLAIM, expect, html, PACT, test } from './support/test';
import { killWorker } from './support/worker';

const DENIAL = 'No, the US is not bound by treaty to defend Israel.';
const story = html(`<p>${CLAIM}</p>`);
const SIZE = 'style="width:600px;height:200px"';

interface FrameLook {
  path: string;
  badges: string[];
  /** The badge that has the focus, or ''. */
  focused: string;
  /** Is the painting script here? */
  host: number;
}

/** What is drawn in each frame of the tab at `url`, looked at from the extension's world of that frame. */
async function look(app: Launched, url: string): Promise<FrameLook[]> {
  const worker = await app.worker();
  return worker.evaluate(async (at) => {
    const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === at);
    const results = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1, allFrames: true },
      injectImmediately: true,
      func: () => {
        const hosts = [...document.querySelectorAll<HTMLElement>('factmark-overlay')];
        // In Firefox it is the element that tells.
        const rootOf = (h: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) =>
          h.openOrClosedShadowRoot ?? (chrome.dom?.openOrClosedShadowRoot(h) as ShadowRoot | null);
        const roots = hosts.map(rootOf);
        const badges = roots.flatMap((r) => [...(r?.querySelectorAll<HTMLElement>('.badge') ?? [])]);
        const focused = badges.find((b) => b === (b.getRootNode() as ShadowRoot).activeElement);
        return {
          path: `${location.protocol}${location.pathname}`,
          badges: badges.map((b) => b.dataset.check ?? ''),
          focused: (document.hasFocus() && focused?.dataset.text) || '',
          host: hosts.length,
        };
      },
    });
    return results.map((r) => r.result as FrameLook);
  }, url);
}
const marked = async (app: Launched, url: string) =>
  (await look(app, url))
    .filter((f) => f.badges.length > 0)
    .map((f) => f.path)
    .sort();

async function count(app: Launched, url: string): Promise<string> {
  const worker = await app.worker();
  const text = worker.evaluate(async (at) => {
    const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === at);
    return chrome.action.getBadgeText({ tabId: tab?.id });
  }, url);
  return text.catch(() => 'the worker is starting');
}

/** Opens `url` and waits until so many sentences are counted. */
async function openFrames(app: Launched, url: string, matches: string) {
  const page = await app.context.newPage();
  await page.goto(url);
  await expect.poll(() => count(app, url)).toBe(matches);
  return page;
}

test('every kind of frame is read, counted once a tab, and listed after the page', async ({ app, site }) => {
  const other = site.url.replace('127.0.0.1', 'localhost');
  site.pages.set('/inner.html', story);
  site.pages.set(
    '/kinds.html',
    html(`<p>${DENIAL}</p>
      <iframe ${SIZE} src="/inner.html"></iframe><iframe ${SIZE} src="${other}/inner.html"></iframe>
      <iframe ${SIZE} srcdoc="<p>${CLAIM}</p>"></iframe>
      <iframe ${SIZE} sandbox srcdoc="<p>${CLAIM}</p>"></iframe>
      <iframe ${SIZE} sandbox src="${other}/inner.html"></iframe>
      <iframe ${SIZE} id="blank"></iframe><iframe ${SIZE} id="written"></iframe>
      <script>document.getElementById('blank').contentDocument.body.innerHTML = '<p>${CLAIM}</p>';
      const d = document.getElementById('written').contentDocument; d.open(); d.write('<p>${CLAIM}</p>'); d.close();</script>`),
  );
  const url = `${site.url}/kinds.html`;
  const page = await openFrames(app, url, '8');
  await expect
    .poll(() => marked(app, url))
    .toEqual([
      'about:blank',
      'about:srcdoc',
      'about:srcdoc',
      'http:/inner.html',
      'http:/inner.html',
      'http:/inner.html',
      // A document opened anew takes the address of who opened it.
      'http:/kinds.html',
      'http:/kinds.html',
    ]);
  await page.bringToFront();
  const popup = await openPopup(app);
  const sentences = () =>
    popup.evaluate<string[]>(
      `Array.from(document.querySelectorAll('.sentence-text'), (s) => s.textContent.trim())`,
    );
  await expect.poll(sentences).toEqual([DENIAL, ...Array(7).fill(CLAIM)]);
  await popup.evaluate(`document.querySelectorAll('.sentence')[2].click()`).catch(() => {});
  await expect
    .poll(async () => (await look(app, url)).filter((f) => f.focused).map((f) => f.path))
    .toEqual(['http:/inner.html']);
});

test('a frame too small for text is left alone until it grows', async ({ app, site }) => {
  site.pages.set('/inner.html', story);
  site.pages.set(
    '/small.html',
    html(`<p>${CLAIM}</p><iframe id="small" style="width:150px;height:60px" src="/inner.html"></iframe>
    <iframe id="hidden" style="width:400px;height:100px;display:none" src="/inner.html"></iframe>`),
  );
  const url = `${site.url}/small.html`;
  const page = await openFrames(app, url, '1');
  await expect.poll(() => marked(app, url)).toEqual(['http:/small.html']);
  await page.evaluate(() => {
    (document.getElementById('small') as HTMLElement).style.height = '300px';
  });
  expect(await marked(app, url)).toEqual(['http:/small.html']);
  await page.evaluate(() => {
    (document.getElementById('small') as HTMLElement).style.width = '300px';
  });
  await expect.poll(() => marked(app, url)).toEqual(['http:/inner.html', 'http:/small.html']);
  await page.evaluate(() => {
    (document.getElementById('hidden') as HTMLElement).style.display = 'block';
  });
  await expect.poll(() => count(app, url)).toBe('3');
});

test('a frame that leaves takes its count with it, whatever becomes of the background', async ({
  app,
  site,
}) => {
  const other = site.url.replace('127.0.0.1', 'localhost');
  site.pages.set('/inner.html', story);
  site.pages.set('/plain.html', html('<p>The ferry timetable changes in January, the company said.</p>'));
  site.pages.set(
    '/leave.html',
    html(`<p>${CLAIM}</p><iframe ${SIZE} id="a" src="${other}/inner.html"></iframe>
      <iframe ${SIZE} id="b" src="/inner.html"></iframe><iframe ${SIZE} id="c" srcdoc="<p>${CLAIM}</p>"></iframe>`),
  );
  const url = `${site.url}/leave.html`;
  const page = await openFrames(app, url, '4');
  await page.evaluate(() => document.getElementById('a')?.remove());
  await expect.poll(() => count(app, url)).toBe('3');
  await killWorker(app);
  await page.evaluate((to) => {
    (document.getElementById('b') as HTMLIFrameElement).src = to;
  }, `${other}/plain.html`);
  await expect.poll(() => count(app, url)).toBe('2');
  await page.evaluate(() => document.getElementById('c')?.remove());
  await expect.poll(() => count(app, url)).toBe('1');
  await page.goto(`${site.url}/plain.html`);
  await expect.poll(() => count(app, `${site.url}/plain.html`)).toBe('');
  await page.goBack();
  await expect.poll(() => count(app, url)).toMatch(/^[13]$/);
});

test('the keyboard goes on into the next frame that has a badge, and around', async ({ app, site }) => {
  const other = site.url.replace('127.0.0.1', 'localhost');
  site.pages.set('/far.html', html(`<div style="height:900px"></div><p>Far below: ${CLAIM}</p>`));
  site.pages.set(
    '/steps.html',
    html(`<p>${CLAIM}</p><p>${DENIAL}</p><iframe ${SIZE} srcdoc="<p>The ferry sails in January and in May.</p>"></iframe>
    <div style="height:2500px"></div><iframe ${SIZE} src="${other}/far.html"></iframe>`),
  );
  const url = `${site.url}/steps.html`;
  const page = await openFrames(app, url, '3');
  await page.bringToFront();
  const focused = async () =>
    (await look(app, url))
      .map((f) => f.focused)
      .filter((t) => t)
      .join();
  const far = `Far below: ${CLAIM}`;
  // A frame of another site is another process: the page around hears later that the focus went there. What a key did
  // before that would be undone, and no finger is as fast as this test.
  const outerKnows = () =>
    expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
  for (const expected of [CLAIM, DENIAL, far, CLAIM]) {
    await press(app, 'next-badge');
    await expect.poll(focused).toBe(expected);
    if (expected === far) {
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_500);
      await outerKnows();
    }
  }
  for (const expected of [far, DENIAL, CLAIM, far]) {
    await press(app, 'previous-badge');
    await expect.poll(focused).toBe(expected);
    if (expected === far) await outerKnows();
  }
});

test('a site that is off is off for the frames it shows, and on where it is shown by others', async ({
  app,
  site,
}) => {
  const other = site.url.replace('127.0.0.1', 'localhost');
  site.pages.set('/inner.html', story);
  site.pages.set('/around.html', html(`<p>${CLAIM}</p><iframe ${SIZE} src="${other}/inner.html"></iframe>`));
  const url = `${site.url}/around.html`;
  await openFrames(app, url, '2');
  await expect.poll(() => marked(app, url)).toHaveLength(2);
  const worker = await app.worker();
  const off = (sitesOff: string[]) =>
    worker.evaluate(
      (sites) => chrome.storage.local.set({ settings: { version: 1, sitesOff: sites } }),
      sitesOff,
    );
  await off(['localhost']);
  await expect.poll(() => marked(app, url)).toHaveLength(2);
  await off(['127.0.0.1']);
  await expect.poll(() => marked(app, url)).toHaveLength(0);
  await expect.poll(() => count(app, url)).toBe('');
  await off([]);
  await expect.poll(async () => (await look(app, url)).map((f) => f.badges)).toEqual([[PACT], [PACT]]);
});

/** Addresses of the frames of the tab at `url` that it does not remember. */
async function unknownFrames(app: Launched, url: string): Promise<string[]> {
  const worker = await app.worker();
  return worker.evaluate(async (at) => {
    const [tab] = (await chrome.tabs.query({})).filter((t) => t.url === at);
    const tabId = tab?.id ?? -1;
    const { [`tab:${tabId}`]: known } = await chrome.storage.session.get(`tab:${tabId}`);
    const results = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => location.search,
    });
    const { frames } = known as { frames: Record<number, number> };
    return results.filter(({ frameId }) => !(frameId in frames)).map(({ result }) => result as string);
  }, url);
}

test('a frame that was one too many is read when others have gone', async ({ app, site }) => {
  test.setTimeout(180_000);
  site.pages.set('/inner.html', story);
  site.pages.set('/crowd.html', html(`<p>${CLAIM}</p>`));
  const url = `${site.url}/crowd.html`;
  const page = await openFrames(app, url, '1');
  await page.evaluate(() => {
    for (let n = 0; n < 101; n++) {
      const frame = document.createElement('iframe');
      Object.assign(frame, { width: 300, height: 100, src: `/inner.html?${n}` });
      document.body.append(frame);
    }
  });
  await expect.poll(() => count(app, url), { timeout: 60_000 }).toBe('99+');
  const refused = await unknownFrames(app, url);
  expect(refused).toHaveLength(2);
  await page.evaluate((left) => {
    const frames = [...document.querySelectorAll('iframe')];
    const read = frames.filter(({ src }) => !left.includes(new URL(src).search));
    for (const frame of read.slice(0, 90)) frame.remove();
  }, refused);
  // The page and the eleven that are left. The two ask after 5, 15, 35 and 75 seconds.
  await expect.poll(() => count(app, url), { timeout: 80_000 }).toBe('12');
  expect(await unknownFrames(app, url)).toEqual([]);
});

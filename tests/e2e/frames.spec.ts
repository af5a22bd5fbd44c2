/** Frames: each reads its own text, the tab has one count and one list, and the keyboard goes through all of them. */
import { press } from './support/browser-ui';
import { count, look, marked, openFrames, story } from './support/frames';
import { openPopup } from './support/surface';
import { CLAIM, expect, html, PACT, test } from './support/test';
import { killWorker } from './support/worker';

const DENIAL = 'No, the US is not bound by treaty to defend Israel.';
const SIZE = 'style="width:600px;height:200px"';

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

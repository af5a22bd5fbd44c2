/** What is marked on the demo news page, and what is not. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

interface Expected {
  badges: {
    check: string;
    sentence: string;
    stance: string;
    when: 'load' | 'later' | 'navigate' | 'details';
  }[];
  bare: string[];
}
const expected: Expected = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../fixtures/demo/expected.json'), 'utf8'),
);
const plain = (s: string) =>
  s
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('marks each checked sentence of the demo page with its check, and nothing else', async ({
  app,
  site,
}) => {
  const { page, inside } = await open(app, `${site.url}/`);
  // The live box brings one paragraph after two seconds.
  await expect(page.locator('.live, [data-live], aside').getByText('Priya').first()).toBeVisible();
  // Scrolled through until all are there: a badge may come a few frames after its place did.
  const found = new Map<string, string>();
  const due = expected.badges
    .filter(({ when }) => when === 'load')
    .map(({ check, sentence }) => `${check} | ${plain(sentence)}`);
  await expect
    .poll(async () => {
      for (const { check, text } of await inside.allBadges(page))
        found.set(`${check} | ${plain(text)}`, plain(text));
      return due.filter((badge) => !found.has(badge));
    })
    .toEqual([]);
  const allowed = new Set(expected.badges.map((b) => `${b.check} | ${plain(b.sentence)}`));
  expect([...found.keys()].filter((badge) => !allowed.has(badge))).toEqual([]);
  for (const sentence of expected.bare) expect([...found.values()]).not.toContain(plain(sentence));
});

test('picks up what is added, opened and navigated to in the page', async ({ app, site }) => {
  const { page, inside } = await open(app, `${site.url}/`);
  const texts = async () => (await inside.allBadges(page)).map((b) => plain(b.text));
  await page.getByRole('button', { name: /load more/i }).click();
  for (const b of expected.badges.filter((b) => b.when === 'later'))
    await expect.poll(texts, { timeout: 15_000 }).toContain(plain(b.sentence));
  await page
    .locator('details')
    .first()
    .evaluate((d: HTMLDetailsElement) => {
      d.open = true;
    });
  for (const b of expected.badges.filter((b) => b.when === 'details'))
    await expect.poll(texts).toContain(plain(b.sentence));
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.locator('a[data-story="librarian"]').first().click();
  for (const b of expected.badges.filter((b) => b.when === 'navigate'))
    await expect.poll(texts).toContain(plain(b.sentence));
  const details = expected.badges.filter((b) => b.when === 'details').map((b) => plain(b.sentence));
  for (const gone of details) expect(await texts()).not.toContain(gone);
});

test('leaves a page of near misses bare, and adds nothing to it', async ({ app, site }) => {
  const { page } = await open(app, `${site.url}/article.html`, false);
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  const worker = await app.worker();
  // The page reports once it was read: an empty count, not a missing one.
  await expect
    .poll(() => worker.evaluate(async () => (await chrome.tabs.query({ active: true })).length))
    .toBeGreaterThan(0);
  await page.waitForFunction(() => performance.now() > 1_500);
  expect(await page.locator('factmark-overlay').count()).toBe(0);
});

test('touches no node of the page, shifts nothing, and asks the network for nothing', async ({
  app,
  site,
}) => {
  site.pages.set(
    '/untouched.html',
    html(`<article><h1>A story</h1><p>First. <em>${CLAIM}</em> After.</p><p>Last paragraph of it.</p></article>
    <script>window.records = []; window.shifts = 0;
    new MutationObserver((list) => { for (const r of list) { const nodes = [...r.addedNodes, ...r.removedNodes]; if (!nodes.length || nodes.some((n) => n.localName !== 'factmark-overlay')) records.push(r.type + ' ' + r.target.nodeName); } })
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    new PerformanceObserver((list) => { for (const e of list.getEntries()) shifts += e.value; }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('load', () => { records.length = 0; window.before = document.querySelector('article').outerHTML; });</script>`),
  );
  const requests: string[] = [];
  const listener = (r: { url(): string }) => requests.push(r.url());
  app.context.on('request', listener);
  const { page, inside } = await open(app, `${site.url}/untouched.html`);
  const [badge] = await inside.badges();
  await page.mouse.move((badge?.box.x ?? 0) + 6, (badge?.box.y ?? 0) + 6);
  await expect.poll(() => inside.card()).toContain('No such treaty');
  app.context.off('request', listener);
  expect(await page.evaluate('records')).toEqual([]);
  expect(await page.evaluate('shifts')).toBe(0);
  expect(await page.evaluate('document.querySelector("article").outerHTML === before')).toBe(true);
  const strangers = requests.filter(
    (url) => !url.startsWith(site.url) && !url.startsWith(app.origin) && !url.startsWith('data:'),
  );
  expect(strangers).toEqual([]);
});

test('marks a sentence once, however often the page renders it again', async ({ app, site }) => {
  site.pages.set(
    '/rerender.html',
    html(`<main><p id="p">Intro. ${CLAIM}</p></main>
    <script>let n = 0; const t = setInterval(() => { const p = document.createElement('p'); p.id = 'p'; p.innerHTML = document.getElementById('p').innerHTML; document.getElementById('p').replaceWith(p); if (++n > 8) { clearInterval(t); document.title = 'done'; } }, 60);</script>`),
  );
  const { page, inside } = await open(app, `${site.url}/rerender.html`, false);
  await expect(page).toHaveTitle('done');
  await expect.poll(async () => (await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});

test('shows hostile text as text', async ({ app, site }) => {
  site.pages.set(
    '/hostile.html',
    html(
      '<p>The US has a mutual defense pact with Israel &lt;img src=x onerror="document.title=\'owned\'"&gt; they say.</p>',
    ),
  );
  const { page, inside } = await open(app, `${site.url}/hostile.html`);
  const [badge] = await inside.badges();
  expect(badge?.text).toContain('<img src=x');
  await page.mouse.move((badge?.box.x ?? 0) + 6, (badge?.box.y ?? 0) + 6);
  await expect.poll(() => inside.card()).toContain('No such treaty');
  expect(await inside.evaluate('root.querySelector("img")')).toBeNull();
  expect(await page.title()).toBe('Test page');
});

test('a dashed line is drawn in all its length', async ({ app, site }) => {
  site.pages.set('/denied.html', html(`<p>The US does not have a mutual defense pact with Israel.</p>`));
  const { page, inside } = await open(app, `${site.url}/denied.html`);
  const { x, y, width } = await inside.evaluate<{ x: number; y: number; width: number }>(
    `(({ x, y, width }) => ({ x, y, width }))(root.querySelector('.underline[data-stance="denies"]').getBoundingClientRect())`,
  );
  const clip = { x: Math.ceil(x), y: Math.round(y), width: Math.floor(width), height: 2 };
  const png = (await page.screenshot({ clip })).toString('base64');
  const isInk = await page.evaluate(async (bytes) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, 1).getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, 1);
    return Array.from({ length: picture.width }, (_, column) => (data[4 * column] ?? 255) < 128);
  }, png);
  // Four pixels of ink, three of none.
  const share = isInk.filter(Boolean).length / isInk.length;
  expect(share).toBeGreaterThan(0.45);
  expect(share).toBeLessThan(0.7);
  expect(isInk.map((ink) => (ink ? '-' : ' ')).join('')).not.toMatch(/ {8}/);
});

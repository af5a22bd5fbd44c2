/**
 * What a page learns of a check that matched on it, channel by channel: the same page, the same sentence and the same length
 * of verdict, once with a review that says “Fake”, once with another publisher's that says “True”, once with no review.
 */
import type { Launched } from '../support/extension';
import { CLAIM, feed, recordBy, SAID } from '../support/feeds';
import type { Site } from '../support/server';
import { add, removeAll } from './support/library';
import { expect, html, open, ours, test } from './support/test';

test.afterEach(({ app }) => removeAll(app));

/**
 * Before the page's own content: keeps all that the browser tells of by itself. How long a thing took, and so how often some are
 * told, differs from one visit to the next: tests/soak/attacks/timing.ts.
 */
const LISTEN = `<script>
  window.told = new Set();
  for (const type of PerformanceObserver.supportedEntryTypes)
    if (!/longtask|long-animation-frame|event|paint|interactive/.test(type))
      new PerformanceObserver((list) => { for (const { name } of list.getEntries()) told.add(type + ' ' + name.replace(location.origin, '')); }).observe({ type, buffered: true });
  for (const key in window) if (/^on/.test(key) && !/pointer|mouse|timeupdate/.test(key)) addEventListener(key.slice(2), (e) => told.add(e.type), true);
  new MutationObserver((list) => { for (const r of list) for (const n of [...r.addedNodes, ...r.removedNodes])
    if (n.localName === 'factmark-overlay') {
      told.add(r.type + ' ' + n.outerHTML);
      new ResizeObserver(() => told.add('resized')).observe(n);
      new IntersectionObserver(() => told.add('met')).observe(n);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
</script>`;

/** Tries each channel; by name, what it gives. */
const CHANNELS = `(() => {
  const host = document.querySelector('factmark-overlay');
  const p = document.getElementById('p');
  const hits = [], carets = new Set();
  for (let x = 1; x < innerWidth; x += 5) for (let y = 1; y < 120; y += 4) {
    const at = document.elementsFromPoint(x, y);
    if (at.includes(host)) hits.push(x + ' ' + y + ' ' + at.indexOf(host));
    const { offsetNode, offset } = document.caretPositionFromPoint(x, y) ?? {};
    carets.add((offsetNode?.nodeName ?? '') + offset);
  }
  const rects = (element) => element ? [...element.getClientRects(), element.getBoundingClientRect()].map((r) => [r.x, r.y, r.width, r.height].join()) : [];
  getSelection().selectAllChildren(document.body);
  const selected = String(getSelection());
  getSelection().removeAllRanges();
  const found = ['Fake', 'True', 'Bridge', 'Tower', 'Factmark', 'Karlsberg'].map((word) => { const is = window.find(word); getSelection().removeAllRanges(); return is; });
  const all = (style) => [...style].map((name) => name + ':' + style.getPropertyValue(name)).join(';');
  return {
    'the element': [host?.outerHTML, Object.keys(host ?? {}), host?.innerText, host?.shadowRoot, document.querySelectorAll('*').length],
    'place of the element': rects(host),
    'places of the text': [rects(p), document.documentElement.scrollHeight, scrollY],
    'hit tests': hits,
    'carets': [...carets],
    'styles': host && [all(getComputedStyle(host)), all(getComputedStyle(host, '::before')), all(getComputedStyle(p))],
    'style sheets': [document.styleSheets.length, document.adoptedStyleSheets.length],
    'selectors': [':focus-within', ':hover', ':popover-open', ':has(factmark-overlay)', ':modal', ':defined'].map((s) => document.querySelectorAll(s).length),
    'selection': selected, 'find': found,
    'animations and highlights': [document.getAnimations().length, [...CSS.highlights.keys()]],
    'focus': document.activeElement?.nodeName,
    'names': [Object.getOwnPropertyNames(window).filter((n) => !/^(__pw|\\d+$)/.test(n)).sort().join(), Object.getOwnPropertySymbols(window).length],
    'resources and marks': [...new Set(performance.getEntries().map((e) => e.entryType + ' ' + e.name.replace(location.origin, '')))].filter((e) => !/long|event|paint|interaction|visibility/.test(e)).sort(),
    'frames': [window.length, document.fonts.size, document.title, history.length],
    'what observers were told': [...told].sort(),
  };
})()`;

type Told = Record<string, unknown>;

async function visit(app: Launched, site: Site, review?: object): Promise<Told> {
  const options = await ours(app, 'options.html');
  if (review) {
    await add(options, feed(review));
    await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  }
  await options.close();
  const { page, inside } = await open(app, `${site.url}/channels.html`, review !== undefined);
  await expect.poll(() => inside.evaluate('true')).toBe(true);
  if (review) await expect.poll(async () => (await inside.badges())[0]?.text).toBe(SAID);
  // Layout and observers are at rest.
  await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
  const told = await page.evaluate<Told>(CHANNELS);
  await page.close();
  if (review) await removeAll(app);
  return told;
}

test('no channel tells which of two checks matched; some tell that something did', async ({ app, site }) => {
  site.pages.set(
    '/channels.html',
    html(`${LISTEN}<p id="p">The town met on Monday. ${SAID} Nobody objected.</p>`),
  );
  const fake = await visit(app, site, recordBy('Bridge Desk', 'bridge.example', CLAIM, 'Fake'));
  const sound = await visit(app, site, recordBy('Tower Desk', 'towers.example', CLAIM, 'True'));
  const none = await visit(app, site);
  const differing = (a: Told, b: Told) =>
    Object.keys(a).filter((channel) => JSON.stringify(a[channel]) !== JSON.stringify(b[channel]));
  expect(Object.keys(fake).length).toBeGreaterThan(12);
  // Channel by channel: none differs.
  expect(fake).toEqual(sound);
  // docs/threat-model.md, “What a page can still learn”.
  expect(differing(fake, none)).toEqual([
    'the element',
    'place of the element',
    'hit tests',
    'carets',
    'styles',
    'selectors',
    'what observers were told',
  ]);
});

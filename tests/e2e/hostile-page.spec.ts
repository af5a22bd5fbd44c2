/** What a page can do to what is drawn over it: nothing it does changes that, or is taken for the reader's doing. */
import { openCard } from './support/card';
import { CLAIM, expect, html, open, PACT, test } from './support/test';

const OTHER = 'Israel receives more than 3 billion dollars in US military aid every year.';

test('a page that knows our names gets nothing asked for and nothing painted with them', async ({
  app,
  site,
}) => {
  const tokens = [
    'tone-false',
    'surface',
    'paper',
    'ink',
    'on-tone',
    'rule',
    'shadow',
    'line',
    'sans',
    'serif',
  ];
  site.pages.set('/plain.html', html(`<p>Intro. ${CLAIM}</p>`));
  site.pages.set(
    '/named.html',
    html(`<style>factmark-overlay { ${tokens.map((t) => `--fm-${t}: url(/leak-${t}) !important;`).join('')} }
      ${['Georgia', 'Liberation Serif', 'Noto Serif', 'Segoe UI', 'Noto Sans', 'Roboto'].map((f) => `@font-face { font-family: "${f}"; src: url(/leak-font) }`).join('')}</style>
      <script>window.kept = []; customElements.define('factmark-overlay', class extends HTMLElement { constructor() { super(); kept.push(this.attachInternals()); } });
      CSS.registerProperty({ name: '--tone', syntax: '<color>', inherits: false, initialValue: 'lime' });</script>
      <p>Intro. ${CLAIM}</p>`),
  );
  const colours: unknown[] = [];
  for (const path of ['/plain.html', '/named.html']) {
    const { page, inside } = await open(app, site.url + path);
    await openCard(page, inside);
    colours.push(
      await inside.evaluate(
        `['.badge', '.badge svg *', '.card', '.card h2', '.verdict-label'].map((s) => { const e = root.querySelector(s); const { color, fill, backgroundColor, backgroundImage, borderTopColor, fontFamily } = getComputedStyle(e); return [s, color, fill, backgroundColor, backgroundImage, borderTopColor, fontFamily]; })`,
      ),
    );
    if (path === '/named.html') {
      expect(await page.evaluate('kept.map((internals) => internals.shadowRoot)')).toEqual([null]);
      await page.evaluate('Promise.allSettled([document.fonts.ready, fetch("/last")])');
    }
  }
  expect(colours[1]).toEqual(colours[0]);
  expect(site.requests.filter((path) => path.includes('leak'))).toEqual([]);
});

test('nothing that a page sends, calls or clicks is taken for the reader’s', async ({ app, site }) => {
  site.pages.set('/forge.html', html(`<p>Intro. ${CLAIM}</p>`));
  const { page, inside } = await open(app, `${site.url}/forge.html`);
  await openCard(page, inside);
  const worker = await app.worker();
  const state = () =>
    worker.evaluate(async () => [
      await chrome.storage.local.get('settings'),
      (await chrome.tabs.query({})).length,
    ]);
  const before = await state();
  // Even with our root in its hands: a browser that leaks it once must not press our buttons for a page.
  await inside.evaluate(`[...root.querySelectorAll('button, summary, a')].map((e) => e.click()).length`);
  const reached = await page.evaluate(async (own) => {
    const said = { wire: 'factmark/1', call: 'switchSite', query: { on: false } };
    const runtime = (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome?.runtime;
    const answers: unknown[] = [typeof runtime?.sendMessage, typeof runtime?.connect];
    postMessage(said, '*');
    for (const name of ['factmark-leave', 'wxt:content-script-started', 'beforeunload', 'freeze'])
      for (const target of [window, document, document.querySelector('factmark-overlay')])
        target?.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'content', ...said } }));
    const host = document.querySelector('factmark-overlay');
    for (const type of ['click', 'pointerdown', 'keydown', 'focusin'])
      host?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    answers.push(await fetch(`${own}/check.html`).then(String, () => 'refused'));
    return answers;
  }, app.origin);
  expect(reached).toEqual(['undefined', 'undefined', 'refused']);
  expect(await state()).toEqual(before);
  expect((await inside.badges()).map((b) => b.check)).toEqual([PACT]);
});

// The page that Firefox shows instead can’t be asked what it is.
test('no page of ours can be shown in a page, opened by one or asked about', { tag: '@chromium' }, async ({
  app,
  site,
}) => {
  const own = app.origin;
  site.pages.set('/frame.html', html(`<p>${OTHER}</p><iframe src="${own}/options.html"></iframe>`));
  const { page } = await open(app, `${site.url}/frame.html`, false);
  const loads = (tag: string, path: string) =>
    page.evaluate(
      ([tag, src]) =>
        new Promise((done) => {
          const element = document.createElement(tag as 'img');
          element.onload = () => done('loaded');
          element.onerror = () => done('refused');
          element.src = src ?? '';
          document.body.append(element);
        }),
      [tag, `${own}/${path}`] as const,
    );
  expect([await loads('img', 'icon/16.png'), await loads('script', 'content-scripts/content.js')]).toEqual([
    'refused',
    'refused',
  ]);
  // The browser shows a page of its own there, which says that it was blocked.
  const shown = () => page.frames().find((f) => f !== page.mainFrame());
  await expect
    .poll(() =>
      shown()
        ?.evaluate('location.protocol')
        .catch(() => ''),
    )
    .toBe('chrome-error:');
  // The same where a page goes there itself.
  await page
    .evaluate((to) => {
      location.href = to;
    }, `${own}/check.html#${PACT}`)
    .catch(() => {});
  await expect.poll(() => page.evaluate('location.protocol').catch(() => '')).toBe('chrome-error:');
});

/** The extension's own content security policy in a real browser: nothing of ours breaks it, and it does refuse. */
import type { Page } from '@playwright/test';
import { feed, record, CLAIM as SOLD } from '../support/feeds';
import { add, removeAll } from './support/library';
import { openPanel } from './support/panel';
import { openPopup } from './support/surface';
import { CLAIM, expect, html, leaveText, open, type ours, PACT, test } from './support/test';

/** Each surface that has an address, and what is there once it is ready. */
const SURFACES = [
  ['welcome.html', 'factmark-overlay'],
  ['options.html', '#about dl'],
  [`check.html#${PACT}`, '#source-1'],
  ['popup.html?find', '.hits mark'],
  [`popup.html#${PACT}`, '#source-1'],
  [`sidepanel.html#${PACT}`, '#source-1'],
] as const;

/** Collects what the policy refuses in the page, from its first moment. */
const listen = () => {
  const refused: string[] = [];
  Object.assign(globalThis, { refused });
  addEventListener('securitypolicyviolation', (e) => {
    refused.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`);
  });
};
const refusedIn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);

/** An expression: what was refused before anybody listened; the browser tells it to those who ask later. */
const REFUSED_BEFORE = `new Promise((done) => {
  const seen = [];
  const told = (reports) => seen.push(...reports.map((r) => r.body.effectiveDirective));
  new ReportingObserver(told, { buffered: true, types: ['csp-violation'] }).observe();
  setTimeout(() => done(seen));
})`;

/** A page of ours that listens before anything of it has run. */
async function listened(app: Parameters<typeof ours>[0], path: string): Promise<Page> {
  const page = await app.context.newPage();
  await page.addInitScript(listen);
  await page.goto(`chrome-extension://${app.id}/${path}`);
  return page;
}

for (const [path, ready] of SURFACES)
  test(`${path}: the policy refuses nothing of it`, async ({ app }) => {
    if (path.includes('?find')) await leaveText(app, 'mutal defense');
    const page = await listened(app, path);
    await expect(page.locator(ready).first()).toBeAttached();
    expect(await refusedIn(page)).toEqual([]);
    await page.close();
  });

test.describe(() => {
  test.afterEach(({ app }) => removeAll(app));

  test('neither do the settings at work: a worker adds a file, and a host is asked', async ({
    app,
    site,
  }) => {
    const worker = await app.worker();
    await worker.evaluate(listen);
    const options = await listened(app, 'options.html');
    await add(options, feed(record(SOLD)));
    await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
    site.pages.set(
      '/feed.json',
      feed(record(SOLD, { url: 'https://bridges.example/again' })).buffer.toString(),
    );
    await options.getByRole('textbox', { name: 'Address', exact: true }).fill(`${site.url}/feed.json`);
    await options.keyboard.press('Enter');
    await options.getByRole('button', { name: /^Ask / }).click();
    await expect(options.getByText(/^Added 1 review from .+\/feed\.json\.$/)).toBeVisible();
    expect(await refusedIn(options)).toEqual([]);
    expect(await worker.evaluate(() => (globalThis as unknown as { refused: string[] }).refused)).toEqual([]);
  });
});

test('neither do the real popup and the real panel', async ({ app, site }) => {
  site.pages.set('/policy.html', html(`<p>${CLAIM}</p>`));
  const { page } = await open(app, `${site.url}/policy.html`);
  const popup = await openPopup(app);
  await expect.poll(popup.text).toContain('No such treaty');
  expect(await popup.evaluate(REFUSED_BEFORE)).toEqual([]);
  await popup.close();
  const panel = await openPanel(app);
  await page.bringToFront();
  await expect.poll(panel.text).toContain('No such treaty');
  expect(await panel.evaluate(REFUSED_BEFORE)).toEqual([]);
  await panel.close();
});

test('it does refuse: code in a text, in an attribute, from a host, and markup', async ({ app, site }) => {
  site.pages.set('/evil.js', 'globalThis.evil = "from a host"');
  const page = await listened(app, `check.html#${PACT}`);
  await expect(page.locator('#source-1')).toBeAttached();
  const outcome = await page.evaluate(async (host) => {
    // DevTools lets its own first step use eval.
    await new Promise((next) => setTimeout(next));
    const tried: Record<string, string> = {};
    const attempt = (name: string, run: () => unknown) => {
      try {
        run();
        tried[name] = 'done';
      } catch (error) {
        tried[name] = (error as Error).name;
      }
    };
    const added = (change: (script: HTMLScriptElement) => void) => {
      const script = document.createElement('script');
      change(script);
      document.head.append(script);
    };
    // biome-ignore lint/security/noGlobalEval: it must be refused
    // biome-ignore lint/complexity/noCommaOperator: eval by another name is no less eval
    attempt('eval', () => (0, eval)('globalThis.evil = "eval"'));
    attempt('Function', () => new Function('globalThis.evil = "Function"')());
    attempt('innerHTML', () => {
      document.body.innerHTML = '<img src="x" onerror="globalThis.evil = 1">';
    });
    attempt('inline script', () =>
      added((s) => {
        s.textContent = 'globalThis.evil = "inline"';
      }),
    );
    attempt('script from a host', () =>
      added((s) => {
        s.src = `${host}/evil.js`;
      }),
    );
    attempt('worker from a host', () => new Worker(`${host}/evil.js`));
    attempt('attribute', () => document.body.setAttribute('onclick', 'globalThis.evil = "attribute"'));
    document.body.click();
    const frame = document.createElement('iframe');
    frame.src = `${host}/`;
    const framed = new Promise<string>((done) => {
      frame.onload = () => done(frame.contentDocument === null ? 'shut' : 'empty');
    });
    document.body.append(frame);
    tried.frame = await framed;
    return { tried, evil: String(Reflect.get(globalThis, 'evil')) };
  }, site.url);
  expect(outcome.evil).toBe('undefined');
  expect(outcome.tried).toMatchObject({
    eval: 'EvalError',
    Function: 'EvalError',
    innerHTML: 'TypeError',
    'inline script': 'TypeError',
    'script from a host': 'TypeError',
    attribute: 'TypeError',
  });
  const refused = (await refusedIn(page)).join('\n');
  for (const directive of ['require-trusted-types-for', 'frame-src']) expect(refused).toContain(directive);
  expect(site.requests.filter((r) => JSON.stringify(r).includes('evil'))).toEqual([]);
});

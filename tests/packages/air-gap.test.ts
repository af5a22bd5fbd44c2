/** The air-gap build, in a real browser: it works from files, and the browser lets no request of it out. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as same } from 'vitest';
import { PUBLIC_FEED } from '../../entrypoints/options/library/public-feed';
import { html, open, ours } from '../e2e/support/test';
import { type Launched, launch } from '../support/extension';
import { CLAIM, feed, record, SAID } from '../support/feeds';
import { type Site, serve } from '../support/server';
import { codeOf, manifestOf, OTHER_WAYS, OUTPUT, ROOT } from './support/zip';

const FOLDER = resolve(OUTPUT, 'chrome-mv3-air-gap');

let app: Launched;
let site: Site;
beforeAll(async () => {
  execFileSync('npx', ['wxt', 'build', '-b', 'chrome', '--mode', 'air-gap'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
    stdio: 'pipe',
  });
  site = await serve(resolve(ROOT, 'tests/fixtures/demo'));
  app = await launch({ extension: FOLDER });
});
afterAll(async () => {
  await app?.close();
  await site?.close();
});

it('differs from the other build in what it may ask, and holds no address to ask', () => {
  const { content_security_policy, ...rest } = manifestOf(FOLDER);
  const { content_security_policy: usual, ...others } = manifestOf(resolve(OUTPUT, 'chrome-mv3'));
  same(rest).toEqual(others);
  same(content_security_policy.extension_pages).toBe(
    usual.extension_pages.replace("connect-src 'self' https: http:", "connect-src 'self'"),
  );
  for (const [file, text] of codeOf(FOLDER)) same(text.includes(PUBLIC_FEED), file).toBe(false);
});

it('offers files and no address; a file is added, found on a page, and not asked for again', async () => {
  const options = await ours(app, 'options.html');
  await expect(options.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
  await expect(
    options.getByText('This build of Factmark can ask no host. Sources come from files'),
  ).toBeVisible();
  await expect(options.getByRole('textbox', { name: 'Address', exact: true })).toHaveCount(0);
  await expect(options.getByText('The public feed of fact-checks')).toHaveCount(0);
  await expect(options.getByText('This build of Factmark can make no request')).toBeVisible();

  await options.locator('input[type=file]').setInputFiles(feed(record(CLAIM)));
  await expect(options.getByText('Added 1 review from bridges.json.')).toBeVisible();
  await expect(options.getByRole('combobox', { name: /How often/ })).toHaveCount(0);
  site.pages.set('/bridge.html', html(`<p>The town met on Monday. ${SAID} Nobody objected.</p>`));
  const { page, inside } = await open(app, `${site.url}/bridge.html`, false);
  await expect.poll(async () => (await inside.badges()).map((b) => b.text)).toEqual([SAID]);
  await page.close();
  await options.close();
  const alarms = await (await app.worker()).evaluate(() => chrome.alarms.getAll());
  same(alarms.map((alarm) => alarm.name)).not.toContain('updates');
});

/** Tries every way out that code has; answers with those that got through, and with what the policy refused. */
const tryAll = async (host: string) => {
  const refused: string[] = [];
  addEventListener('securitypolicyviolation', (e) =>
    refused.push((e as SecurityPolicyViolationEvent).blockedURI),
  );
  const out: string[] = [];
  const attempt = (name: string, run: () => Promise<unknown>) =>
    run().then(
      () => out.push(name),
      () => {},
    );
  await attempt('fetch', () => fetch(`${host}/out-fetch`, { mode: 'no-cors' }));
  await attempt(
    'WebSocket',
    () =>
      new Promise((open, shut) => {
        const socket = new WebSocket(`${host.replace('http', 'ws')}/out-socket`);
        socket.onopen = open;
        socket.onerror = shut;
      }),
  );
  if (typeof EventSource === 'function')
    await attempt(
      'EventSource',
      () =>
        new Promise((open, shut) => {
          const source = new EventSource(`${host}/out-events`);
          source.onopen = open;
          source.onerror = shut;
        }),
    );
  if (typeof document === 'object') {
    // What it answers says only that it was queued.
    navigator.sendBeacon(`${host}/out-beacon`, 'x');
    await attempt(
      'image',
      () =>
        new Promise((open, shut) => {
          const image = new Image();
          image.onload = open;
          image.onerror = shut;
          image.src = `${host}/out-image`;
        }),
    );
  }
  return { out, refused: refused.length };
};

describe('no request gets out', () => {
  // WebRTC and the opening of an address: the extension's policy does not hold them.
  it('nor is there code for what no policy holds back', () => {
    const code = codeOf(FOLDER);
    same(code.length).toBeGreaterThan(15);
    same(
      code.flatMap(([file, text]) => [...text.matchAll(OTHER_WAYS)].map(([way]) => `${file}: ${way}`)),
    ).toEqual([]);
  });

  const nothingCame = () => same(site.requests.filter((path) => path.includes('out-'))).toEqual([]);

  it('from the background', async () => {
    const { out, refused } = await (await app.worker()).evaluate(tryAll, site.url);
    same(out).toEqual([]);
    same(refused).toBeGreaterThanOrEqual(2);
    nothingCame();
  });

  it('from a page of it', async () => {
    const page: Page = await ours(app, 'options.html');
    const { out, refused } = await page.evaluate(tryAll, site.url);
    same(out).toEqual([]);
    same(refused).toBeGreaterThanOrEqual(4);
    nothingCame();
    await page.close();
  });

  it('from the library’s worker: it says that this build asks no host', async () => {
    const page = await ours(app, 'options.html');
    await expect(page.getByRole('heading', { name: 'Library', exact: true })).toBeVisible();
    const script = codeOf(FOLDER, /library.*\.js$/).map(([file]) => file);
    same(script).toHaveLength(1);
    const said = await page.evaluate(
      ([file, address]) =>
        new Promise<{ failed?: string }>((done) => {
          const worker = new Worker(`/${file}`, { type: 'module' });
          worker.onmessage = ({ data }) => 'step' in data || done(data);
          worker.postMessage({
            task: { task: 'address', address, schedule: 'never' },
            language: 'en',
            locale: 'en-US',
          });
        }),
      [script[0], `${site.url}/out-worker.json`] as const,
    );
    same(said.failed).toContain('can ask no host');
    // And if its code tried, the browser would not let it.
    const [worker] = page.workers();
    if (!worker) throw new Error('no worker');
    const { out, refused } = await worker.evaluate(tryAll, site.url);
    same(out).toEqual([]);
    same(refused).toBeGreaterThanOrEqual(2);
    nothingCame();
    await page.close();
  });
});

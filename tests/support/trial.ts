/**
 * `npm run trial -- FOLDER`: the built extension on a folder of saved pages that nobody here wrote.
 *
 * Each page is served on loopback with its own scripts off, so that every change seen on it is ours: once as it is,
 * once with a claim at the end of one of its paragraphs, so that there is something to mark. Nothing is loaded from
 * anywhere else. For each: what the page saw of us (`witness.ts`), requests the same page without us does not make,
 * long tasks of ours, marks; and whether it is byte for byte what it was after the site was switched off.
 */
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './browser';
import { CLAIM } from './claim';
import { Inside, type Launched, launch } from './extension';
import { type Site, serve } from './server';
import { type Tasks, traceTasks } from './tasks';
import { WITNESS, type Witnessed, withClaim, withoutScripts } from './witness';

/** What a page's own parts say when they cannot be loaded or run. */
const OWN_NOISE =
  /Failed to load|Content Security Policy|net::|CORS|preload|Mixed Content|frame|Manifest|sandbox/i;
/** A page is given this long to be marked, or not. */
const PATIENCE = 4_000;
/** Pixels of a page that are scrolled through. */
const FAR = 8_000;

interface Visit {
  readonly seen: Witnessed;
  readonly requests: Set<string>;
  readonly errors: string[];
  readonly page: Page;
  readonly tasks?: Tasks;
}

/** The browser with the extension, a page of ours in it, and the server of the saved pages. */
interface Ours {
  readonly app: Launched;
  readonly desk: Page;
  readonly site: Site;
}

/** Sums over all pages; each is to be 0 but for `pages` and `marked`. */
const sum = {
  pages: 0,
  marked: 0,
  'changes of page nodes': 0,
  'extra records of our host': 0,
  errors: 0,
  'pages with layout shift of ours': 0,
  'changed surroundings': 0,
  'requests of ours': 0,
  'long tasks of ours': 0,
  'not as before after switching off': 0,
  'claims without a mark': 0,
};
let longestScript = 0;

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? '');
  const files = (await readdir(folder)).filter((f) => /\.html?$/.test(f)).sort();
  if (process.argv[2] === undefined || files.length === 0)
    throw new Error('usage: npm run trial -- FOLDER, with saved .html pages in it');
  const site = await serve(folder);
  const app = await launch();
  // Asks and switches from a page of ours: the worker may be asleep.
  const desk = await app.context.newPage();
  await desk.goto(`chrome-extension://${app.id}/options.html`);
  const executablePath = chromiumPath();
  const plain = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
  });
  const control = await plain.newContext({ viewport: { width: 1280, height: 900 } });
  for (const file of files) {
    const source = withoutScripts(await readFile(resolve(folder, file), 'utf8'));
    site.pages.set(`/${file}`, source);
    const alone = await visit(control, site, file);
    await alone.page.close();
    for (const claimed of [false, true]) {
      site.pages.set(`/${file}`, claimed ? withClaim(source, CLAIM) : source);
      await tryPage({ app, desk, site }, alone, file, claimed).catch((error: unknown) => {
        sum.errors++;
        console.log(`!!      ${file}: ${String(error).split('\n')[0]}`);
      });
    }
    site.pages.delete(`/${file}`);
  }
  await plain.close();
  await app.close();
  await site.close();
  console.log('');
  for (const [what, count] of Object.entries(sum)) console.log(`${String(count).padStart(6)}  ${what}`);
  console.log(`${longestScript.toFixed(1).padStart(6)}  ms, our longest stretch of script in one task`);
}

async function tryPage(ours: Ours, alone: Visit, file: string, claimed: boolean): Promise<void> {
  const { app, desk, site } = ours;
  const { seen, requests, errors, page, tasks } = await visit(app.context, site, file, ours, claimed);
  const marked = await page.locator('factmark-overlay').count();
  await switchSite(desk, false);
  await until(async () => (await page.locator('factmark-overlay').count()) === 0);
  const { same } = await page.evaluate<Witnessed>('window.__witness()');
  await page.close();
  await switchSite(desk, true);
  const extra = [...requests].filter((r) => !alone.requests.has(r));
  const said = errors.filter((e) => !alone.errors.includes(e));
  const shifted = seen.shiftWithUs > 0 && seen.shift > alone.seen.shift;
  const wrong: [keyof typeof sum, number][] = [
    ['changes of page nodes', seen.records.length],
    ['extra records of our host', Math.max(0, seen.hosts - marked)],
    ['errors', said.length],
    ['pages with layout shift of ours', shifted ? 1 : 0],
    ['changed surroundings', seen.changed.length],
    ['requests of ours', extra.length],
    ['long tasks of ours', tasks?.long ?? 0],
    ['not as before after switching off', same ? 0 : 1],
    ['claims without a mark', claimed && !marked ? 1 : 0],
  ];
  for (const [what, count] of wrong) sum[what] += count;
  sum.pages++;
  sum.marked += marked;
  longestScript = Math.max(longestScript, tasks?.longestScript ?? 0);
  const words = wrong.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  const details = [...seen.records, ...said, ...seen.changed, ...extra].slice(0, 3);
  console.log(
    `${marked ? 'marked' : 'bare  '}  ${claimed ? 'with the claim' : 'as it is      '}  ${(tasks?.longestScript ?? 0).toFixed(0).padStart(4)} ms  ${file}${words.length > 0 ? `  !! ${[...words, ...details].join(' · ')}` : ''}`,
  );
}

const switchSite = (desk: Page, on: boolean) =>
  desk.evaluate(
    (off) => chrome.storage.local.set({ settings: { version: 1, sitesOff: off } }),
    on ? [] : ['127.0.0.1'],
  );

/** Waits for `true`, but not for ever. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await holds()) && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 50));
}

/** With `ours` waits until the page was read, and if `claimed` until it is marked. */
async function visit(
  context: BrowserContext,
  site: Site,
  file: string,
  ours?: Ours,
  claimed = false,
): Promise<Visit> {
  const page = await context.newPage();
  const requests = new Set<string>();
  const errors: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    // The web app manifest and the icon are fetched when the browser feels like it, with or without us.
    if (route.request().resourceType() !== 'manifest' && !/icon|\/ico\//i.test(url)) requests.add(url);
    return url.startsWith(site.url) || url.startsWith('data:') ? route.continue() : route.abort();
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !OWN_NOISE.test(message.text())) errors.push(message.text());
  });
  await page.addInitScript({ content: WITNESS });
  const inside = ours && (await Inside.attach(page, ours.app));
  const browser = ours && (context.browser() as Browser | null);
  const done = browser ? await traceTasks(browser, page) : undefined;
  await page.goto(`${site.url}/${encodeURIComponent(file)}`, { waitUntil: 'load' }).catch(() => {});
  if (ours) await until(() => isRead(ours.desk));
  if (claimed) await until(async () => (await page.locator('factmark-overlay').count()) > 0);
  await scrollThrough(page);
  if (inside) await inside.badges();
  const tasks = await done?.();
  const seen = await page.evaluate<Witnessed>('window.__witness()');
  return { seen, requests, errors, page, ...(tasks ? { tasks } : {}) };
}

/** Has the page in front been read to its end? */
const isRead = (desk: Page): Promise<boolean> =>
  desk.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const message = { wire: 'factmark/1', call: 'status', query: undefined };
    const answer = await chrome.tabs.sendMessage(tab?.id ?? 0, message, { frameId: 0 }).catch(() => null);
    return JSON.stringify(answer).includes('"kind":"read"');
  });

/** Through the whole page in steps: pictures that load when they come near are the page's own. */
async function scrollThrough(page: Page): Promise<void> {
  const height = Math.min((await page.evaluate('document.documentElement.scrollHeight')) as number, FAR);
  for (let y = 0; y <= height; y += 900) {
    await page.evaluate(`scrollTo({ top: ${y}, behavior: 'instant' })`);
    await page.evaluate('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))');
  }
}

await main();

/**
 * `npm run trial -- FOLDER`: the built extension on a folder of saved pages that nobody here wrote.
 *
 * Each page is served with its own scripts off, so that every change seen on it would be ours, and with the
 * claim written into one of its paragraphs, so that there is something to mark. For each page: exceptions,
 * mutation records on the page's nodes as its own world sees them, layout shift as we come, and requests that the same
 * page without the extension does not make.
 */
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './browser';
import { launch } from './extension';
import { type Site, serve } from './server';

const CLAIM = ' The US has a mutual defense pact with Israel.';

/** Runs in the page's own world, before anything else. */
const WATCH = `
  window.__mutations = [];
  window.__shift = 0;
  let added;
  const ours = (n) => n.nodeName.toLowerCase() === 'factmark-overlay';
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const r of records) {
        const nodes = [...r.addedNodes, ...r.removedNodes];
        if (nodes.some(ours)) added ??= performance.now();
        if (ours(r.target) || (nodes.length > 0 && nodes.every(ours))) continue;
        window.__mutations.push(r.type + ' on <' + r.target.nodeName.toLowerCase() + '>');
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    new PerformanceObserver((list) => {
      // Only what shifts in the moment we come: late pictures and fonts shift a page with or without us.
      for (const e of list.getEntries()) if (added !== undefined && Math.abs(e.startTime - added) < 250) window.__shift += e.value;
    }).observe({ type: 'layout-shift' });
  });
`;

interface Seen {
  readonly requests: Set<string>;
  readonly errors: string[];
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? '');
  const files = (await readdir(folder)).filter((f) => /\.html?$/.test(f)).sort();
  if (process.argv[2] === undefined || files.length === 0)
    throw new Error('usage: npm run trial -- FOLDER, with saved .html pages in it');
  const site = await serve(folder);
  const app = await launch();
  const executablePath = chromiumPath();
  const plain = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
  });
  const control = await plain.newContext({ viewport: { width: 1280, height: 900 } });
  const sum = { pages: 0, marked: 0, errors: 0, mutations: 0, requests: 0, shifted: 0 };
  for (const file of files) {
    const html = withClaim(await readFile(resolve(folder, file), 'utf8'));
    site.pages.set(`/${file}`, html);
    const alone = await visit(control, site, file);
    const { seen, page } = await visit(app.context, site, file);
    const { mutations, shift } = (await page.evaluate(
      '({ mutations: window.__mutations, shift: window.__shift })',
    )) as { mutations: string[]; shift: number };
    const extra = [...seen.requests].filter((r) => !alone.seen.requests.has(r));
    const marked = await page.locator('factmark-overlay').count();
    sum.pages++;
    sum.marked += marked;
    const errors = seen.errors.filter((e) => !alone.seen.errors.includes(e));
    sum.errors += errors.length;
    sum.mutations += mutations.length;
    sum.requests += extra.length;
    if (shift > 0.01) sum.shifted++;
    const wrong = [
      ...errors,
      ...mutations.slice(0, 3),
      ...extra.slice(0, 3),
      ...(shift > 0.01 ? [`shift ${shift.toFixed(3)}`] : []),
    ];
    console.log(
      `${marked ? 'marked' : 'bare  '}  ${file}${wrong.length > 0 ? `  !! ${wrong.join(' · ')}` : ''}`,
    );
    await page.close();
    await alone.page.close();
    site.pages.delete(`/${file}`);
  }
  await plain.close();
  await app.close();
  await site.close();
  console.log(
    `\n${sum.pages} pages, ${sum.marked} with a mark: ${sum.errors} exceptions, ${sum.mutations} mutation records on page nodes, ${sum.requests} requests of ours, ${sum.shifted} pages with layout shift of ours`,
  );
}

/** Scripts off by policy; the claim at the end of a paragraph about a third into the page. */
function withClaim(html: string): string {
  const policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">';
  const at = html.indexOf('</p>', html.length / 3);
  const withSentence =
    at < 0 ? html.replace(/<\/body>/i, `<p>${CLAIM}</p></body>`) : html.slice(0, at) + CLAIM + html.slice(at);
  return /<head[^>]*>/i.test(withSentence)
    ? withSentence.replace(/<head[^>]*>/i, (head) => head + policy)
    : policy + withSentence;
}

async function visit(context: BrowserContext, site: Site, file: string): Promise<{ page: Page; seen: Seen }> {
  const page = await context.newPage();
  const seen: Seen = { requests: new Set(), errors: [] };
  await page.route('**/*', (route) => {
    const url = route.request().url();
    // The web app manifest is fetched when the browser feels like it, with or without us.
    if (route.request().resourceType() !== 'manifest') seen.requests.add(url);
    return url.startsWith(site.url) || url.startsWith('data:') ? route.continue() : route.abort();
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !/Failed to load|Content Security Policy|net::|CORS|preload|Mixed Content|frame|Manifest/i.test(
        message.text(),
      )
    )
      seen.errors.push(message.text());
  });
  await page.addInitScript({ content: WATCH });
  await page.goto(`${site.url}/${encodeURIComponent(file)}`, { waitUntil: 'domcontentloaded' });
  await page.waitForLoadState('load').catch(() => {});
  // Until it is marked, or long enough that a mark would have come.
  for (let n = 0; n < 15 && (await page.locator('factmark-overlay').count()) === 0; n++)
    await page.waitForTimeout(60);
  // Through the whole page in steps, with and without us: pictures that load when they come near are the page's own.
  await scrollThrough(page);
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => {});
  return { page, seen };
}

async function scrollThrough(page: Page): Promise<void> {
  const height = Math.min((await page.evaluate('document.documentElement.scrollHeight')) as number, 40_000);
  for (let y = 0; y <= height; y += 600) {
    await page.evaluate(`scrollTo({ top: ${y}, behavior: 'instant' })`);
    await page.evaluate('new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))');
  }
}

await main();

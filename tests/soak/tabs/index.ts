/** What a hundred open tabs cost with the extension and without it, told by the memory of all the browser's processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { startFirefox } from '../../support/bidi';
import { CHROMIUM_FLAGS, chromiumPath } from '../../support/browser';
import { EXTENSION } from '../../support/extension';
import { FIREFOX_EXTENSION } from '../../support/firefox/launch';
import { serve } from '../../support/server';
import { type Memory, memoryOf } from '../lifetime/memory';
import type { BrowserName, Figure, Outcome, Part, SoakOptions } from '../part';

const TABS = 100;
/** Milliseconds in which a page is read and a browser comes to rest; then readings until two are alike. */
const REST = 10_000;
const ALIKE = 0.01;

const PAGES = {
  'the demo news page': '/index.html',
  'a page without matches': '/plain.html',
} as const;
const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title><link rel="icon" href="data:,"><body>${'<p>The ferry sails in January and in May, and the band plays on the pier.</p>'.repeat(60)}`;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

interface Driven {
  readonly profile: string;
  open(url: string): Promise<unknown>;
  close(): Promise<unknown>;
}

async function driveChromium(extension: string | undefined): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'factmark-tabs-'));
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    args: [
      ...CHROMIUM_FLAGS,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
    ignoreDefaultArgs: extension ? [] : ['--disable-extensions'],
  });
  return {
    profile,
    open: async (url) => (await context.newPage()).goto(url),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function driveFirefox(extension: string | undefined): Promise<Driven> {
  const { send, close, profile } = await startFirefox();
  if (extension) await send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  return {
    profile,
    open: async (url) => {
      const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    close,
  };
}

/** Memory with so many tabs of this page, once it changes no more. */
async function measure(
  browser: BrowserName,
  withUs: boolean,
  url: string,
  tabs: number,
  signal: AbortSignal,
): Promise<Memory> {
  const own = browser === 'firefox' ? FIREFOX_EXTENSION : EXTENSION;
  const driven = await (browser === 'firefox' ? driveFirefox : driveChromium)(withUs ? own : undefined);
  try {
    for (let n = 0; n < tabs && !signal.aborted; n++) {
      // Each comes to the front as it opens, and is read there.
      await driven.open(url);
      await pause(300);
    }
    let last = memoryOf(driven.profile);
    for (let n = 0; n < 12 && !signal.aborted; n++) {
      await pause(REST);
      const now = memoryOf(driven.profile);
      if (now && last && Math.abs(now.pss / last.pss - 1) < ALIKE) break;
      last = now;
    }
    const memory = memoryOf(driven.profile);
    if (!memory) throw new Error('this system does not tell the memory of processes');
    return memory;
  } finally {
    await driven.close();
  }
}

async function run({ scale, signal, say }: SoakOptions, browser: BrowserName | undefined): Promise<Outcome> {
  const site = await serve(resolve(import.meta.dirname, '../../fixtures/demo'));
  site.pages.set('/plain.html', PLAIN);
  const tabs = Math.max(2, Math.round(TABS * scale));
  const figures: Figure[] = [{ name: 'tabs', value: tabs, unit: '' }];
  const round = (n: number) => Math.round(n * 100) / 100;
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      const of = (withUs: boolean) =>
        measure(browser ?? 'chromium', withUs, `${site.url}${path}`, tabs, signal);
      const without = await of(false);
      say(`${name} without: ${Math.round(without.pss)} MB`);
      const withUs = await of(true);
      say(`${name} with: ${Math.round(withUs.pss)} MB`);
      figures.push(
        { name: `${name}: all of it without Factmark`, value: Math.round(without.pss), unit: 'MB' },
        { name: `${name}: all of it with Factmark`, value: Math.round(withUs.pss), unit: 'MB' },
        { name: `${name}: a tab without Factmark`, value: round(without.pss / tabs), unit: 'MB' },
        {
          name: `${name}: a tab more than without`,
          value: round((withUs.pss - without.pss) / tabs),
          unit: 'MB',
        },
      );
    }
  } finally {
    await site.close();
  }
  return { figures, failures: [] };
}

export const tabs: Part = {
  name: 'tabs',
  about:
    'A hundred tabs of one page, with Factmark and without it: memory of all the browser’s processes, what they share divided among them (PSS).',
  browsers: ['chromium', 'firefox'],
  run,
};

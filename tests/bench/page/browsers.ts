/** Two browsers side by side, one with the built extension and one without, and a count of what the extension's pages send. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../../support/browser';
import { EXTENSION } from '../../support/extension';

/** What came to the background since the count was begun anew. */
export interface Sent {
  readonly messages: number;
  /** As structured clones, about: typed arrays as they are, strings as Latin-1 where they are. */
  readonly bytes: number;
  /** Matches in the last report. */
  readonly matches: number;
}

export interface Browsers {
  readonly bare: BrowserContext;
  readonly ours: BrowserContext;
  readonly id: string;
  sent(): Promise<Sent>;
  startCount(): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE = 300_000;
const VIEWPORT = { width: 1280, height: 800 };

/** Runs in the background beside its own listeners. */
const COUNT = `
  globalThis.__count = { messages: 0, bytes: 0, matches: 0 };
  const weigh = (v) =>
    ArrayBuffer.isView(v) ? v.byteLength + 4
    : typeof v === 'string' ? (/^[\\0-\\xff]*$/.test(v) ? v.length : 2 * v.length) + 3
    : typeof v === 'number' ? (Number.isInteger(v) ? 1 + Math.max(1, Math.ceil(Math.log2(Math.abs(v) * 2 + 2) / 7)) : 9)
    : typeof v === 'object' && v !== null ? Object.entries(v).reduce((n, [k, x]) => n + (Array.isArray(v) ? 0 : k.length + 2) + weigh(x), 3)
    : 1;
  const note = (m) => {
    const c = globalThis.__count;
    c.messages++;
    c.bytes += weigh(m);
    if (Array.isArray(m?.query?.matches)) c.matches = m.query.matches.length;
  };
  chrome.runtime.onMessage.addListener((m) => { note(m); });
  chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener(note));
`;

/** Opens both, on profiles of their own. `FACTMARK_EXTENSION` names another build to measure. */
export async function openBrowsers(): Promise<Browsers> {
  const folder = process.env.FACTMARK_EXTENSION ?? EXTENSION;
  const profiles: string[] = [];
  const open = (flags: readonly string[]) => {
    const profile = mkdtempSync(join(tmpdir(), 'factmark-bench-'));
    profiles.push(profile);
    const path = chromiumPath();
    return chromium.launchPersistentContext(profile, {
      ...(path ? { executablePath: path } : { channel: 'chromium' }),
      viewport: VIEWPORT,
      // Ctrl-C is ours: both browsers and their profiles go.
      handleSIGINT: false,
      handleSIGTERM: false,
      args: [...CHROMIUM_FLAGS, '--disable-renderer-backgrounding', ...flags],
    });
  };
  const bare = await open([]);
  const ours = await open([`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]);
  const worker: Worker = ours.serviceWorkers()[0] ?? (await ours.waitForEvent('serviceworker'));
  await worker.evaluate(COUNT);
  // Large pages on a busy machine; whoever waits can press Ctrl-C.
  for (const context of [bare, ours]) context.setDefaultTimeout(PATIENCE);
  return {
    bare,
    ours,
    id: new URL(worker.url()).host,
    sent: () => worker.evaluate('({ ...globalThis.__count })') as Promise<Sent>,
    startCount: () =>
      worker.evaluate(
        'void Object.assign(globalThis.__count, { messages: 0, bytes: 0, matches: 0 })',
      ) as Promise<void>,
    async close() {
      for (const context of [bare, ours]) await context.close().catch(() => {});
      for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Starts Chromium with the built extension, and looks into the closed shadow root as only the extension can. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './browser';

/** The built extension under test; `FACTMARK_EXTENSION` names another build. */
export const EXTENSION =
  process.env.FACTMARK_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3');

export interface Launched {
  readonly context: BrowserContext;
  readonly id: string;
  /** Folder of the profile; gone after `close`. */
  readonly profile: string;
  worker(): Promise<Worker>;
  close(): Promise<void>;
}

/** Launches a fresh profile. `headless: false` needs a display. */
export async function launch(
  options: {
    headless?: boolean;
    colorScheme?: 'light' | 'dark';
    viewport?: { width: number; height: number };
    /** Flags that Playwright sets and this launch must not have. */
    without?: string[];
    /** Folder of another build. */
    extension?: string;
    /** Flags besides. */
    flags?: string[];
    /** Language of the browser, a tag such as `de` or `en-US`. */
    language?: string;
    /** Leave Ctrl-C to the caller, who closes then. */
    ownSignals?: boolean;
    /**
     * The page that greets a new reader is waited for and closed, so that it can't come in between later; `keep`: left
     * open; `none`: none is expected, as on a second start and under a policy.
     */
    welcome?: 'keep' | 'none';
    /** A profile that was used before; it stays after `close`. */
    usedProfile?: string;
  } = {},
): Promise<Launched> {
  const profile = options.usedProfile ?? mkdtempSync(join(tmpdir(), 'factmark-'));
  const executablePath = chromiumPath();
  const language = options.language ?? 'en-US';
  const extension = options.extension ?? EXTENSION;
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    headless: options.headless ?? true,
    // On Linux the browser speaks what the environment says, elsewhere what the flag says.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    ...(options.without ? { ignoreDefaultArgs: options.without } : {}),
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 900 }),
    ...(options.ownSignals ? { handleSIGINT: false, handleSIGTERM: false } : {}),
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...CHROMIUM_FLAGS,
      `--lang=${language}`,
      ...(options.flags ?? []),
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const id = new URL((await worker()).url()).host;
  if (options.welcome !== 'none') {
    const welcome = await welcomeOf(context, id);
    if (options.welcome !== 'keep') await welcome.close();
  }
  return {
    context,
    id,
    profile,
    worker,
    close: async () => {
      await context.close();
      if (!options.usedProfile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The welcome of a fresh install, once it is there. */
async function welcomeOf(context: BrowserContext, id: string): Promise<Page> {
  const address = `chrome-extension://${id}/welcome.html`;
  for (let n = 0; n < 300; n++) {
    const page = context.pages().find((p) => p.url() === address);
    if (page) return page;
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error('the welcome page never came; launch with `welcome: "none"` where it is not to come');
}

/** A badge as a reader would meet it. */
export interface Badge {
  readonly check: string;
  readonly text: string;
  readonly stance: string;
  readonly label: string;
  /** Viewport box. */
  readonly box: { x: number; y: number; width: number; height: number };
}

/** Looks into the overlay of one page from the content script's world. */
export class Inside {
  private constructor(
    private readonly cdp: CDPSession,
    /** `own`: the page's own world. */
    private contextId: number | 'own' | undefined,
  ) {}

  /** Looks into the overlay that a page of the extension draws on itself. */
  static ofOurs = async (page: Page): Promise<Inside> =>
    new Inside(await page.context().newCDPSession(page), 'own');

  /** Attach before the page navigates, or to a loaded page. */
  static async attach(page: Page, id: string): Promise<Inside> {
    const cdp = await page.context().newCDPSession(page);
    const inside = new Inside(cdp, undefined);
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const aux = context.auxData as { type?: string; frameId?: string } | undefined;
      if (aux?.type === 'isolated' && context.origin === `chrome-extension://${id}`)
        inside.contextId = context.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (inside.contextId === executionContextId) inside.contextId = undefined;
    });
    await cdp.send('Runtime.enable');
    return inside;
  }

  /** Evaluates `expression` in the content script's world; `root` is the overlay's closed shadow root or null. */
  async evaluate<T>(expression: string): Promise<T> {
    for (let n = 0; this.contextId === undefined; n++) {
      if (n > 100) throw new Error('the content script never came');
      await new Promise((r) => setTimeout(r, 50));
    }
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      ...(this.contextId === 'own' ? {} : { contextId: this.contextId }),
      awaitPromise: true,
      returnByValue: true,
      expression: `(() => { const host = document.querySelector('factmark-overlay'); const root = host && chrome.dom.openOrClosedShadowRoot(host); return (${expression}); })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Badges drawn now, near the viewport, in no promised order. */
  badges(): Promise<Badge[]> {
    return this.evaluate(`[...(root?.querySelectorAll('.badge') ?? [])].map((b) => { const r = b.getBoundingClientRect();
      return { check: b.dataset.check, text: b.dataset.text, stance: b.dataset.stance, label: b.getAttribute('aria-label'), box: { x: r.x, y: r.y, width: r.width, height: r.height } }; })`);
  }

  /** The text of the open card, or null. */
  card(): Promise<string | null> {
    return this.evaluate(`root?.querySelector('.card-layer:popover-open')?.innerText ?? null`);
  }

  /** Scrolls through the page so that every badge is drawn once; answers with all of them. */
  async allBadges(page: Page): Promise<Badge[]> {
    const seen = new Map<string, Badge>();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const step = 500;
    for (let y = 0; y <= height; y += step) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
      await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
      for (const badge of await this.badges()) seen.set(`${badge.check} ${badge.text}`, badge);
    }
    return [...seen.values()];
  }
}

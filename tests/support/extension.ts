/** Starts a browser with the built extension, and looks into the closed shadow root as only the extension can. */
import { resolve } from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { launchChromium, lookInChromium } from './chromium';
import type { FirefoxApp } from './firefox/launch';
import { launchFirefox, lookInFirefox } from './firefox/playwright';

/** The built extension under test; `FACTMARK_EXTENSION` names another build. */
export const EXTENSION =
  process.env.FACTMARK_EXTENSION ?? resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** The background as it can be evaluated in. */
export type Background = Pick<Worker, 'evaluate'>;

export interface Launched {
  readonly context: BrowserContext;
  readonly id: string;
  /** Of the extension's own pages: scheme and host. */
  readonly origin: string;
  /** Address of a page of the browser itself, which no extension may read. */
  readonly about: string;
  /** Folder of the profile; gone after `close`. */
  readonly profile: string;
  /** Firefox and what only it can do, if it is Firefox that runs. */
  readonly firefox?: FirefoxApp;
  /** The background: service worker, or event page. */
  worker(): Promise<Background>;
  close(): Promise<void>;
}

export interface LaunchOptions {
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
}

/** Launches a fresh profile: of Firefox if `FACTMARK_BROWSER` says so, else of Chromium. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const isFirefox = process.env.FACTMARK_BROWSER === 'firefox';
  const launched = await (isFirefox ? launchFirefox(options) : launchChromium(options));
  if (options.welcome !== 'none') {
    const welcome = await welcomeOf(launched);
    if (options.welcome !== 'keep') await welcome.close();
  }
  return launched;
}

/** The welcome of a fresh install, once it is there. */
async function welcomeOf({ context, origin }: Launched): Promise<Page> {
  // A minute: a limit on hanging, not on speed.
  for (let n = 0; n < 1_200; n++) {
    const page = context.pages().find((p) => p.url() === `${origin}/welcome.html`);
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

/** Evaluates an expression in which `root` is the overlay's closed shadow root or null, and `host` its host. */
export type Look = <T>(expression: string) => Promise<T>;

/** Looks into the overlay of one page. */
export class Inside {
  private constructor(
    /** Evaluates in the content script's world, or one that sees what it sees. */
    readonly evaluate: Look,
  ) {}

  /** Attach before the page navigates, or to a loaded page; `own`: a page of the extension. */
  static async attach(page: Page, app: Pick<Launched, 'id' | 'firefox'>, own = false): Promise<Inside> {
    return new Inside(
      await (app.firefox ? lookInFirefox(page, app.firefox) : lookInChromium(page, app.id, own)),
    );
  }

  /** Looks into the overlay that a page of the extension draws on itself. */
  static ofOurs = (page: Page, app: Launched): Promise<Inside> => Inside.attach(page, app, true);

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

/** Starts Firefox under Playwright, over WebDriver BiDi, with the built extension in it. */
import { resolve } from 'node:path';
import { type BrowserContext, firefox, type Page } from '@playwright/test';
import { firefoxProgram, PREFERENCES } from '../bidi';
import { tellOfCachedPages } from './back';
import { inBackground } from './background';
import { Bridge } from './bridge';
import { browserWith, ID, type Privileged } from './chrome';
import { emulateMedia } from './media';
import { tellOfOwnPages } from './own-pages';
import { plain, type Remote } from './remote';

/** The built extension under test; `FACTMARK_EXTENSION` names another build. */
export const FIREFOX_EXTENSION =
  process.env.FACTMARK_EXTENSION ?? resolve(import.meta.dirname, '../../../.output/firefox-mv3');

export interface FirefoxApp {
  readonly context: BrowserContext;
  /** Host part of the extension's own pages. */
  readonly host: string;
  readonly privileged: Privileged;
  /** Expression for the `<browser>` element that shows this page. */
  browserOf(page: Page): Promise<string>;
  /** Evaluates in the event page, with the arguments of Playwright's `evaluate`. */
  evaluate<R, A>(fn: string | ((arg: A) => R), arg?: A): Promise<Awaited<R>>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  readonly headless?: boolean;
  readonly viewport?: { width: number; height: number };
  readonly language?: string;
  readonly usedProfile?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly ownSignals?: boolean;
}

export async function launchFirefoxApp(options: FirefoxOptions): Promise<FirefoxApp> {
  const bridge = await Bridge.open();
  const ownPages = tellOfOwnPages(bridge);
  tellOfCachedPages(bridge);
  const asked = watchCommands(bridge);
  const media = emulateMedia(bridge);
  const context = await firefox.launchPersistentContext(options.usedProfile ?? '', {
    channel: 'moz-firefox',
    executablePath: resolve(import.meta.dirname, 'start.sh'),
    headless: options.headless ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    args: ['--remote-allow-system-access'],
    ...(options.ownSignals ? { handleSIGINT: false, handleSIGTERM: false } : {}),
    env: { ...process.env, FACTMARK_FIREFOX: firefoxProgram(), FACTMARK_BRIDGE: bridge.url },
    firefoxUserPrefs: {
      ...PREFERENCES,
      'intl.locale.requested': options.language ?? 'en-US',
      // A page's script reads what was copied without the browser asking the reader first.
      'dom.events.testing.asyncClipboard': true,
      // A saved file opens no panel, which would take the focus from the page.
      'browser.download.alwaysOpenPanel': false,
    },
  });
  const { contexts } = await bridge.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const window = contexts[0]?.context ?? '';
  const privileged: Privileged = async <T>(expression: string) => {
    const reply = await bridge.send<{
      type: string;
      result: Remote;
      exceptionDetails?: { text: string };
    }>('script.evaluate', { expression, awaitPromise: true, target: { context: window } });
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails?.text);
    return plain(reply.result) as T;
  };
  media.speak(privileged);
  void ownPages.watch(privileged);
  await bridge.send('webExtension.install', { extensionData: { type: 'path', path: FIREFOX_EXTENSION } });
  const host = await privileged<string>(`WebExtensionPolicy.getByID('${ID}').mozExtensionHostname`);
  return {
    context,
    host,
    privileged,
    async browserOf(page) {
      return browserWith(await asked.contextOf(page));
    },
    evaluate: (fn, arg) =>
      inBackground(privileged, typeof fn === 'string' ? fn : `(${fn})(${JSON.stringify(arg)})`),
    async close() {
      await context.close();
      bridge.close();
    },
  };
}

/** New pages are tabs of the one window, as a reader's are; and a page is known by its context. */
function watchCommands(bridge: Bridge) {
  const waiting = new Map<string, (context: string) => void>();
  bridge.onCommand(({ method, params }) => {
    if (method === 'browsingContext.create') return openTab(params ?? {});
    if (waiting.size === 0 || method !== 'script.callFunction') return undefined;
    const text = JSON.stringify(params?.arguments);
    for (const [word, found] of waiting)
      if (text.includes(word)) found(String((params?.target as { context?: string } | undefined)?.context));
    return undefined;
  });
  const openTab = async (params: object) => {
    const created = await bridge.send<{ context: string }>('browsingContext.create', {
      ...params,
      type: 'tab',
    });
    // Else the address bar has the focus, and not the page.
    await bridge.send('browsingContext.activate', created);
    return created;
  };
  let last = 0;
  return {
    async contextOf(page: Page): Promise<string> {
      const word = `factmark-page-${++last}`;
      const found = new Promise<string>((done) => waiting.set(word, done));
      await page.evaluate(`'${word}'`);
      waiting.delete(word);
      return found;
    },
  };
}

/** Starts Chromium with the built extension, and looks into the closed shadow root as only the extension can. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './browser';
import { EXTENSION, type Launched, type LaunchOptions, type Look } from './extension';

export async function launchChromium(options: LaunchOptions): Promise<Launched> {
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
  return {
    context,
    origin: `chrome-extension://${id}`,
    about: 'chrome://version',
    id,
    profile,
    worker,
    close: async () => {
      await context.close();
      if (!options.usedProfile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * A look into the overlay from the content script's world; `own`: the page's own world, for pages of the extension;
 * `top`: of the page itself, whatever frames it has.
 */
export async function lookInChromium(page: Page, id: string, own: boolean, top = false): Promise<Look> {
  const cdp = await page.context().newCDPSession(page);
  let contextId: number | undefined;
  // A page's frame is called as its target is.
  const frame = top ? (await cdp.send('Target.getTargetInfo')).targetInfo.targetId : undefined;
  if (!own) {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const aux = context.auxData as { type?: string; frameId?: string } | undefined;
      if (frame !== undefined && aux?.frameId !== frame) return;
      if (aux?.type === 'isolated' && context.origin === `chrome-extension://${id}`) contextId = context.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (contextId === executionContextId) contextId = undefined;
    });
    await cdp.send('Runtime.enable');
  }
  return async <T>(expression: string) => {
    for (let n = 0; contextId === undefined && !own; n++) {
      if (n > 100) throw new Error('the content script never came');
      await new Promise((r) => setTimeout(r, 50));
    }
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      ...(contextId === undefined ? {} : { contextId }),
      awaitPromise: true,
      returnByValue: true,
      expression: `(() => { const host = document.querySelector('factmark-overlay'); const root = host && chrome.dom.openOrClosedShadowRoot(host); return (${expression}); })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
}

/** Firefox as the end-to-end tests know a browser. */
import type { Page, Worker } from '@playwright/test';
import type { Launched, LaunchOptions, Look } from '../extension';
import { ID, inFrame } from './chrome';
import { type FirefoxApp, launchFirefoxApp } from './launch';

export async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const app = await launchFirefoxApp(options);
  return {
    context: app.context,
    id: ID,
    origin: `moz-extension://${app.host}`,
    about: 'about:license',
    profile: options.usedProfile ?? '',
    firefox: app,
    worker: async () => ({ evaluate: app.evaluate as Worker['evaluate'] }),
    close: app.close,
  };
}

/** A look into the overlay, as a content script that may open closed roots. */
export async function lookInFirefox(page: Page, app: FirefoxApp): Promise<Look> {
  const browser = await app.browserOf(page);
  const host = `content.document.querySelector('factmark-overlay')`;
  const given = { host, root: `${host}?.openOrClosedShadowRoot ?? null` };
  return (expression) => inFrame(app.privileged, { browser, given, expression, asContentScript: true });
}

/** The life of the extension as its reader or browser may end it. */
import { expect, type Page } from '@playwright/test';
import type { Launched } from '../../support/extension';
import { endBackground } from '../../support/firefox/background';

/** Ends the service worker, or the event page of Firefox, as the browser does when it is idle. */
export async function killWorker(app: Launched): Promise<void> {
  if (app.firefox) return endBackground(app.firefox.privileged);
  const browser = app.context.browser();
  if (!browser) throw new Error('no browser');
  const cdp = await browser.newBrowserCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find((t) => t.type === 'service_worker' && t.url.includes(app.id));
  if (worker) await cdp.send('Target.closeTarget', { targetId: worker.targetId });
  await expect
    .poll(async () =>
      (await cdp.send('Target.getTargets')).targetInfos.some((t) => t.targetId === worker?.targetId),
    )
    .toBe(false);
  await cdp.detach();
}

/** What the browser's own page of extensions can do; not in the types of `chrome`. */
interface Developer {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
}

/** The browser's own page of extensions, in a tab behind `front`: from there extensions are switched and reloaded. */
export async function switchboard(app: Launched, front: Page) {
  const page = await app.context.newPage();
  await page.goto('chrome://extensions');
  // An extension that is loaded from a folder is switched off when it is reloaded, unless in developer mode.
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await front.bringToFront();
  return {
    enable: (on: boolean) =>
      page.evaluate(([id, enabled]) => chrome.management.setEnabled(id, enabled), [app.id, on] as const),
    reload: () =>
      page.evaluate(async (id) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: Developer };
        await developerPrivate.reload(id, { failQuietly: true });
      }, app.id),
  };
}

/** The real side panel, a sidebar in Firefox: opened beside the window as a click would, and driven by hand. */
import type { Launched } from '../../support/extension';
import { showSidebar } from '../../support/firefox/surfaces';
import { attachSurface } from './surface';
import { expect, ours } from './test';

export type Panel = Awaited<ReturnType<typeof openPanel>>;

/** Opens the panel beside the window of the tests; the page in front stays in front. */
export async function openPanel(app: Launched) {
  if (app.firefox) {
    await showSidebar(app.firefox.privileged);
    return attachPanel(app);
  }
  const own = await ours(app, 'check.html');
  const cdp = await app.context.newCDPSession(own);
  // A browser opens a panel only for a reader.
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression: `chrome.windows.getCurrent().then(({ id }) => { globalThis.there = id; })`,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  const opened = await cdp.send('Runtime.evaluate', {
    expression: 'chrome.sidePanel.open({ windowId: there })',
    awaitPromise: true,
    userGesture: true,
  });
  if (opened.exceptionDetails) throw new Error(opened.exceptionDetails.exception?.description);
  const panel = await attachPanel(app);
  await own.close();
  return panel;
}

/** The panel that is open. */
export async function attachPanel(app: Launched) {
  const surface = await attachSurface(app, 'sidepanel.html');
  return {
    ...surface,
    /** The sentence that is marked as in view. */
    current: () =>
      surface.evaluate<string>(
        `document.querySelector('.reading-sentence[aria-current] .reading-text')?.textContent ?? ''`,
      ),
    /** Clicks the first button whose words hold `words`. */
    click: (words: string) =>
      surface.evaluate<boolean>(
        `(() => { const b = [...document.querySelectorAll('button')].find((b) => (b.textContent + (b.ariaLabel ?? '')).includes(${JSON.stringify(words)})); b?.click(); return Boolean(b); })()`,
      ),
    /** Types into the search field. */
    find: (words: string) =>
      surface.evaluate(
        `(() => { const i = document.querySelector('input'); i.value = ${JSON.stringify(words)}; i.dispatchEvent(new Event('input', { bubbles: true })); })()`,
      ),
    /** Resolves once it is gone. */
    close: async () => {
      await surface.close();
      if (app.firefox) return;
      const cdp = await app.context.browser()?.newBrowserCDPSession();
      const isOpen = async () => {
        const infos = await cdp?.send('Target.getTargets', { filter: [{}] } as never);
        return infos?.targetInfos.some((t) => t.url.includes('/sidepanel.html'));
      };
      await expect.poll(isOpen).toBe(false);
      await cdp?.detach();
    },
  };
}

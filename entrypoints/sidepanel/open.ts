/** Opens the panel beside the page: Chrome's side panel, Firefox' sidebar. */
import { browser, sidePanel } from '../../lib/browser';

/**
 * Opens it beside a window. To be called first thing when a reader clicks or presses a key: browsers refuse it later.
 * False where there is no panel, or the browser refused.
 */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    if (sidePanel) await sidePanel.open({ windowId });
    else if (browser.sidebarAction) await browser.sidebarAction.open();
    else return false;
    return true;
  } catch (error) {
    console.debug('factmark: the panel did not open.', error);
    return false;
  }
}

/** Opens the panel beside the page: Chrome's side panel, Firefox' sidebar. */
import { openPanelBeside } from '../../lib/browser/places';

/**
 * Opens it beside a window. To be called first thing when a reader clicks or presses a key: browsers refuse it later.
 * False where there is no panel, or the browser refused.
 */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    return await openPanelBeside(windowId);
  } catch (error) {
    console.debug('factmark: the panel did not open.', error);
    return false;
  }
}

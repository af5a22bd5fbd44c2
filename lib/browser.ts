/** The one door to the extension API: everything else imports `browser` from here, nothing else the polyfill. */
import browser, { type Menus, type Runtime, type Tabs } from 'webextension-polyfill';

export type { Menus, Runtime, Tabs };
export { browser };

/** Chrome's side panel, which the polyfill does not know. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** The browser's side panel; undefined where it has none (Firefox has `browser.sidebarAction`). */
export const sidePanel: SidePanel | undefined = (browser as unknown as { sidePanel?: SidePanel }).sidePanel;

/** The one door to the extension API: everything else imports `browser` from here, nothing else the polyfill. */
import browser, { type Menus, type Runtime, type Tabs } from 'webextension-polyfill';

export type { Menus, Runtime, Tabs };
export { browser };

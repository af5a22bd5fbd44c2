/**
 * What is otherwise in Firefox and in Chromium's kin and can't be seen while running: settled when the extension is built,
 * so that each browser carries only its own. What can be seen is looked at instead (`places.ts`). All of it is told in
 * `docs/developers/browsers.md`.
 */

const IS_FIREFOX: boolean = import.meta.env.FIREFOX;

/**
 * Does the browser bring content scripts into tabs that were open before the extension was there? Firefox does, and would
 * have them twice; Chromium leaves it to the extension.
 */
export const FILLS_OPEN_TABS = IS_FIREFOX;

/**
 * Does the browser end our scripts when the extension is switched off, removed or replaced? Firefox does, and takes its
 * style sheets away, which is how marks go (`marks/alive.css`). In Chromium they run on, cut off, and have to look.
 */
export const ENDS_OUR_SCRIPTS = IS_FIREFOX;

/** Are suggestions in the address bar XML, with matches and dim words marked? To Firefox they are plain text. */
export const SUGGESTS_IN_XML = !IS_FIREFOX;

/** Where the reader pins the button in the toolbar, as a key of `lib/words`: the browsers have it in other places. */
export const PIN_WORDS = IS_FIREFOX ? 'welcome_pin_firefox' : 'welcome_pin_chromium';

/**
 * The browser's own page for an extension's keys, which may be opened though not linked to. Firefox opens its page by a
 * call (`openShortcuts`), and lets no extension open it by its address.
 */
export const SHORTCUTS_PAGE = IS_FIREFOX ? undefined : 'chrome://extensions/shortcuts';

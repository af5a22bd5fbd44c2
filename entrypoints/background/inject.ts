/**
 * Brings our scripts into frames: the one that draws, into a frame with its first match; the one that reads, into
 * tabs that were open before this version of the extension was there.
 */
import { browser } from '../../lib/browser';
import css from '../marks/injected';

/** Injects the script that draws marks, and its sheet; rejects where the browser does not let us in. */
export async function injectMarks(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await Promise.all([
    browser.scripting.insertCSS({ target, css }),
    browser.scripting.executeScript({ target, files: ['marks.js'], injectImmediately: true }),
  ]);
}

/** Set in session storage, which lasts exactly as long as this version goes on running. */
const TAKEN = 'taken-over';

/**
 * Once after install, update, reload and switching on: content scripts go into tabs that are open already, so that
 * nobody has to reload them. Firefox does this by itself. A frame that has a living script leaves a second one out.
 */
export async function takeOver(): Promise<void> {
  if ((await browser.storage.session.get(TAKEN))[TAKEN]) return;
  await browser.storage.session.set({ [TAKEN]: true });
  await fillTabs();
}

/** Brings the content scripts into every open tab that may be read; where one lives already, nothing comes of it. */
export async function fillTabs(): Promise<void> {
  for (const { js, matches } of browser.runtime.getManifest().content_scripts ?? []) {
    for (const { id, discarded } of await browser.tabs.query({ url: matches })) {
      if (id === undefined || discarded) continue;
      const target = { tabId: id, allFrames: true };
      // Stores and error pages keep us out, and tabs close; each is on its own.
      if (js) browser.scripting.executeScript({ target, files: js }).catch(() => {});
    }
  }
}

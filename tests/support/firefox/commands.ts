/** What a reader does with the browser itself: keys of commands, entries of menus, words after the keyword. */
import { EXTENSION, type Privileged, WIDGET, WINDOW } from './chrome';

/** Presses the keys that the reader has for a command of ours: what the browser bound to them is done. */
export const pressCommand = (privileged: Privileged, name: string): Promise<void> =>
  privileged(`${EXTENSION}.shortcuts.commands.then((commands) => {
    const shortcut = commands.get(${JSON.stringify(name)})?.shortcut;
    if (!shortcut) throw new Error('${name} has no keys');
    const all = [...${WINDOW}.document.querySelectorAll('keyset[id^="ext-keyset-id-factmark"] > key')];
    const parts = shortcut.toLowerCase().split('+');
    const letter = parts.pop();
    const key = all.find((k) => k.getAttribute('key')?.toLowerCase() === letter
      && parts.toSorted().join() === k.getAttribute('modifiers').split(',').toSorted().join());
    if (!key) throw new Error('the browser has no key ' + shortcut + ' among ' + all.map((k) => k.outerHTML).join());
    key.doCommand();
  })`);

/** Clicks an entry of our context menu, on the tab in front if `onTab`: what the browser does once the reader chose it. */
export const clickMenu = (privileged: Privileged, info: object, onTab: boolean): Promise<void> =>
  privileged(`(() => {
    const { gBrowser } = ${WINDOW};
    const info = { editable: false, modifiers: [], button: 0, frameId: 0, pageUrl: gBrowser.currentURI.spec };
    ${EXTENSION}.emit('webext-menu-menuitem-click', Object.assign(info, ${JSON.stringify(info)}), ${onTab ? 'gBrowser.selectedTab' : 'undefined'});
  })()`);

/** Types words after our keyword into the address bar, and Enter. */
export const enterWords = (privileged: Privileged, words: string): Promise<void> =>
  privileged(`(async () => {
    const { gURLBar } = ${WINDOW};
    const keyword = ${EXTENSION}.manifest.omnibox.keyword;
    gURLBar.focus();
    gURLBar.search(keyword + ' ' + ${JSON.stringify(words)});
    await gURLBar.lastQueryContextPromise;
    gURLBar.handleCommand();
  })()`);

/** An expression: the entries of ours in the context menu of a page, whether it is open or not. */
const ENTRIES = `[...${WINDOW}.document.querySelectorAll('#contentAreaContextMenu menuitem[id*="${WIDGET}"]')].filter((item) => !item.hidden)`;

/** Words of our entries in the context menu that is open; none if none is. */
export const openMenu = (privileged: Privileged): Promise<string[]> =>
  privileged(
    `${WINDOW}.document.getElementById('contentAreaContextMenu').state === 'open' ? ${ENTRIES}.map((item) => item.label) : []`,
  );

/** Clicks an entry of ours in the context menu that is open. */
export const clickOpenMenu = (privileged: Privileged, entry: string): Promise<void> =>
  privileged(`(() => {
    const item = ${ENTRIES}.find(({ label }) => label === ${JSON.stringify(entry)});
    if (!item) throw new Error('no entry ' + ${JSON.stringify(entry)} + ' among ' + ${ENTRIES}.map(({ label }) => label).join(' | '));
    ${WINDOW}.document.getElementById('contentAreaContextMenu').activateItem(item);
  })()`);

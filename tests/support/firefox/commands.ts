/** What a reader does with the browser itself: keys of commands, entries of menus, words after the keyword. */
import { EXTENSION, type Privileged, WINDOW } from './chrome';

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

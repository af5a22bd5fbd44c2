/** The reader by itself in a page, with every look at a text node counted. */

// First of all: the reader takes its getters when it is loaded.
import './reads';
import { startReader } from '../../../../lib/page/watch/reader';
import { looks } from './reads';

let last = performance.now();
const note = () => {
  last = performance.now();
};

/** Starts reading the page and keeps up with it. */
export function start(): void {
  startReader({ read: note, gone: note, idle: note }, new AbortController().signal);
}

/** Looks at text nodes so far; quiet: nothing was read for half a second. */
export const counts = () => ({ ...looks(), quiet: performance.now() - last > 500 });

/** Where the page's own bars lie over the viewport: the parts of it in which text comes and goes while scrolling. */

import { flatParent } from '../dom/flat';
import { deepElementAt } from './home';

/**
 * The viewport's height less the bars at its top and bottom that our document layer would be drawn over, in
 * viewport pixels; one hit test for each.
 */
export function openPart(): { top: number; bottom: number } {
  const { innerWidth, innerHeight } = window;
  const bar = (y: number) => {
    for (let at = deepElementAt(innerWidth / 2, y); at && at !== document.body; at = flatParent(at)) {
      const { position, zIndex } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky')
        return Number(zIndex) > 1 ? undefined : at.getBoundingClientRect();
    }
    return undefined;
  };
  return { top: bar(1)?.bottom ?? 0, bottom: bar(innerHeight - 1)?.top ?? innerHeight };
}

/** What of a large tree is read first: what is in view, then the stories, then the rest; each part once. */

import { flatParent, isRendered, isWithin } from '../dom/flat';
import { boxOf } from '../dom/hit';
import { bodyOf, doc } from '../dom/safe';
import { containerOf } from '../read/blocks';
import { priority } from '../read/priority';
import { isInSkipped } from '../read/skip';

/** Trees smaller than this are read in a few slices anyway, elements. */
const LARGE = 500;
/** Trees beyond this number are not put in order. */
const MOST_SORTED = 200;
const MOST_STORIES = 50;
/** Points of the viewport that are looked at; a hit test costs about 10 µs. */
const ROWS = 12;
const COLUMNS = [0.2, 0.45, 0.75];

/**
 * Block containers to read as trees, in order, so that together they are `roots`; those that stand inside a later one
 * are to be passed over there. `roots` are block containers that do not contain each other. Yields at every step.
 */
export function* readingOrder(roots: ReadonlySet<Element>): Generator<undefined, readonly Element[]> {
  const sorted =
    roots.size > MOST_SORTED
      ? [...roots]
      : [...roots]
          .map((root) => ({ root, rank: priority(root) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ root }) => root);
  yield undefined;
  const early = new Set<Element>();
  if ([...roots].slice(0, MOST_SORTED).some((root) => countElements(root) > LARGE)) {
    for (const element of yield* inView()) if (isWithin(element, roots, false)) early.add(element);
    for (const story of doc.querySelectorAll('main,[role="main"],article')) {
      if (early.size > MOST_STORIES + ROWS * COLUMNS.length) break;
      yield undefined;
      if (!isWithin(story, roots, false) || isWithin(story, early, true)) continue;
      if (containerOf(story) === story && isRendered(story) && !isInSkipped(story)) early.add(story);
    }
  }
  return [...early, ...sorted.filter((root) => !early.has(root))];
}

const countElements = (root: Element) => Element.prototype.getElementsByTagName.call(root, '*').length;

/** The largest containers in view that are not much taller than the viewport, the story's first. */
function* inView(): Generator<undefined, readonly Element[]> {
  const found = new Map<Element, number>();
  for (let row = 0; row < ROWS; row++)
    for (const column of COLUMNS) {
      yield undefined;
      const hit = doc.elementFromPoint(innerWidth * column, (innerHeight * (row + 0.5)) / ROWS);
      let best: Element | undefined;
      for (let at: Element | null = hit && (containerOf(hit) ?? null); at; at = flatParent(at)) {
        if (at === bodyOf() || boxOf(at).height > 1.5 * innerHeight) break;
        if (containerOf(at) === at) best = at;
      }
      if (best && !found.has(best) && !isInSkipped(best)) found.set(best, priority(best));
    }
  const all = new Set(found.keys());
  return [...found]
    .filter(([element]) => !isWithin(element, all, false))
    .sort(([, a], [, b]) => a - b)
    .map(([element]) => element);
}

/** What is read first: the story before what stands beside it, what is in view before the rest. */
import { boxOf } from '../dom/hit';
import { closestAcross, doc, holds, isLike } from '../dom/safe';

/** Beside the story, wherever it stands. Class and id names are guesses: they only decide what comes first. */
const BESIDE = [
  'aside',
  'footer',
  '[role="complementary"]',
  '[role="contentinfo"]',
  '[class*="sidebar" i]',
  '[id*="sidebar" i]',
  '[class*="related" i]',
  '[id*="comments" i]',
].join();
const STORY = 'main,[role="main"],article';

/**
 * How soon the text in `element` is to be read: 0 for the story in or near the viewport (a viewport's height above
 * or below), 1 for the rest of the story, 2 for what stands beside it. Measures `element` alone; an element without
 * a box of its own counts as near.
 */
export function priority(element: Element): 0 | 1 | 2 {
  const beside = closestAcross(element, BESIDE);
  // A body or main may be called `has-sidebar`: what the story itself stands in is not beside it.
  if (beside && !isLike(beside, STORY) && !holds(beside, STORY)) return 2;
  if (!closestAcross(element, STORY) && !holds(element, STORY) && pageHasStory()) return 2;
  const { top, bottom } = boxOf(element);
  return bottom >= -innerHeight && top <= 2 * innerHeight ? 0 : 1;
}

/** Live collections: the browser keeps them, asking costs nothing. */
const pageHasStory = (): boolean =>
  doc.getElementsByTagName('main').length > 0 || doc.getElementsByTagName('article').length > 0;

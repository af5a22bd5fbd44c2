/** What is painted where: boxes and hit tests, read past what a page puts in the way (`safe.ts`). */

import { rootOf } from './flat';
import { HOST_TAG } from './host-tag';
import { doc, localName, shadowRootOf } from './safe';

const { getBoundingClientRect } = Element.prototype;

/** The border box of any element of the page, whatever it calls its fields. */
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);

/** Shadow roots inside one another that are looked into. */
const DEPTH = 6;

/** Elements painted at a point of the viewport, uppermost first, through open shadow roots; without our host. */
export function elementsAt(
  x: number,
  y: number,
  root: Document | ShadowRoot = document,
  depth = 0,
): Element[] {
  const found: Element[] = [];
  for (const element of (root === document ? doc : root).elementsFromPoint(x, y)) {
    if (rootOf(element) !== root || localName(element) === HOST_TAG) continue;
    const shadow = shadowRootOf(element);
    if (shadow && depth < DEPTH) found.push(...elementsAt(x, y, shadow, depth + 1));
    found.push(element);
  }
  return found;
}

/** The tree as it is painted: slotted nodes are in their slot, a shadow root's content is in its host. */
import { localName, renderedParent, shadowRootOf } from '../safe';
import { HOST_TAG } from '../skip';

/** The element around `node` in the painted tree. */
export function flatParent(node: Node): Element | null {
  const parent = renderedParent(node);
  return parent instanceof Element ? parent : null;
}

const { getBoundingClientRect } = Element.prototype;
const { getRootNode } = Node.prototype;

/** The border box of any element of the page, whatever it calls its fields. */
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);

/** Is `node` `ancestor` or painted inside it? */
export function isFlatInside(node: Node, ancestor: Element): boolean {
  for (let at: Node | null = node; at; at = flatParent(at)) if (at === ancestor) return true;
  return false;
}

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
  for (const element of root.elementsFromPoint(x, y)) {
    if (getRootNode.call(element) !== root || localName(element) === HOST_TAG) continue;
    const shadow = shadowRootOf(element);
    if (shadow && depth < DEPTH) found.push(...elementsAt(x, y, shadow, depth + 1));
    found.push(element);
  }
  return found;
}

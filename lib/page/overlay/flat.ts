/** The tree as it is painted: slotted nodes are in their slot, a shadow root's content is in its host. */
import { HOST_TAG } from '../skip';

/** The element around `node` in the painted tree. */
export function flatParent(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

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
    if (element.getRootNode() !== root || element.localName === HOST_TAG) continue;
    if (element.shadowRoot && depth < DEPTH) found.push(...elementsAt(x, y, element.shadowRoot, depth + 1));
    found.push(element);
  }
  return found;
}

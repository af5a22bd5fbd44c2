/** Where elements stand as they are laid out, read past what a page may have put in the way (see `../safe`). */
import { parentNode } from '../safe';

const assignedSlot = Object.getOwnPropertyDescriptor(Element.prototype, 'assignedSlot')?.get as (
  this: Element,
) => Element | null;
const { contains, getRootNode } = Node.prototype;

/** The parent element, through slots and shadow roots. */
export function parentElementOf(element: Element): Element | null {
  const slot = assignedSlot.call(element);
  if (slot) return slot;
  const parent = parentNode(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Is `element` in `ancestor` (or the same), through slots and shadow roots? */
export function isWithin(element: Element, ancestor: Element): boolean {
  for (let at: Element | null = element; at; at = parentElementOf(at)) if (at === ancestor) return true;
  return false;
}

/** Is `node` in `ancestor` (or the same), in one tree? Cheap. */
export const holdsNode = (ancestor: Node, node: Node): boolean => contains.call(ancestor, node);

/** The shadow root or document a node is in. */
export const rootOf = (node: Node): Node => getRootNode.call(node);

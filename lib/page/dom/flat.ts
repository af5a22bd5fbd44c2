/** The tree as it is rendered: through open shadow roots and slots. Read past what a page puts in the way (`safe.ts`). */
import { doc, firstChild, nextSibling, renderedParent, shadowRootOf } from './safe';

const { checkVisibility } = Element.prototype;
const { contains, getRootNode } = Node.prototype;

export const isConnected = (node: Node): boolean => Reflect.get(Node.prototype, 'isConnected', node);

/** The element that `node` is rendered in: its slot, its parent, or the host of the shadow root it is at the top of. */
export function flatParent(node: Node): Element | null {
  const parent = renderedParent(node);
  return parent instanceof Element ? parent : null;
}

/** The elements rendered directly in `element`: its own, those of its open shadow root, or what is assigned to the slot. */
export function flatChildren(element: Element): Element[] {
  const assigned =
    element instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedElements.call(element) : [];
  if (assigned.length > 0) return assigned;
  const children: Element[] = [];
  for (let at = firstChild(shadowRootOf(element) ?? element); at; at = nextSibling(at))
    if (at instanceof Element) children.push(at);
  return children;
}

/** Is `element`, or with `orSelf` itself, rendered inside one of `set`? */
export function isWithin(element: Element, set: ReadonlySet<Element>, orSelf: boolean): boolean {
  if (set.size === 0) return false;
  for (let at = orSelf ? element : flatParent(element); at; at = flatParent(at)) if (set.has(at)) return true;
  return false;
}

/** Is `node` `ancestor` or rendered inside it? */
export function isFlatInside(node: Node, ancestor: Element): boolean {
  for (let at: Node | null = node; at; at = flatParent(at)) if (at === ancestor) return true;
  return false;
}

/** Is `node` in `ancestor` (or the same), in one tree? Cheap. */
export const holdsNode = (ancestor: Node, node: Node): boolean => contains.call(ancestor, node);

/** The shadow root or document a node is in. */
export const rootOf = (node: Node): Node => getRootNode.call(node);

/** Is no `display: none` around it? Content of a closed `<details>` counts as rendered, as it does for `readBlocks`. */
export function isRendered(element: Element): boolean {
  if (checkVisibility.call(element)) return true;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { display } = getComputedStyle(at);
    if (display === 'none' || display === '') return false;
  }
  return true;
}

/** All elements in `root` and itself, also in open shadow roots, in no promised order, rendered or not. */
export function* elementsIn(root: Element): Generator<Element> {
  const roots: Node[] = [root];
  for (let top = roots.pop(); top; top = roots.pop()) {
    const walker = doc.createTreeWalker(top, NodeFilter.SHOW_ELEMENT);
    for (let at: Node | null = top; at; at = walker.nextNode()) {
      if (!(at instanceof Element)) continue;
      yield at;
      const shadow = shadowRootOf(at);
      if (shadow) roots.push(shadow);
    }
  }
}

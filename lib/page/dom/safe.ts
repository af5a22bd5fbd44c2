/**
 * Properties of page elements, read past whatever the page put in their way: `<form><input name="tagName">`
 * makes `form.tagName` an input, also for an extension, and `<img name="body">` makes `document.body` an image. The
 * prototype's own getters can't be shadowed.
 */

// It only reads, so a script leaves out those it has no use for.
/* @__NO_SIDE_EFFECTS__ */
const getter = <T>(prototype: object, name: string): ((this: Node) => T) =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: Node) => T;

const {
  checkVisibility,
  closest,
  getAttribute,
  hasAttribute,
  hasAttributes,
  matches,
  querySelector,
  querySelectorAll,
} = Element.prototype;
const { getRootNode } = Node.prototype;
const getBody = getter<HTMLElement | null>(Document.prototype, 'body');
const getLocalName = getter<string>(Element.prototype, 'localName');
const getNodeType = getter<number>(Node.prototype, 'nodeType');
const getChildNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
const getFirstChild = getter<ChildNode | null>(Node.prototype, 'firstChild');
const getNextSibling = getter<ChildNode | null>(Node.prototype, 'nextSibling');
const getPreviousSibling = getter<ChildNode | null>(Node.prototype, 'previousSibling');
const getParentNode = getter<Node | null>(Node.prototype, 'parentNode');
const getShadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const getTextContent = getter<string>(Node.prototype, 'textContent');
const getAttributes = getter<NamedNodeMap>(Element.prototype, 'attributes');
const getElementSlot = getter<HTMLSlotElement | null>(Element.prototype, 'assignedSlot');
const getTextSlot = getter<HTMLSlotElement | null>(Text.prototype, 'assignedSlot');

// Each is a function of its own, not made by one: engines turn a call into the bare getter only where it has one target.
export const localName = (of: Element): string => getLocalName.call(of);
export const nodeType = (of: Node): number => getNodeType.call(of);
export const childNodes = (of: Node): NodeListOf<ChildNode> => getChildNodes.call(of);
export const firstChild = (of: Node): ChildNode | null => getFirstChild.call(of);
export const nextSibling = (of: Node): ChildNode | null => getNextSibling.call(of);
export const previousSibling = (of: Node): ChildNode | null => getPreviousSibling.call(of);
export const parentNode = (of: Node): Node | null => getParentNode.call(of);
export const shadowRootOf = (of: Element): ShadowRoot | null => getShadowRoot.call(of);
export const textContent = (of: Node): string => getTextContent.call(of);

export const attribute = (of: Element, name: string): string | null => getAttribute.call(of, name);
export const has = (of: Element, name: string): boolean => hasAttribute.call(of, name);
/** How many attributes `of` has. */
export const attributeCount = (of: Element): number =>
  hasAttributes.call(of) ? getAttributes.call(of).length : 0;
export const holds = (of: Element, selector: string): boolean => querySelector.call(of, selector) !== null;
/** All elements in `of` that match. */
export const allIn = (of: Element, selector: string): NodeListOf<Element> =>
  querySelectorAll.call(of, selector);
export const isInside = (of: Element, selector: string): boolean => closest.call(of, selector) !== null;
export const nearest = (of: Element, selector: string): Element | null => closest.call(of, selector);
export const isLike = (of: Element, selector: string): boolean => matches.call(of, selector);
export const isVisible = (of: Element, options?: CheckVisibilityOptions): boolean =>
  checkVisibility.call(of, options);
/** Any other property of `of`; a method is to be called on it (`.call(of, …)`). */
export const field = <K extends keyof Element>(of: Element, name: K): Element[K] =>
  Reflect.get(Element.prototype, name, of);

/** The page's body; a frameset, or null, where it has none. Cheap. */
export const bodyOf = (): HTMLElement | null => getBody.call(document);

/** The document with the properties and methods it is born with. For nothing but those: as a node, it is `document`. */
export const doc: Document = new Proxy(document, {
  get(of, name) {
    const own: unknown = Reflect.get(Document.prototype, name, of);
    return typeof own === 'function' ? own.bind(of) : own;
  },
});

/** The nearest ancestor of `of` (or itself) that matches, also outside the shadow roots it is in. */
export function closestAcross(of: Element, selector: string): Element | null {
  for (let at: Element | null = of; at; ) {
    const found: Element | null = closest.call(at, selector);
    if (found) return found;
    const root: Node = getRootNode.call(at);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The parent a node is rendered in: its slot, or its parent, or the host of the shadow root it is on top of. */
export function renderedParent(of: Node): Node | null {
  if (of instanceof ShadowRoot) return of.host;
  const slot =
    of instanceof Element ? getElementSlot.call(of) : of instanceof Text ? getTextSlot.call(of) : null;
  if (slot) return slot;
  const parent = parentNode(of);
  return parent instanceof ShadowRoot ? parent.host : parent;
}

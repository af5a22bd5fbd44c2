/**
 * Properties of page elements, read past whatever the page put in their way: `<form><input name="tagName">`
 * makes `form.tagName` an input, also for an extension. The prototype's own getters can't be shadowed.
 */

const getter = <T>(prototype: object, name: string): ((of: Node) => T) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (of) => get?.call(of) as T;
};

const { hasAttribute, getAttribute, querySelector, closest } = Element.prototype;

export const localName = getter<string>(Element.prototype, 'localName');
export const childNodes = getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes');
export const parentNode = getter<Node | null>(Node.prototype, 'parentNode');
export const shadowRootOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const textContent = getter<string>(Node.prototype, 'textContent');

export const attribute = (of: Element, name: string): string | null => getAttribute.call(of, name);
export const has = (of: Element, name: string): boolean => hasAttribute.call(of, name);
export const holds = (of: Element, selector: string): boolean => querySelector.call(of, selector) !== null;
export const isInside = (of: Element, selector: string): boolean => closest.call(of, selector) !== null;

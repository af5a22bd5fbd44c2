/** What is never read: navigation, controls, editors, code, drawings, what the page hides from everybody, and our own host. */

import { attribute, has, holds, isInside, localName, parentNode } from './safe';

/** The one element Factmark adds to a page. */
export const HOST_TAG = 'factmark-overlay';

const SKIPPED = new Set(
  'nav script style noscript template textarea select option datalist input button label fieldset output meter progress code pre kbd samp svg math canvas video audio iframe frame object embed head title rt rp'.split(
    ' ',
  ),
);
/** Roles of editors and of text that is not the page's prose. */
const SKIPPED_ROLES = new Set([
  'textbox',
  'searchbox',
  'combobox',
  'code',
  'math',
  'navigation',
  'contentinfo',
  'menu',
  'menubar',
  'toolbar',
]);

/** Attributes whose change may bring skipped text to light; a reader of the page listens for them. */
export const SKIP_ATTRIBUTES = ['hidden', 'aria-hidden', 'contenteditable', 'role'];

/** Is `element`, with all that is in it, never read? Looks at the element alone, not at its style. */
export function isSkipped(element: Element): boolean {
  const tag = localName(element).toLowerCase();
  if (SKIPPED.has(tag) || tag === HOST_TAG) return true;
  // The footer of the site, not of an article.
  if (tag === 'footer' && !isInside(element, 'article,main,section')) return true;
  // A form is skipped whole, unless the site wraps its pages in one, as some frameworks do.
  if (tag === 'form' && !holds(element, 'main,article,h1')) return true;
  if (has(element, 'hidden') && attribute(element, 'hidden') !== 'until-found') return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  const editable = attribute(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = attribute(element, 'role');
  return role !== null && SKIPPED_ROLES.has(role);
}

/** Is any ancestor of `node` (through shadow roots) skipped? For nodes met outside a walk from the top. */
export function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : parentNode(at))
    if (at instanceof Element && isSkipped(at)) return true;
  return false;
}

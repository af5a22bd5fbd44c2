/** What is never read: navigation, controls, editors, code, drawings, what the page hides from everybody, and our own host. */

/** The one element Factmark adds to a page. */
export const HOST_TAG = 'factmark-overlay';

const SKIPPED = new Set(
  'NAV SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION DATALIST INPUT BUTTON LABEL FIELDSET OUTPUT METER PROGRESS CODE PRE KBD SAMP SVG MATH CANVAS VIDEO AUDIO IFRAME FRAME OBJECT EMBED HEAD TITLE RT RP'.split(
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

/** Is `element`, with all that is in it, never read? Looks at the element alone, not at its style. */
export function isSkipped(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (SKIPPED.has(tag) || element.localName === HOST_TAG) return true;
  // The footer of the site, not of an article.
  if (tag === 'FOOTER' && element.closest('article,main,section') === null) return true;
  // A form is skipped whole, unless the site wraps its pages in one, as some frameworks do.
  if (tag === 'FORM' && element.querySelector('main,article,h1') === null) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = element.getAttribute('role');
  return role !== null && SKIPPED_ROLES.has(role);
}

/** Is any ancestor of `node` (through shadow roots) skipped? For nodes met outside a walk from the top. */
export function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at))
    if (at instanceof Element && isSkipped(at)) return true;
  return false;
}

/** The parent in the flat sense: a shadow root's parent is its host. */
export function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

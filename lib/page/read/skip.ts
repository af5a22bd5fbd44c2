/**
 * What is never read: navigation, controls, editors, code, drawings, what the page hides from everybody, what its
 * publisher took out (`data-factmark="off"`, also `opt-out.ts`), and our own host.
 */

import { HOST_TAG } from '../dom/host-tag';
import {
  allIn,
  attribute,
  attributeCount,
  has,
  holds,
  isInside,
  localName,
  renderedParent,
  textContent,
} from '../dom/safe';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never rendered, so they leave no gap either. */
const SILENT = words('script style noscript template head title datalist rt rp rtc wbr');
const SKIPPED = words(
  `nav textarea select option input button label fieldset output meter progress code pre kbd samp svg math canvas video audio iframe frame object embed ${HOST_TAG}`,
);
/** Roles of editors and of text that is not the page's prose. */
const SKIPPED_ROLES = words(
  'textbox searchbox combobox code math navigation contentinfo menu menubar toolbar',
);
/** Editors by name, for the parts of them that are not `contenteditable`; and code that says so. */
const SKIPPED_CLASS = /(^|\s)(CodeMirror|cm-editor|ProseMirror|monaco-editor|ace_editor|ql-editor)(\s|$)/;
const CODE = 'code,pre,kbd,samp';

/** Attributes whose change may bring text to light that was skipped, or in no slot; a reader of the page listens for them. */
export const SKIP_ATTRIBUTES = [
  'hidden',
  'aria-hidden',
  'contenteditable',
  'role',
  'translate',
  'data-factmark',
  'slot',
];

/** Is it an element of those that are not even there for a reader: scripts, templates, the notes of ruby? */
export const isSilent = (tag: string): boolean => SILENT.has(tag);

/** Is an element never read for its tag and class alone, whatever its other attributes and its place? */
export const isSkippedKind = (tag: string, className: string | null): boolean =>
  SKIPPED.has(tag) || SILENT.has(tag) || (className !== null && SKIPPED_CLASS.test(className));

/** Does it take a look around to tell whether an element is skipped? */
export const dependsOnPlace = (tag: string, className: string | null): boolean =>
  tag === 'footer' || tag === 'form' || (className?.includes('notranslate') ?? false);

/** Is `element`, with all that is in it, never read? Looks at the element alone, not at its style. */
export function isSkipped(element: Element): boolean {
  const tag = localName(element);
  const attributes = attributeCount(element) > 0;
  const className = attributes ? attribute(element, 'class') : null;
  if (isSkippedKind(tag, className)) return true;
  // The footer of the site, not of an article.
  if (tag === 'footer' && !isInside(element, 'article,main,section')) return true;
  // A form is skipped whole, unless the site wraps its pages in one, as some frameworks do.
  if (tag === 'form' && !holds(element, 'main,article,h1')) return true;
  if (!attributes) return false;
  if (has(element, 'hidden') && attribute(element, 'hidden')?.toLowerCase() !== 'until-found') return true;
  if (attribute(element, 'aria-hidden') === 'true' && !isLabelled(element)) return true;
  // Off is final: nothing inside turns reading on again.
  if (attribute(element, 'data-factmark')?.toLowerCase() === 'off') return true;
  if (isEditable(attribute(element, 'contenteditable'))) return true;
  const role = attribute(element, 'role');
  if (role !== null && SKIPPED_ROLES.has(role)) return true;
  const untranslated =
    attribute(element, 'translate') === 'no' || /(^|\s)notranslate(\s|$)/.test(className ?? '');
  return untranslated && isCode(element);
}

/** Levels between a label and the letters it stands for: lines, words, letters. */
const LEVELS = 3;

/** Does a label just around it say the same? So a headline that is set word by word is told to those who listen. */
function isLabelled(element: Element): boolean {
  let at = renderedParent(element);
  for (let n = 0; n < LEVELS && at instanceof Element; n++, at = renderedParent(at)) {
    const label = attribute(at, 'aria-label');
    if (label !== null) return label.includes(textContent(element).trim());
  }
  return false;
}

/** `contenteditable` with any value that turns it on; "inherit" and nonsense don't. */
const isEditable = (value: string | null): boolean =>
  value !== null && ['', 'true', 'plaintext-only'].includes(value.toLowerCase());

/** What is not to be translated may be a name, which is read, or code: set in code's type, or for the most part in code elements. */
function isCode(element: Element): boolean {
  if (/mono|courier|consolas|menlo/i.test(getComputedStyle(element).fontFamily)) return true;
  let length = 0;
  for (const code of allIn(element, CODE)) length += textContent(code).length;
  return length > 0 && 2 * length >= textContent(element).length;
}

/** Is any ancestor of `node` (through shadow roots and slots) skipped? For nodes met outside a walk from the top. */
export function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = renderedParent(at))
    if (at instanceof Element && isSkipped(at)) return true;
  return false;
}

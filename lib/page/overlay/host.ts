/**
 * The one element Factmark adds to a page: `<factmark-overlay>`, last child of `<body>` (elsewhere it breaks
 * React 18 hydration), with a closed shadow root. It is on the page only while there is something to show.
 */
import { HOST_TAG } from '../dom/host-tag';
import { doc, field } from '../dom/safe';
import { homeOf } from './home';
import { withOwnNames } from './own-names';

export interface Host {
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
}

/** A host and its ways to come and go. */
export interface MovableHost extends Host {
  /** Where it should stand now. */
  readonly home: () => Element;
  /** Makes it a child of `home`, at its end; true if it was elsewhere, and its popovers may be closed. */
  settle(home: Element): boolean;
  /** Off the page, unless somebody holds it there. */
  leave(): void;
  /** Keeps it on the page, in `home` if it stands nowhere, until the answer is called. */
  hold(home: Element): () => void;
}

const STYLE: Record<string, string> = {
  all: 'initial',
  // Not part of `all`: what we say is written left to right, whatever the page is.
  direction: 'ltr',
  position: 'absolute',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  // Low, so that the page's own headers and menus stay above our marks.
  'z-index': '1',
  'pointer-events': 'none',
  // Else Firefox copies the host along with all of the page.
  'user-select': 'none',
  contain: 'layout style',
};

/** Times in ten seconds that the host is put back before we take the hint and stay away. */
const MOST_RETURNS = 20;
const PERIOD = 10_000;

/** Makes the host with `css` as its only style, not yet on the page, in which it will stand in `home`. */
export function createHost(css: string, home: () => Element = homeOf): MovableHost {
  const { element, root } = makeHost();
  for (const [name, value] of Object.entries(STYLE)) element.style.setProperty(name, value, 'important');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(withOwnNames(css));
  root.adoptedStyleSheets = [sheet];
  // What a page may lay hands on it can't press: only the reader's own clicks count.
  root.addEventListener('click', (event) => event.isTrusted || event.stopImmediatePropagation(), true);
  let returns: number[] = [];
  let settled = false;
  const holders = new Set<object>();
  const leaveIfIdle = () => {
    if (!settled && holders.size === 0) element.remove();
  };
  const put = (home: Element): boolean => {
    if (element.parentNode === home) return false;
    const now = performance.now();
    returns = returns.filter((t) => now - t < PERIOD);
    if (returns.length >= MOST_RETURNS) return false;
    returns.push(now);
    // Keeps the focus and open popovers where the engine can: within one document.
    if (element.isConnected && element.ownerDocument === document && moveBefore)
      moveBefore.call(home, element, null);
    else field(home, 'append').call(home, element);
    // Each time: a page that had taken it into another document has taken its style off.
    root.adoptedStyleSheets = [sheet];
    return true;
  };
  return {
    root,
    element,
    home,
    settle(home) {
      settled = true;
      return put(home);
    },
    leave() {
      settled = false;
      leaveIfIdle();
    },
    hold(home) {
      const holder = {};
      holders.add(holder);
      if (!element.isConnected) put(home);
      return () => {
        holders.delete(holder);
        leaveIfIdle();
      };
    },
  };
}

/**
 * Made in a document that knows no custom elements. Where the page has defined our name, an element made here would be one
 * of the page's own classes, and its `ElementInternals` would open our closed root to the page.
 */
function makeHost(): Host {
  const element = doc.implementation.createHTMLDocument('').createElement(HOST_TAG);
  const root = element.attachShadow({ mode: 'closed' });
  return { element: doc.adoptNode(element), root };
}

/** `moveBefore` is newer than the typings. */
const { moveBefore } = Element.prototype as { moveBefore?(node: Node, child: Node | null): void };

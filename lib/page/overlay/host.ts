/**
 * The one element Factmark adds to a page: `<factmark-overlay>`, last child of `<body>` (elsewhere it breaks
 * React 18 hydration), with a closed shadow root. Made only when there is something to show, put back if
 * the page removes it, taken away with its signal.
 */
import { HOST_TAG } from '../skip';

export interface Host {
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
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
  contain: 'layout style',
};

/** Times in ten seconds that the host is put back before we take the hint and stay away. */
const MOST_RETURNS = 20;
const PERIOD = 10_000;

/** Makes the host with `css` as its only style; `onReturn` hears when it was put back. */
export function createHost(css: string, onReturn: () => void, signal: AbortSignal): Host {
  const element = document.createElement(HOST_TAG);
  for (const [name, value] of Object.entries(STYLE)) element.style.setProperty(name, value, 'important');
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  let returns: number[] = [];
  const back = new MutationObserver(() => {
    if (element.isConnected || !document.body) return;
    const now = performance.now();
    returns = returns.filter((t) => now - t < PERIOD);
    if (returns.length >= MOST_RETURNS) return;
    returns.push(now);
    attach();
    onReturn();
  });
  const attach = () => {
    document.body.append(element);
    // The body may be another one now.
    back.disconnect();
    back.observe(document.documentElement, { childList: true });
    back.observe(document.body, { childList: true });
  };
  attach();
  signal.addEventListener('abort', () => {
    back.disconnect();
    element.remove();
  });
  return { root, element };
}

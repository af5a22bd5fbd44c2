/** What a page can notice of us, as code in the page's own world that runs before anything else. */

/** What the page saw, from the moment its HTML was read to its end. */
export interface Witnessed {
  /** Changes of the page's own nodes and attributes. */
  readonly records: string[];
  /** Records in which an element of ours came or went. */
  readonly hosts: number;
  readonly errors: string[];
  /** Sum of all layout shifts, and of those within a quarter of a second of our coming. */
  readonly shift: number;
  readonly shiftWithUs: number;
  /** Is the page, open shadow trees with it, what it was: byte for byte? False while our host is there. */
  readonly same: boolean;
  /** What of the page's surroundings is not as it was: names on `window`, sheets, highlights, built-in functions. */
  readonly changed: string[];
}

/** The script; `window.__witness()` gives a `Witnessed`. */
export const WITNESS = `(() => {
  const records = [], errors = [];
  let hosts = 0, shift = 0, shiftWithUs = 0, came, before;
  const isOurs = (n) => n.localName === 'factmark-overlay';
  const roots = () => {
    const found = [];
    const walk = (tree) => { for (const e of tree.querySelectorAll('*')) if (e.shadowRoot) { found.push(e.shadowRoot); walk(e.shadowRoot); } };
    walk(document);
    return found;
  };
  const source = () => document.documentElement.outerHTML + document.documentElement.getHTML({ shadowRoots: roots() });
  const builtIn = () => ({
    names: Object.getOwnPropertyNames(window).filter((n) => !/^(__witness|__pw_.*|\\d+)$/.test(n)).sort().join(),
    attachShadow: Element.prototype.attachShadow, append: Element.prototype.append, fetch: window.fetch,
    observer: MutationObserver, observe: MutationObserver.prototype.observe, pushState: history.pushState,
    element: customElements.get('factmark-overlay'), // Linked ones come when they are loaded.
    sheets: [...document.styleSheets].filter((s) => s.ownerNode?.localName !== 'link').length,
    adopted: document.adoptedStyleSheets.length, highlights: CSS.highlights?.size, title: document.title,
    active: document.activeElement?.localName, history: history.length,
    body: Object.getOwnPropertyNames(document.body ?? {}).join(), root: Object.getOwnPropertyNames(document.documentElement).join(),
  });
  let around;
  addEventListener('error', (e) => e.message && errors.push(e.message));
  addEventListener('unhandledrejection', (e) => errors.push(String(e.reason)));
  document.addEventListener('DOMContentLoaded', () => {
    before = source();
    around = builtIn();
    const seen = new MutationObserver((list) => {
      for (const r of list) {
        const nodes = [...r.addedNodes, ...r.removedNodes];
        if (nodes.some(isOurs)) { came ??= performance.now(); hosts++; }
        if (isOurs(r.target) || (nodes.length > 0 && nodes.every(isOurs))) continue;
        records.push(r.type + ' on <' + r.target.nodeName.toLowerCase() + '>');
      }
    });
    for (const root of [document, ...roots()])
      seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true });
  try {
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) {
        shift += e.value;
        if (came !== undefined && Math.abs(e.startTime - came) < 250) shiftWithUs += e.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  } catch {}
  window.__witness = () => {
    const now = builtIn();
    const changed = Object.keys(now).filter((name) => now[name] !== around[name]);
    if (changed[0] === 'names') {
      const [then, today] = [around.names.split(','), now.names.split(',')];
      changed[0] = [...today.filter((n) => !then.includes(n)), ...then.filter((n) => !today.includes(n))].join();
    }
    for (const { name } of performance.getEntriesByType('resource')) if (/extension:/.test(name)) changed.push(name);
    return { records, hosts, errors, shift, shiftWithUs, same: source() === before, changed };
  };
})();`;

/**
 * The claim as one more sentence at the end of a paragraph about a third into the page; where the page or the paragraph
 * is in another language than the claim's, as an English paragraph after it.
 */
export function withClaim(html: string, claim: string): string {
  const paragraph = `<p lang="en">${claim}</p>`;
  const at = html.indexOf('</p>', html.length / 3);
  if (at < 0) return /<\/body>/i.test(html) ? html.replace(/<\/body>/i, `${paragraph}$&`) : html + paragraph;
  const foreign = /<html[^>]*\blang="?(?!en\b)\w/i.test(html) || FOREIGN_END.test(html.slice(0, at));
  const end = at + (foreign ? '</p>'.length : 0);
  return html.slice(0, end) + (foreign ? paragraph : ` ${claim}`) + html.slice(end);
}

/** A last word in another script than the claim's. */
const FOREIGN_END = /(?!\p{sc=Latin})\p{L}\P{L}*$/u;

/** The page with its own scripts off, so that every change seen on it is ours. */
export function withoutScripts(html: string): string {
  const policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${policy}`) : policy + html;
}

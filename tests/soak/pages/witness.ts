/**
 * A script that runs in each document before the page's own: it tells what was changed by the page, which says so
 * (`W.own`), from what was changed by somebody else, and keeps every error. It trusts nothing that the page may redefine.
 */

/** What `W.report()` says, as JSON. */
export interface Report {
  /** Changes of the page's nodes that the page did not make. */
  readonly foreign: readonly string[];
  /** Errors, rejections, reports and words in the console that are not the page's own. */
  readonly errors: readonly string[];
  /** Errors that the page threw on purpose. */
  readonly own: number;
  /** Is the markup what the page last made of it? null: too large, or changed too often, to say. */
  readonly same: boolean | null;
  readonly sameText: boolean;
  /** Times that our element came or went. */
  readonly hosts: number;
}

/** What the page says on purpose begins so. */
export const OWN = 'page:';

export const WITNESS = `(() => {
  const { apply, ownKeys } = Reflect, { stringify } = JSON, { getOwnPropertyDescriptor } = Object, text = String;
  const getter = (on, name) => { const { get } = getOwnPropertyDescriptor(on, name); return (of) => apply(get, of, []); };
  const method = (on, name) => { const m = on[name]; return (of, ...args) => apply(m, of, args); };
  const addedOf = getter(MutationRecord.prototype, 'addedNodes'), removedOf = getter(MutationRecord.prototype, 'removedNodes');
  const targetOf = getter(MutationRecord.prototype, 'target'), typeOf = getter(MutationRecord.prototype, 'type');
  const countOf = getter(NodeList.prototype, 'length'), nameOf = getter(Node.prototype, 'nodeName'), textOf = getter(Node.prototype, 'textContent');
  const outer = getter(Element.prototype, 'outerHTML'), rootOf = getter(Document.prototype, 'documentElement');
  const setAttribute = method(Element.prototype, 'setAttribute');
  const all = method(Document.prototype, 'getElementsByTagName'), lengthOf = getter(HTMLCollection.prototype, 'length');
  const indexOf = method(String.prototype, 'indexOf'), slice = method(String.prototype, 'slice');
  const open = method(Document.prototype, 'open'), write = method(Document.prototype, 'write'), close = method(Document.prototype, 'close');
  const listen = method(EventTarget.prototype, 'addEventListener'), Observer = MutationObserver;
  const observe = method(Observer.prototype, 'observe'), take = method(Observer.prototype, 'takeRecords');
  const foreign = [], errors = [], MOST_SOURCES = 40, MOST_ELEMENTS = 4000;
  let own = 0, hosts = 0, depth = 0, parsing = true, sources = 0, source = null, words = null;
  const add = (list, what) => { if (list.length < 20) list[list.length] = slice(text(what), 0, 300); };
  const fail = (what) => { if (indexOf(text(what), '${OWN}') >= 0) own++; else add(errors, what); };
  const isHost = (node) => { const name = nameOf(node); return name === 'FACTMARK-OVERLAY' || name === 'factmark-overlay'; };
  const judge = (records, mine) => {
    for (let i = 0; i < records.length; i++) {
      const r = records[i], lists = [addedOf(r), removedOf(r)];
      let ours = 0, others = 0;
      for (let l = 0; l < 2; l++) for (let n = 0; n < countOf(lists[l]); n++) isHost(lists[l][n]) ? ours++ : others++;
      if (ours > 0) hosts++;
      if (mine || parsing || (ours > 0 && others === 0)) continue;
      add(foreign, typeOf(r) + ' on ' + nameOf(targetOf(r)) + ' +' + countOf(lists[0]) + ' -' + countOf(lists[1]));
    }
  };
  const observer = new Observer((records) => judge(records, false));
  const watch = (root) => observe(observer, root, { subtree: true, childList: true, attributes: true, characterData: true });
  // Not one word: the page's markup holds this script.
  const opening = '<' + 'factmark-overlay', closing = '</' + 'factmark-overlay>';
  const bare = (markup) => {
    for (let n = 0; n < 9; n++) {
      const from = indexOf(markup, opening), to = from < 0 ? -1 : indexOf(markup, closing, from);
      if (to < 0) break;
      markup = slice(markup, 0, from) + slice(markup, to + closing.length);
    }
    return markup;
  };
  const look = () => {
    const root = rootOf(document);
    if (!root) return [null, ''];
    const large = lengthOf(all(document, '*')) > MOST_ELEMENTS || ++sources > MOST_SOURCES;
    return [large ? null : bare(outer(root)), textOf(root)];
  };
  const remember = () => { const now = look(); source = now[0]; words = now[1]; };
  const hear = () => {
    listen(window, 'error', (e) => { if (e.message) fail('error: ' + e.message + ' ' + e.filename); }, true);
    listen(window, 'unhandledrejection', (e) => fail('rejection: ' + (e.reason && e.reason.stack || e.reason)));
    // The picture of the tab is the browser's own wish.
    const icon = location.origin + '/favicon.ico';
    listen(document, 'securitypolicyviolation', (e) => e.blockedURI === icon || fail('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ' ' + e.sample));
  };
  hear();
  watch(document);
  for (const level of ['error', 'warn', 'log', 'info', 'debug']) console[level] = (what) => fail('console: ' + what);
  try { new ReportingObserver((list) => { for (let i = 0; i < list.length; i++) { const { body } = list[i]; if (body && indexOf(text(body.sourceFile), 'extension:') >= 0) fail('report: ' + body.message); } }, { buffered: true }).observe(); } catch {}
  listen(document, 'DOMContentLoaded', () => { judge(take(observer), true); parsing = false; remember(); });
  let policy;
  const W = {
    /** What the page itself changes, it changes in here. */
    own(change) {
      judge(take(observer), false);
      depth++;
      try { return change(); } finally { if (--depth === 0) { judge(take(observer), true); if (!parsing) remember(); } }
    },
    watch, hear,
    /** Markup for a sink, where the page's policy wants it typed. */
    html(markup) {
      if (!window.trustedTypes) return markup;
      policy ??= trustedTypes.createPolicy('page', { createHTML: (s) => s });
      return policy.createHTML(markup);
    },
    /** Another document in the place of this one; also where the page has redefined what does it: else it would load for ever. */
    anew(markup) {
      W.own(() => { open(document); write(document, W.html(markup)); close(document); });
      hear();
    },
    /** The steps of the page are done, but for those with these claims. */
    done(broken) { W.own(() => { if (broken) setAttribute(rootOf(document), 'data-broken', broken); setAttribute(rootOf(document), 'data-steps', 'done'); }); },
    report() {
      judge(take(observer), false);
      const seen = look(), now = seen[0], said = seen[1];
      const inside = [];
      for (let i = 0; i < window.length; i++) try { const w = window[i].W; if (w) inside[inside.length] = w.report(); } catch {}
      return stringify({ __proto__: null, foreign, errors, own, hosts, same: source === null || now === null ? null : now === source, sameText: words === null || said === words, inside });
    },
  };
  Object.defineProperty(window, 'W', { value: Object.freeze(W) });
})();`;

/** All that a document and those in its frames report, put together. */
export function reportOf(json: string): Report {
  const { inside, ...own } = JSON.parse(json) as Report & { inside: string[] };
  return inside.map(reportOf).reduce<Report>(
    (sum, one) => ({
      foreign: [...sum.foreign, ...one.foreign.map((what) => `in a frame: ${what}`)],
      errors: [...sum.errors, ...one.errors.map((what) => `in a frame: ${what}`)],
      own: sum.own + one.own,
      same: one.same === false || sum.same === false ? false : sum.same,
      sameText: sum.sameText && one.sameText,
      hosts: sum.hosts + one.hosts,
    }),
    own,
  );
}

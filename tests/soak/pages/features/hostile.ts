/** Pages that redefine what scripts rely on, or break what they stand on. All that they throw says that it is theirs. */
import type { Feature, Piece, Plot } from '../plot';

const NO = `(() => { throw new Error('page: no'); })`;

const early = (
  name: string,
  script: string | ((plot: Plot) => string),
  more: Partial<Piece> = {},
): Feature => ({
  name,
  xml: true,
  strict: true,
  make: (plot) => ({
    early: typeof script === 'string' ? script : script(plot),
    body: plot.say('marked'),
    ...more,
  }),
});

/** Replaces so many of the methods and getters of a prototype. */
const broken = (names: readonly string[], share: number) => (plot: Plot) =>
  `const next = (() => { let s = ${plot.random.int(1, 1e9)}; return () => (s = (s * 48271) % 2147483647) / 2147483647; })();
  for (const proto of [${names.join(', ')}]) for (const key of Reflect.ownKeys(proto)) {
    if (key === 'constructor' || next() > ${share}) continue;
    const d = Object.getOwnPropertyDescriptor(proto, key);
    if (!d.configurable) continue;
    try { Object.defineProperty(proto, key, d.get ? { ...d, get: ${NO} } : typeof d.value === 'function' ? { ...d, value: ${NO} } : d); } catch {}
  }`;

export const HOSTILE: readonly Feature[] = [
  early('CSS.highlights redefined', `Object.defineProperty(CSS, 'highlights', { get: ${NO} });`),
  early(
    'highlights frozen',
    `if (globalThis.Highlight) { window.Highlight = class { constructor() { throw new Error('page: no highlight'); } }; HighlightRegistry.prototype.set = ${NO}; }`,
  ),
  early('Element.prototype', broken(['Element.prototype', 'HTMLElement.prototype'], 0.7)),
  early(
    'Node.prototype',
    broken(['Node.prototype', 'CharacterData.prototype', 'Text.prototype', 'Range.prototype'], 0.7),
  ),
  early(
    'Document.prototype',
    broken(['Document.prototype', 'DocumentFragment.prototype', 'ShadowRoot.prototype'], 0.7),
  ),
  early('Array.prototype', broken(['Array.prototype'], 1)),
  early(
    'Array iteration',
    `Array.prototype[Symbol.iterator] = function* () { throw new Error('page: no iteration'); };`,
  ),
  early(
    'Map and Set',
    broken(['Map.prototype', 'Set.prototype', 'WeakMap.prototype', 'WeakSet.prototype'], 1),
  ),
  early('Promise', broken(['Promise.prototype'], 1)),
  early('Promise itself', `window.Promise = function () { throw new Error('page: no promise'); };`),
  early(
    'strings and JSON',
    broken(['String.prototype', 'RegExp.prototype', 'JSON', 'Math', 'Number.prototype'], 0.8),
  ),
  early(
    'events',
    broken(
      ['EventTarget.prototype', 'Event.prototype', 'AbortController.prototype', 'AbortSignal.prototype'],
      0.8,
    ),
  ),
  early(
    'observers throw',
    ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']
      .map((n) => `window.${n} = class { constructor() { throw new Error('page: no observer'); } };`)
      .join(''),
  ),
  early(
    'observers are deaf',
    broken(['MutationObserver.prototype', 'IntersectionObserver.prototype', 'ResizeObserver.prototype'], 1),
  ),
  early(
    'an observer that throws',
    `new MutationObserver(() => { throw new Error('page: I saw that'); }).observe(document, { childList: true, subtree: true, attributes: true });`,
  ),
  early(
    'timers',
    `for (const name of ['requestAnimationFrame', 'setInterval', 'queueMicrotask', 'requestIdleCallback', 'matchMedia', 'getComputedStyle', 'structuredClone', 'postMessage', 'fetch']) window[name] = ${NO};`,
  ),
  early(
    'clock',
    `performance.now = () => 0; Date.now = () => -1; window.Date = class { constructor() { return {}; } };`,
  ),
  early(
    'frozen prototypes',
    `for (const proto of [Element, Node, Array, Object, Document, EventTarget, Function].map((c) => c.prototype)) Object.freeze(proto);`,
  ),
  early(
    'polluted prototypes',
    `for (const key of ['get', 'set', 'value', 'childList', 'subtree', 'signal', 'mode', 'passive', 'capture', 'text', 'check', 'kind']) Object.defineProperty(Object.prototype, key, { configurable: true, get() { return undefined; }, set() {} }); Object.prototype.extra = 'page: extra';`,
  ),
  early(
    'attachShadow',
    `Element.prototype.attachShadow = ${NO}; Element.prototype.append = ${NO}; Element.prototype.showPopover = ${NO}; HTMLElement.prototype.showPopover = ${NO};`,
  ),
  early(
    'our name taken',
    `try { customElements.define('factmark-overlay', class extends HTMLElement { constructor() { super(); throw new Error('page: mine'); } connectedCallback() { throw new Error('page: mine'); } }); } catch (e) { console.log('page: ' + e); }`,
  ),
  early(
    'runtime',
    `try { window.chrome = new Proxy({}, { get() { throw new Error('page: chrome'); } }); window.browser = undefined; } catch {}`,
  ),
  early('style rules for our element', `/* in the style */`, {
    style: `factmark-overlay, factmark-overlay * { display: none !important; opacity: 0 !important; transform: scale(9) !important; position: fixed !important; left: 5000px !important; animation: spin 1s infinite !important; transition: all 9s !important; content-visibility: hidden !important; zoom: 4 !important } @keyframes spin { to { transform: rotate(1turn); opacity: 0 } } body > :last-child { clip-path: inset(50%) !important }`,
  }),
  {
    name: 'frozen nodes',
    xml: true,
    strict: true,
    make: (plot) => ({
      body: plot.say('marked'),
      script: `for (const of of [document, document.body, document.documentElement, ...document.querySelectorAll('[data-plant], [data-plant] *')]) try { Object.freeze(of); } catch {}`,
    }),
  },
  {
    name: 'controls named like properties',
    make: (plot) => {
      const names =
        'body head children childNodes parentNode firstChild nextSibling localName nodeType attributes shadowRoot isConnected textContent getAttribute querySelector querySelectorAll createElement createRange createTreeWalker getElementsByTagName documentElement addEventListener append matches closest contains style elementsFromPoint designMode'.split(
          ' ',
        );
      const some = names.filter(() => plot.random.chance(0.5));
      return {
        body: `<form>${some.map((n) => `<input type="hidden" name="${n}">`).join('')}<main>${plot.say('marked')}</main></form>${some.map((n) => `<img name="${n}" alt=""><a id="${n}"></a>`).join('')}`,
      };
    },
  },
  {
    name: 'document.write',
    weight: 0.5,
    make: (plot) => ({
      body: `<script nonce="${plot.nonce}">document.write(W.html(${JSON.stringify(plot.say('marked')).replace(/<\//g, '<\\/')}))</script>`,
    }),
  },
  {
    name: 'document.open',
    weight: 0.4,
    make: (plot) => {
      const gone = plot.say('either');
      const markup = `<!doctype html><html lang="en" data-steps="busy"><head><title>Anew</title></head><body>${plot.say('marked')}</body></html>`;
      return {
        body: gone,
        script: `await new Promise((r) => setTimeout(r, ${plot.random.int(0, 250)}));
          W.anew(${JSON.stringify(markup).replace(/<\//g, '<\\/')});`,
        frees: true,
      };
    },
  },
];

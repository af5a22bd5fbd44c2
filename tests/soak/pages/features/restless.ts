/** Pages that never rest, or will not have our element among them; and what happens to pages in a browser. */
import type { Feature } from '../plot';

const wait = (ms: number | string) => `await new Promise((r) => setTimeout(r, ${ms}));`;
const HOST = `Document.prototype.querySelector.call(document, 'factmark-overlay')`;
/** Waits until our element is there, half a second at most. */
const HOST_CAME = `for (let n = 0; n < 50 && !${HOST}; n++) ${wait(10)}`;

const restless = (
  name: string,
  script: string,
  more: Partial<Feature> & { frees?: boolean } = {},
): Feature => ({
  name,
  xml: true,
  strict: true,
  ...more,
  make: (plot) => {
    const { id } = { id: plot.plants.length };
    return {
      body: plot
        .say(more.frees ? 'either' : 'marked', (t) => `<p>${t}</p>`)
        .replace('<div', `<div id="at${id}"`),
      script: `const at = document.getElementById('at${id}'); ${script}`,
      ...(more.frees ? { frees: true } : {}),
    };
  },
});

export const RESTLESS: readonly Feature[] = [
  restless(
    'a clock that ticks for ever',
    `const clock = document.createElement('p'); clock.append('0'); W.own(() => at.before(clock));
     let n = 0; setInterval(() => W.own(() => { clock.firstChild.data = 'It is now ' + ++n + ' of the clock.'; }), 10);`,
  ),
  restless(
    'attributes that change for ever',
    `let n = 0; setInterval(() => W.own(() => at.setAttribute('class', 'c' + ++n % 7)), 10);`,
  ),
  restless(
    'nodes that come and go for ever',
    `setInterval(() => { try { const p = document.createElement('p'); p.append('Here for a moment.'); W.own(() => document.body.append(p)); setTimeout(() => W.own(() => p.remove()), 15); } catch {} }, 20);`,
  ),
  restless(
    'a sentence made again and again',
    `for (let n = 0; n < 12; n++) { W.own(() => at.replaceChildren(at.firstChild.cloneNode(true))); ${wait('n * 4')} }`,
  ),
  restless(
    'a sentence in other nodes',
    `for (let n = 0; n < 8; n++) { W.own(() => { const t = at.querySelector('p').firstChild; n % 2 ? at.normalize() : t.splitText(5 + n); }); ${wait(12)} }`,
  ),
  restless(
    'a sentence that moves',
    `const spot = document.createElement('section'); W.own(() => document.body.prepend(spot));
     for (let n = 0; n < 6; n++) { W.own(() => (n % 2 ? document.body : spot).append(at)); ${wait(15)} }`,
  ),
  restless(
    'a sentence typed letter by letter',
    `const p = at.querySelector('p'), said = p.textContent; for (let n = 0; n <= said.length; n += 6) { W.own(() => { p.textContent = said.slice(0, n); }); ${wait(2)} } W.own(() => { p.textContent = said; });`,
  ),
  restless(
    'body replaced',
    `${wait(40)} W.own(() => { const body = document.body.cloneNode(false); body.append(...[...document.body.childNodes].filter((n) => n.localName !== 'factmark-overlay')); document.body.replaceWith(body); });`,
    { weight: 0.4 },
  ),
  restless(
    'our element removed a few times',
    `for (let n = 0; n < 4; n++) { ${HOST_CAME} W.own(() => ${HOST}?.remove()); ${wait(20)} }`,
  ),
  restless(
    'our element moved',
    `for (const way of ['prepend', 'append', 'prepend']) { ${HOST_CAME} const host = ${HOST}; if (host) W.own(() => document.body[way](host)); ${wait(20)} }`,
  ),
  restless(
    'our element removed for ever',
    `new MutationObserver(() => { const host = ${HOST}; if (host) W.own(() => host.remove()); }).observe(document, { childList: true, subtree: true });`,
    { frees: true, weight: 0.4 },
  ),
  restless(
    'our element hidden and dressed',
    `for (let n = 0; n < 4; n++) { ${HOST_CAME} const host = ${HOST}; if (host) W.own(() => { host.hidden = true; host.setAttribute('style', 'display:none'); host.append('x'); host.id = 'body'; }); ${wait(15)} if (host) W.own(() => host.replaceChildren()); }`,
    { frees: true, weight: 0.4, strict: false },
  ),
  restless(
    'our element taken to another document',
    `${HOST_CAME} const host = ${HOST}; if (host) W.own(() => document.implementation.createHTMLDocument('').body.append(host)); ${wait(20)}`,
    { weight: 0.4 },
  ),
  restless(
    'our element copied',
    `${HOST_CAME} const host = ${HOST}; if (host) W.own(() => document.body.append(host.cloneNode(true))); ${wait(20)} W.own(() => { for (const h of document.querySelectorAll('factmark-overlay')) if (h !== host) h.remove(); });`,
    { weight: 0.4 },
  ),
  restless(
    'made-up events',
    `for (let n = 0; n < 2; n++) { for (const type of ['beforeprint', 'afterprint', 'visibilitychange', 'freeze', 'resume', 'pagehide', 'pageshow', 'popstate', 'hashchange', 'beforeunload', 'unload', 'factmark-leave', 'transitionend', 'scrollend', 'resize', 'scroll']) for (const on of [window, document, ${HOST}]) on?.dispatchEvent(new Event(type)); ${wait(15)} }`,
  ),
  restless(
    'paper',
    `${HOST_CAME} dispatchEvent(new Event('beforeprint')); ${wait(20)} dispatchEvent(new Event('afterprint'));`,
  ),
  restless(
    'history',
    `for (let n = 0; n < 5; n++) { history.pushState({ n }, '', '#' + n); ${wait(8)} } history.back(); ${wait(15)} location.hash = '#end';`,
  ),
  restless(
    'selection and focus',
    `getSelection()?.selectAllChildren(document.body); ${wait(10)} document.execCommand?.('copy'); getSelection()?.removeAllRanges();`,
  ),
  restless(
    'layout of the body',
    `for (const way of ['flex', 'grid', 'inline-block', 'block']) { W.own(() => { document.body.style.display = way; }); ${wait(20)} }`,
  ),
  restless(
    'shown after a while',
    `W.own(() => { at.style.display = 'none'; }); ${wait(80)} W.own(() => { at.style.display = ''; });`,
    {
      weight: 0.4,
    },
  ),
  restless(
    'opted out for a while',
    `W.own(() => at.setAttribute('data-factmark', 'off')); ${wait(60)} W.own(() => at.removeAttribute('data-factmark'));`,
    { weight: 0.4 },
  ),
  {
    name: 'bare: editor switched on later',
    weight: 0.4,
    xml: true,
    strict: true,
    make: (plot) => ({
      body: plot.say('bare', (t) => `<p id="ed">${t}</p>`),
      script: `${wait(plot.random.int(0, 120))} W.own(() => document.getElementById('ed').setAttribute('contenteditable', 'true'));`,
    }),
  },
  {
    name: 'whole page an editor',
    weight: 0.15,
    make: (plot) => ({ body: plot.say('bare'), early: `document.designMode = 'on';`, bares: true }),
  },
  {
    name: 'whole page opted out',
    weight: 0.3,
    xml: true,
    strict: true,
    make: (plot) => ({ body: plot.say('bare'), head: '<meta name="factmark" content="off"/>', bares: true }),
  },
];

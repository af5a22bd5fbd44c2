/** Shadow roots, slots, frames, dialogs: places with rules of their own. */
import { escaped, type Feature, type Plot } from '../plot';

const shadow = (name: string, make: (plot: Plot) => string): Feature => ({
  name,
  make: (plot) => ({ body: make(plot) }),
});

/** An open root made by a script, late or at once. */
const byScript: Feature = {
  name: 'shadow root by script',
  make: (plot) => {
    const id = `r${plot.plants.length}`;
    const inside = plot.say('marked');
    return {
      body: `<div id="${id}" data-root="">${plot.filler()}</div>`,
      script: `const root = document.getElementById('${id}').attachShadow({ mode: 'open' });
        W.watch(root);
        ${plot.random.chance(0.5) ? 'await new Promise((r) => setTimeout(r, 30));' : ''}
        W.own(() => { root.innerHTML = W.html(${JSON.stringify(inside)}); });`,
    };
  },
};

const closedByScript: Feature = {
  name: 'closed shadow root by script',
  make: (plot) => {
    const id = `r${plot.plants.length}`;
    const inside = plot.say('bare');
    return {
      body: `<div id="${id}" data-root=""></div>`,
      script: `const root = document.getElementById('${id}').attachShadow({ mode: 'closed' });
        W.watch(root);
        W.own(() => { root.innerHTML = W.html(${JSON.stringify(inside)}); });`,
    };
  },
};

const component: Feature = {
  name: 'custom element defined late',
  make: (plot) => {
    const name = `x-late-${plot.plants.length}`;
    const inside = plot.say('marked');
    // A page that replaces its body brings the element there again, which has its root by then.
    return {
      body: `<${name} data-root=""></${name}>`,
      script: `await new Promise((r) => setTimeout(r, ${plot.random.int(0, 40)}));
        W.own(() => customElements.define('${name}', class extends HTMLElement {
          connectedCallback() { if (this.shadowRoot) return; const root = this.attachShadow({ mode: 'open' }); W.watch(root); root.innerHTML = W.html(${JSON.stringify(inside)}); }
        }));`,
    };
  },
};

const document = (plot: Plot, body: string, script = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A frame</title>${plot.watching}</head><body>${body}${script && `<script nonce="${plot.nonce}">${script}</script>`}</body></html>`;

const inFrame: Feature = {
  name: 'frame with its own markup',
  make: (plot) => ({
    framed: true,
    body: `<iframe width="700" height="160" srcdoc="${escaped(document(plot, plot.say('marked')))}"></iframe>`,
  }),
};

const smallFrame: Feature = {
  name: 'bare: small frame',
  weight: 0.5,
  make: (plot) => ({
    framed: true,
    body: `<iframe width="190" height="70" srcdoc="${escaped(document(plot, plot.say('bare')))}"></iframe>`,
  }),
};

const frame: Feature = {
  name: 'frame',
  xml: true,
  strict: true,
  make: (plot) => {
    const name = `f${plot.plants.length}`;
    return {
      body: `<iframe width="700" height="160" src="${plot.path}/${name}"></iframe>`,
      framed: true,
      frames: { [name]: document(plot, plot.say('marked')) },
    };
  },
};

const wandering: Feature = {
  name: 'frame that navigates',
  strict: true,
  make: (plot) => {
    const name = `f${plot.plants.length}`;
    const steps = plot.random.int(1, 3);
    const gone = { ...plot.plant('either') };
    const frames: Record<string, string> = {};
    for (let n = 0; n < steps; n++)
      frames[`${name}-${n}`] = document(
        plot,
        `<p data-plant="${gone.id}">${gone.text}</p>`,
        `setTimeout(() => location.replace('${name}-${n + 1}'), ${plot.random.int(0, 80)});`,
      );
    frames[`${name}-${steps}`] = document(plot, plot.say('marked'));
    return {
      body: `<iframe width="700" height="160" src="${plot.path}/${name}-0"></iframe>`,
      framed: true,
      frames,
    };
  },
};

const comesAndGoes: Feature = {
  name: 'frame that comes and goes',
  make: (plot) => ({
    body: `<div id="coming"></div>${plot.say('marked')}`,
    script: `const source = ${JSON.stringify(document(plot, `<p>${plot.words()}</p>`)).replace(/<\//g, '<\\/')};
      for (let n = 0; n < 4; n++) {
        const frame = document.createElement('iframe'); frame.width = 600; frame.height = 100; frame.srcdoc = W.html(source);
        W.own(() => document.getElementById('coming').append(frame));
        await new Promise((r) => setTimeout(r, 15 * n));
        W.own(() => frame.remove());
      }`,
  }),
};

const sandboxed: Feature = {
  name: 'frames of other origins',
  make: (plot) => ({
    framed: true,
    body: `<iframe sandbox="" width="600" height="90" srcdoc="&lt;p&gt;${plot.plant('either').text}&lt;/p&gt;"></iframe>
      <iframe width="600" height="90" src="data:text/html,&lt;p&gt;${encodeURIComponent(plot.plant('either').text)}&lt;/p&gt;"></iframe>
      <iframe width="600" height="90" src="about:blank"></iframe>`,
  }),
};

const dialog: Feature = {
  name: 'modal dialog',
  weight: 0.3,
  strict: true,
  make: (plot) => ({
    body: `<dialog id="modal">${plot.say('marked')}<button type="button">Close</button></dialog>${plot.say('either')}`,
    script: `W.own(() => document.getElementById('modal').showModal());
      await new Promise((r) => setTimeout(r, 60));
      W.own(() => document.getElementById('modal').close());
      await new Promise((r) => setTimeout(r, 20));
      W.own(() => document.getElementById('modal').show());`,
  }),
};

const popover: Feature = {
  name: 'popover',
  weight: 0.3,
  strict: true,
  make: (plot) => ({
    body: `<div id="pop" popover="manual" class="pop">${plot.say('either')}</div>`,
    style: '.pop { inset: auto 0 0 auto; width: 300px }',
    script: `for (let n = 0; n < 3; n++) { W.own(() => document.getElementById('pop').togglePopover()); await new Promise((r) => setTimeout(r, 20)); }`,
  }),
};

const moves: Feature = {
  name: 'slots that change',
  make: (plot) => ({
    body: `<div id="slots" data-root=""><template shadowrootmode="open"><p>One: <slot name="a"></slot></p><div>Two: <slot name="b"></slot></div></template>${plot.say('marked', (t) => t, 'div').replace('<div', '<div slot="a" id="slotted"')}</div>`,
    script: `W.watch(document.getElementById('slots').shadowRoot);
      for (const name of ['b', 'none', 'a', 'b']) { W.own(() => { document.getElementById('slotted').slot = name; }); await new Promise((r) => setTimeout(r, 20)); }`,
  }),
};

export const PLACES: readonly Feature[] = [
  shadow(
    'declarative shadow root',
    (plot) =>
      `<div data-root=""><template shadowrootmode="open"><style nonce="${plot.nonce}">p { margin: 4px }</style>${plot.say('marked')}</template></div>`,
  ),
  shadow(
    'slots',
    (plot) =>
      `<div data-root=""><template shadowrootmode="open"><p>${plot.filler()}</p><slot></slot><p>${plot.filler()}</p></template>${plot.say('marked')}</div>`,
  ),
  shadow(
    'slot’s own content',
    (plot) =>
      `<div data-root=""><template shadowrootmode="open"><slot name="none">${plot.say('marked')}</slot></template></div>`,
  ),
  shadow(
    'roots in roots',
    (plot) =>
      `<div data-root=""><template shadowrootmode="open"><section data-root=""><template shadowrootmode="open"><slot></slot>${plot.say('marked')}</template>${plot.say('marked')}</section></template></div>`,
  ),
  shadow(
    'bare: nothing is assigned',
    (plot) =>
      `<div data-root=""><template shadowrootmode="open"><p>${plot.filler()}</p></template>${plot.say('bare')}</div>`,
  ),
  byScript,
  closedByScript,
  component,
  inFrame,
  smallFrame,
  frame,
  wandering,
  comesAndGoes,
  sandboxed,
  dialog,
  popover,
  moves,
];

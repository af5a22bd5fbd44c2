/** Places in which the same words must not be marked: editors, code, forms, what is hidden, what is opted out. */
import type { Feature, Plot } from '../plot';

const bare = (
  name: string,
  make: (text: string, plot: Plot) => string,
  more: Partial<Feature> = {},
): Feature => ({
  name: `bare: ${name}`,
  weight: 0.5,
  xml: true,
  strict: true,
  ...more,
  make: (plot) => ({ body: plot.say('bare', (t) => make(t, plot)) }),
});

/** Where markup would be text. */
const plain = (name: string, make: (text: string) => string, more: Partial<Feature> = {}): Feature =>
  bare(name, (t) => make(t.replace(/<[^>]*>/g, '')), more);

export const BARE: readonly Feature[] = [
  bare('editor', (t) => `<div contenteditable="true"><p>${t}</p></div>`),
  bare('plain text editor', (t) => `<div contenteditable="plaintext-only">${t}</div>`),
  bare('in an editor', (t) => `<div contenteditable=""><div contenteditable="false"><p>${t}</p></div></div>`),
  bare('text box by role', (t) => `<div role="textbox"><p>${t}</p></div>`),
  bare('editor by name', (t) => `<div class="CodeMirror"><div><p>${t}</p></div></div>`),
  plain('text area', (t) => `<textarea rows="3" cols="60">${t}</textarea>`),
  plain('field', (t) => `<input value="${t}" size="80"/>`),
  plain('option', (t) => `<select><option>${t}</option></select>`),
  bare('button', (t) => `<button type="button">${t}</button>`),
  bare('label', (t) => `<label>${t}</label>`),
  bare('form', (t) => `<form><p>${t}</p><input name="q"/></form>`),
  bare('fieldset', (t) => `<fieldset><legend>One</legend><p>${t}</p></fieldset>`),
  bare('code', (t) => `<pre><code>${t}</code></pre>`),
  bare('keyboard', (t) => `<p><kbd>${t}</kbd></p>`),
  bare('navigation', (t) => `<nav><p>${t}</p></nav>`),
  bare('navigation by role', (t) => `<div role="navigation"><p>${t}</p></div>`),
  {
    name: 'bare: footer of the site',
    weight: 0.5,
    xml: true,
    strict: true,
    make: (plot) => ({ after: plot.say('bare', (t) => `<footer><p>${t}</p></footer>`) }),
  },
  bare('hidden', (t) => `<div hidden="hidden"><p>${t}</p></div>`),
  bare('shown but hidden', (t) => `<div hidden="hidden" style="display:block"><p>${t}</p></div>`),
  bare('not displayed', (t) => `<div style="display:none"><p>${t}</p></div>`),
  bare('invisible', (t) => `<div style="visibility:hidden"><p>${t}</p></div>`),
  bare('transparent', (t) => `<div style="opacity:0"><p>${t}</p></div>`),
  bare('hidden from all', (t) => `<div aria-hidden="true"><p>${t}</p></div>`),
  bare('opted out', (t) => `<div data-factmark="off"><p data-factmark="on">${t}</p></div>`),
  bare(
    'for screen readers',
    (t) =>
      `<p><span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">${t}</span></p>`,
  ),
  bare('off the page', (t) => `<p style="position:absolute;left:-9999px">${t}</p>`),
  bare('closed details', (t) => `<details><summary>More</summary><p>${t}</p></details>`),
  bare('closed dialog', (t) => `<dialog><p>${t}</p></dialog>`),
  bare(
    'drawing',
    (t) => `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="30"><text y="20">${t}</text></svg>`,
  ),
  bare(
    'foreign object',
    (t) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60"><foreignObject width="600" height="60"><p xmlns="http://www.w3.org/1999/xhtml">${t}</p></foreignObject></svg>`,
  ),
  bare('mathematics', (t) => `<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>${t}</mtext></math>`),
  bare('canvas', (t) => `<canvas width="300" height="30"><p>${t}</p></canvas>`),
  bare('film', (t) => `<video width="300" height="30"><p>${t}</p></video>`),
  bare('template', (t) => `<template><p>${t}</p></template>`, { xml: false }),
  plain('data', (t) => `<script type="text/plain">${t}</script><style media="none">/* ${t} */</style>`, {
    strict: false,
  }),
  plain('comment', (t) => `<!-- ${t} --><p title="${t}">A title has it.</p>`),
  bare('without scripts', (t) => `<noscript><p>${t}</p></noscript>`, { xml: false }),
  bare('closed shadow root', (t) => `<div><template shadowrootmode="closed"><p>${t}</p></template></div>`, {
    xml: false,
  }),
  bare('code that is not translated', (t) => `<p translate="no" style="font-family:monospace">${t}</p>`),
  bare('links beside the story', (t) => `<aside><ul><li><a href="#one">${t}</a></li></ul></aside>`),
];

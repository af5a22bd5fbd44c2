/** Places in which a reader reads a claim, however the page puts it together. */
import type { Feature, Plot } from '../plot';

/** The sentence in pieces, as pages have it: the same words to a reader. */
function dressed(plot: Plot, text: string): string {
  const { random } = plot;
  const words = text.split(' ');
  const at = random.int(0, words.length - 2);
  const some = words.slice(at, at + 2).join(' ');
  const long = words.findIndex((w) => w.length > 6);
  const whole = (change: (s: string) => string) =>
    [...words.slice(0, at), change(some), ...words.slice(at + 2)].join(' ');
  const inWord = (gap: string) =>
    words.map((w, i) => (i === long ? `${w.slice(0, 3)}${gap}${w.slice(3)}` : w)).join(' ');
  return random.pick([
    () => text,
    () => whole((s) => `<b>${s}</b>`),
    () => whole((s) => `<a href="#there"><em>${s}</em></a>`),
    () => whole((s) => `<!-- not this --><span>${s}</span><!-- nor that -->`),
    () => words.map((w) => `<span>${w}</span>`).join(' '),
    () => words.join('\n\t   '),
    () => inWord('<wbr/>'),
    () => inWord('&#173;'),
    () => inWord('&#8203;'),
    () => whole((s) => `<ruby>${s}<rt>a note</rt></ruby>`),
    () => whole((s) => `<ruby>${s}<rp>(</rp><rt>a note</rt><rp>)</rp></ruby>`),
    () => whole((s) => `<bdi>${s}</bdi>`),
    () => whole((s) => `<mark><i><u><s><small>${s}</small></s></u></i></mark>`),
    () => text.replace(/[aeiou]/g, (c) => (random.chance(0.2) ? `&#${c.charCodeAt(0)};` : c)),
  ])();
}

const text: Feature = {
  name: 'paragraph',
  weight: 3,
  xml: true,
  strict: true,
  make: (plot) => ({ body: plot.say('marked', (t) => `<p>${dressed(plot, t)}</p>`) }),
};

/** One way to set a sentence into blocks. */
const block = (name: string, make: (text: string, plot: Plot) => string, tag = 'div'): Feature => ({
  name,
  xml: true,
  strict: true,
  make: (plot) => ({ body: plot.say('marked', (t) => make(dressed(plot, t), plot), tag) }),
});

const rtl: Feature = {
  name: 'right to left',
  xml: true,
  strict: true,
  make: (plot) => ({
    body: `<section dir="rtl"><p>שלום לכולם, זה רק טקסט.</p>${plot.say('marked', (t) => `<p dir="${plot.random.pick(['rtl', 'auto', 'ltr'])}">${t}</p>`)}</section>`,
  }),
};

const override: Feature = {
  name: 'bidi controls',
  xml: true,
  strict: true,
  make: (plot) => ({
    body: `<p>\u202eabc\u202c \u2067def\u2069</p>${plot.say('marked', (t) => `<p>${t}</p>`)}<p><bdo dir="rtl">${plot.words()}</bdo></p>`,
  }),
};

const hugeText: Feature = {
  name: 'huge text node',
  weight: 0.15,
  make: (plot) => ({
    body: `${plot.say('marked')}<div class="low"><p>${`${plot.words(8)} `.repeat(plot.random.int(200, 1_500))}</p></div>`,
    style: '.low { height: 60px; overflow: hidden }',
  }),
};

const deep: Feature = {
  name: 'deep tree',
  weight: 0.5,
  make: (plot) => {
    const levels = plot.random.int(50, 400);
    const tag = plot.random.pick(['div', 'span', 'section']);
    return {
      body: `${`<${tag}>`.repeat(levels)}${plot.say('marked', (t) => `<p>${t}</p>`)}${`</${tag}>`.repeat(levels)}`,
    };
  },
};

const deepByScript: Feature = {
  name: 'very deep tree',
  weight: 0.1,
  strict: true,
  make: (plot) => ({
    body: `<div id="deep"></div>${plot.say('marked')}`,
    script: `let at = document.createElement('div'); const top = at;
      for (let n = 0; n < ${plot.random.int(500, 1_500)}; n++) at = at.appendChild(document.createElement('span'));
      at.append('The bottom of it.');
      W.own(() => document.getElementById('deep').append(top));`,
  }),
};

const many: Feature = {
  name: '100,000 nodes',
  weight: 0.012,
  strict: true,
  make: (plot) => ({
    body: `${plot.say('marked')}<div id="many" class="many"></div>`,
    style: '.many { height: 40px; overflow: hidden; contain: strict }',
    script: `const all = document.createDocumentFragment();
      for (let n = 0; n < 50000; n++) { const p = document.createElement(n % 50 ? 'span' : 'p'); p.append('Word ' + n + ' of them. '); all.append(p); }
      W.own(() => document.getElementById('many').append(all));`,
  }),
};

const columns: Feature = {
  name: 'columns',
  xml: true,
  strict: true,
  make: (plot) => ({
    body: `<div class="columns"><p>${plot.words(6)}</p>${plot.say('marked')}<p>${plot.words(6)}</p></div>`,
    style: '.columns { columns: 2 }',
  }),
};

export const READ: readonly Feature[] = [
  text,
  block('table', (t) => `<table border="1"><tbody><tr><th>Row</th><td>${t}</td></tr></tbody></table>`),
  block('table caption', (t) => `<table><caption>${t}</caption><tbody><tr><td>1</td></tr></tbody></table>`),
  block('list', (t, p) => `<ul><li>${p.filler()}</li><li>${t}</li></ul>`),
  block('list item with a block', (t, p) => `<ol><li>${p.filler()}<p>${t}</p>${p.filler()}</li></ol>`),
  block('definition', (t) => `<dl><dt>Said</dt><dd>${t}</dd></dl>`),
  block('quotation', (t) => `<figure><blockquote>${t}</blockquote></figure>`),
  block('article', (t, p) => `<article><h2>${p.filler()}</h2><p>${t}</p></article>`),
  block('aside', (t, p) => `<aside><p>${t}</p><p>${p.filler()}</p></aside>`),
  block('open details', (t) => `<details open="open"><summary>More</summary><p>${t}</p></details>`),
  block('line breaks', (t, p) => `<p>${p.filler()}<br/><br/>${t}<br/><br/>${p.filler()}</p>`),
  block('text beside elements', (t, p) => `${p.filler()}<p>${p.filler()}</p>${t}<hr/>`),
  block('unknown element', (t) => `<x-unknown><x-inner>${t}</x-inner></x-unknown>`),
  block('centred font', (t) => `<center><font color="#333333">${t}</font></center>`),
  block('drop cap', (t) =>
    /^\w/.test(t)
      ? `<p><span style="float:left;font-size:2em">${t[0]}</span>${t.slice(1)}</p>`
      : `<p>${t}</p>`,
  ),
  rtl,
  override,
  hugeText,
  deep,
  deepByScript,
  many,
  columns,
];

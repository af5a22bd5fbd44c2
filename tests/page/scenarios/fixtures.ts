/** Layouts and events among which marks must stay in place, or go: the page, what happens to it, what is right then. */
import { commands } from 'vitest/browser';
import { CLAIM } from '../../support/claim';
import { painted } from '../support';

export interface Scenario {
  readonly name: string;
  readonly html: string;
  readonly css?: string;
  /** What happens after the mark was drawn. */
  readonly act?: () => unknown;
  /** Afterwards: in place and usable; not to be seen at all; or in place, on text that stands at an angle. */
  readonly expected: 'in place' | 'nothing' | 'near';
  /** Is the claim hidden from the start, so that there is no mark to wait for? */
  readonly from?: 'nothing';
}

export { CLAIM };

const P = `<p class="t">They wrote that <i>perhaps</i> it is so. ${CLAIM} That was all.</p>`;
const fill = (n: number) =>
  '<p>Words of no importance that fill a line of the page, or nearly so.</p>'.repeat(n);

export const $ = (selector: string) => document.querySelector(selector) as HTMLElement;
const on = (selector: string) => () => $(selector).classList.add('on');
/** Does it in so many frames, a little in each. */
const each = (frames: number, step: () => void) => async () => {
  for (let n = 0; n < frames; n++) {
    step();
    await new Promise(requestAnimationFrame);
  }
};

/** Moves the real pointer over the middle of an element. */
async function hover(selector: string): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: innerWidth };
  const scale = frame.width / innerWidth;
  const r = $(selector).getBoundingClientRect();
  await (commands as unknown as { pointer(x: number, y: number): Promise<void> }).pointer(
    frame.left + ((r.left + r.right) / 2) * scale,
    frame.top + ((r.top + r.bottom) / 2) * scale,
  );
  await painted();
}

/** A rule that comes without any change to the document. */
function restyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

export const SCROLLING: Scenario[] = [
  { name: 'text that stands still', html: P + fill(30), expected: 'in place' },
  {
    name: 'the document scrolls',
    html: fill(3) + P + fill(80),
    act: each(20, () => scrollBy(0, 4)),
    expected: 'in place',
  },
  {
    name: 'a box scrolls',
    html: `<div class="sc">${fill(5)}${P}${fill(40)}</div>`,
    css: '.sc{height:300px;overflow:auto}',
    act: each(20, () => $('.sc').scrollBy(0, 4)),
    expected: 'in place',
  },
  {
    name: 'a box scrolls in a box that scrolls',
    html: `<div class="out">${fill(2)}<div class="sc">${fill(5)}${P}${fill(40)}</div>${fill(40)}</div>`,
    css: '.out{height:500px;overflow:auto}.sc{height:300px;overflow:auto}',
    act: each(20, () => {
      $('.sc').scrollBy(0, 3);
      $('.out').scrollBy(0, 2);
    }),
    expected: 'in place',
  },
  {
    name: 'text in a sticky header',
    html: `<header>${P}</header>${fill(90)}`,
    css: 'header{position:sticky;top:0;padding:9px;background:#fff}',
    act: each(20, () => scrollBy(0, 30)),
    expected: 'in place',
  },
  {
    name: 'text in a sticky sidebar',
    html: `<div class="row"><main>${fill(90)}</main><aside>${P}</aside></div>`,
    css: '.row{display:flex}main{flex:1}aside{position:sticky;top:10px;align-self:flex-start;width:300px}',
    act: each(20, () => scrollBy(0, 30)),
    expected: 'in place',
  },
  {
    name: 'fixed text',
    html: `<div class="fixed">${P}</div>${fill(90)}`,
    css: '.fixed{position:fixed;top:140px;left:40px;background:#fff}',
    act: each(20, () => scrollBy(0, 30)),
    expected: 'in place',
  },
  {
    name: 'a box scrolls the text out of sight',
    html: `${fill(3)}<div class="sc">${P}${fill(60)}</div>${fill(10)}`,
    css: '.sc{height:200px;overflow:auto}',
    act: () => $('.sc').scrollTo(0, 150),
    expected: 'nothing',
  },
  {
    name: 'a far section that is laid out only when it comes near',
    html: `${fill(60)}<section>${fill(4)}${P}</section><section>${fill(40)}</section>`,
    css: 'section{content-visibility:auto;contain-intrinsic-size:auto 50px}',
    act: async () => {
      await each(10, () => scrollBy(0, 170))();
      $('.t').scrollIntoView({ block: 'center' });
    },
    from: 'nothing',
    expected: 'in place',
  },
  {
    name: 'a right to left document that scrolls sideways',
    html: `<div class="wide">${P}${fill(5)}</div>`,
    css: 'html{direction:rtl}.wide{width:1600px}',
    act: each(10, () => scrollBy(-6, 0)),
    expected: 'in place',
  },
];

export const MOVING: Scenario[] = [
  {
    name: 'scaled and turned',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x{transform:scale(1.3) rotate(4deg) translateX(80px);transform-origin:0 0;width:500px}',
    expected: 'near',
  },
  {
    name: 'moved by a transform, at once',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x.on{transform:translate(60px,45px)}',
    act: on('.x'),
    expected: 'in place',
  },
  {
    name: 'moved by a transition',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x{transition:transform .3s linear}.x.on{transform:translate(160px,45px)}',
    act: on('.x'),
    expected: 'in place',
  },
  {
    name: 'moved by an animation without end',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x{animation:k 4s linear infinite}@keyframes k{to{transform:translateX(300px)}}',
    expected: 'in place',
  },
  { name: 'a zoomed box', html: `<div style="zoom:1.4">${P}</div>${fill(30)}`, expected: 'in place' },
  { name: 'a zoomed body', html: P + fill(30), css: 'body{zoom:1.25}', expected: 'in place' },
  { name: 'a zoomed document', html: P + fill(30), css: 'html{zoom:1.25}', expected: 'in place' },
  {
    name: 'a sticky text in a zoomed document',
    html: `<div class="x">${P}</div>${fill(90)}`,
    css: 'html{zoom:1.25}.x{position:sticky;top:9px;background:#fff}',
    act: each(10, () => scrollBy(0, 30)),
    expected: 'in place',
  },
  {
    name: 'a body with margins, a place and a transform',
    html: P + fill(30),
    css: 'body{position:relative;margin:60px 0 0 90px;transform:translateX(20px)}',
    expected: 'in place',
  },
  {
    name: 'a document with a transform, scrolled',
    html: fill(4) + P + fill(90),
    css: 'html{transform:translate(12px,9px)}',
    act: each(10, () => scrollBy(0, 10)),
    expected: 'in place',
  },
  {
    name: 'details open above',
    html: `<details><summary>More</summary>${fill(5)}</details>${P}${fill(30)}`,
    act: () => ($('details') as HTMLDetailsElement).setAttribute('open', ''),
    expected: 'in place',
  },
  {
    name: 'a picture arrives above',
    html: `<img width="10">${P}${fill(30)}`,
    act: () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 50, height: 170 });
      ($('img') as HTMLImageElement).src = canvas.toDataURL();
    },
    expected: 'in place',
  },
  {
    name: 'a neighbour grows in a box of fixed height',
    html: `<div class="box"><div class="g">g</div>${P}</div>${fill(20)}`,
    css: '.box{height:400px;overflow:hidden}.g.on{height:120px}',
    act: on('.g'),
    expected: 'in place',
  },
  {
    name: 'the pointer opens a bar above, nothing else happens',
    html: `<div class="box"><div class="g">here</div>${P}</div>${fill(20)}`,
    css: '.box{height:400px}.g{height:30px}.g:hover{height:110px}',
    act: () => hover('.g'),
    expected: 'in place',
  },
  {
    name: 'a style sheet comes, nothing else happens',
    html: `<div class="box"><div class="g">g</div>${P}</div>${fill(20)}`,
    css: '.box{height:400px}',
    act: () => restyle('.g{padding-top:77px}'),
    expected: 'in place',
  },
  {
    name: 'larger text',
    html: P + fill(30),
    act: () => document.body.style.setProperty('font-size', '23px'),
    expected: 'in place',
  },
  {
    name: 'columns',
    html: `<div style="columns:3">${fill(6)}${P}${fill(6)}</div>`,
    expected: 'in place',
  },
  {
    name: 'text from top to bottom',
    html: `<div style="writing-mode:vertical-rl;height:600px">${P}</div>`,
    expected: 'near',
  },
  {
    name: 'the text is moved elsewhere',
    html: `<div class="x">${P}</div>${fill(6)}<div class="y"></div>`,
    act: () => $('.y').append($('.t')),
    expected: 'in place',
  },
  {
    name: 'text in an open shadow root',
    html: `<div class="shadow">${P}</div>${fill(20)}`,
    expected: 'in place',
  },
];

export const HIDING: Scenario[] = [
  {
    name: 'a box is not rendered any more',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x.on{display:none}',
    act: on('.x'),
    expected: 'nothing',
  },
  {
    name: 'a box turns invisible',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x.on{visibility:hidden}',
    act: on('.x'),
    expected: 'nothing',
  },
  {
    name: 'a box turns transparent',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x.on{opacity:0}',
    act: on('.x'),
    expected: 'nothing',
  },
  {
    name: 'a box fades away slowly',
    html: `<div class="x">${P}</div>${fill(30)}`,
    css: '.x{transition:opacity .3s}.x.on{opacity:0}',
    act: on('.x'),
    expected: 'nothing',
  },
  {
    name: 'a style sheet hides it, nothing else happens',
    html: `<div class="x">${P}</div>${fill(30)}`,
    act: () => restyle('.x{visibility:hidden}'),
    expected: 'nothing',
  },
  {
    name: 'a line clamp cuts it off',
    html: `<div class="lc">${'word '.repeat(160)}${CLAIM}</div>${fill(10)}`,
    css: '.lc{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}',
    from: 'nothing',
    expected: 'nothing',
  },
  {
    name: 'the text is replaced',
    html: `<div class="x">${P}</div>${fill(20)}`,
    act: () => {
      $('.x').innerHTML = '<p>Something else.</p>';
    },
    expected: 'nothing',
  },
  {
    name: 'a modal dialog opens over it',
    html: `<dialog>Dialog</dialog>${P}${fill(20)}`,
    css: 'dialog{width:900px;height:500px}',
    act: () => ($('dialog') as HTMLDialogElement).showModal(),
    expected: 'nothing',
  },
  {
    name: 'a modal dialog far from it makes it inert',
    html: `<dialog>Dialog</dialog>${P}${fill(20)}`,
    css: 'dialog{margin-top:500px}',
    act: () => ($('dialog') as HTMLDialogElement).showModal(),
    expected: 'nothing',
  },
  {
    name: 'it scrolls under a bar of the page',
    html: `<header>Bar</header>${fill(8)}${P}${fill(80)}`,
    css: 'header{position:sticky;top:0;height:120px;background:#fff;z-index:10}',
    act: () => scrollTo(0, $('.t').getBoundingClientRect().top - 60),
    expected: 'nothing',
  },
  {
    name: 'it scrolls under a bar without z-index',
    html: `<header>Bar</header>${fill(8)}${P}${fill(80)}`,
    css: 'header{position:sticky;top:0;height:120px;background:#fff}',
    act: () => scrollTo(0, $('.t').getBoundingClientRect().top - 60),
    expected: 'nothing',
  },
  {
    name: 'it scrolls under a bar, in a box that floats',
    html: `<header>Bar</header>${fill(8)}<div class="up">${P}</div>${fill(80)}`,
    css: 'header{position:sticky;top:0;height:120px;background:#fff;z-index:10}.up{position:relative;z-index:5}',
    act: () => scrollTo(0, $('.t').getBoundingClientRect().top - 60),
    expected: 'nothing',
  },
];

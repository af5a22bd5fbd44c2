/** Style that strains whoever draws over a page. */
import type { Feature, Want } from '../plot';

const styled = (name: string, css: string, want: Want = 'marked', html = ''): Feature => ({
  name: `style: ${name}`,
  weight: 0.7,
  xml: true,
  strict: true,
  make: (plot) => {
    const name = `s${plot.plants.length}`;
    return {
      body: `<div class="${name}">${plot.say(want, (t) => `<p>${t}</p>`)}${html}</div>`,
      style: css.replaceAll('&', `.${name}`),
    };
  },
});

/** Style of the whole page. */
const all = (name: string, css: string, want: Want = 'marked'): Feature => ({
  name: `style of all: ${name}`,
  weight: 0.3,
  xml: true,
  strict: true,
  make: (plot) => ({ body: plot.say(want), style: css, frees: want === 'either' }),
});

export const STYLE: readonly Feature[] = [
  styled('turned', '& { transform: rotate(3deg); margin: 30px 0 }'),
  styled('scaled', '& { transform: scale(.8) }'),
  styled('zoomed', '& { zoom: 1.5 }'),
  styled('upright', '& { writing-mode: vertical-rl; height: 240px }', 'either'),
  styled(
    'animated',
    '& { animation: move9 2s infinite alternate } @keyframes move9 { to { transform: translateX(40px) } }',
  ),
  styled(
    'in a box that scrolls',
    '& { height: 90px; overflow: auto } & > p { height: 300px }',
    'marked',
    '<p>Below.</p>',
  ),
  styled('sticky', '& { position: sticky; top: 0 }'),
  styled('fixed', '& { position: fixed; right: 0; bottom: 0; width: 300px; background: white }', 'either'),
  styled(
    'behind a pane',
    // Its own place in the order: a page that gives all elements a place would else raise the text over the pane.
    '&{ position: relative } &::after { content: ""; position: absolute; inset: 0; z-index: 9; background: white }',
    'bare',
  ),
  styled('floating', '& { float: right; width: 300px }', 'either'),
  styled('tiny', '& { font-size: 4px }', 'either'),
  styled('large', '& { font-size: 34px; line-height: 1 }'),
  styled('spaced', '& { letter-spacing: .4em; word-spacing: 1em; text-align: justify; text-indent: 5em }'),
  styled('in capitals', '& { text-transform: uppercase; font-variant: small-caps }'),
  styled('first letter', '& p::first-letter { font-size: 3em; float: left } & p::first-line { color: navy }'),
  styled(
    'clamped',
    '& { width: 220px } & p { display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden }',
    'either',
  ),
  styled(
    'cut off',
    '& { width: 200px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }',
    'either',
  ),
  styled(
    'in a grid',
    '& { display: grid; grid-template-columns: 1fr 1fr; gap: 4px }',
    'marked',
    '<p>Beside.</p>',
  ),
  styled('contents', '& , & > div { display: contents }'),
  styled('content-visibility', '& { content-visibility: auto }'),
  styled('generated text', '& p::before { content: "MSG is poison. " } & p::after { content: " The end." }'),
  styled('mirrored', '& { transform: scaleX(-1) }', 'either'),
  styled(
    'blended',
    '& { mix-blend-mode: difference; isolation: isolate; filter: blur(.2px); backdrop-filter: blur(1px) }',
  ),
  styled('in a high layer', '& { position: relative; z-index: 2147483647; background: white }'),
  styled('not to be selected', '& { user-select: none; pointer-events: none }'),
  styled('a small container', '& { container-type: size; height: 80px; contain: strict }'),
  all('the page does not scroll', 'html, body { overflow: hidden; height: 100% }'),
  all(
    'the body is a box',
    'html { height: 100% } body { position: fixed; inset: 0; overflow: auto; margin: 0 }',
  ),
  all('everything moves', '* { transition: all .2s; will-change: transform }'),
  all('everything is positioned', 'div, p { position: relative; z-index: 1 }'),
  all('the page is turned', 'body { transform: rotate(1deg); transform-origin: 0 0 }', 'either'),
  all('right to left', 'body { direction: rtl }'),
  all('zoomed', 'html { zoom: 1.25 }'),
  all('wide letters', 'html { font: 22px/2.2 monospace }'),
  all('all reset', 'div, p, section { all: unset; display: block }'),
];

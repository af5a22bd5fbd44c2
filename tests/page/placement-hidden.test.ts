import { afterEach, describe, expect, it } from 'vitest';
import { CLAIM } from '../support/claim';
import { page, placedOf } from './placement-support';

const FONT = 'font:16px/1.5 Liberation Sans,sans-serif;margin:0';

afterEach(() => scrollTo(0, 0));

const lines = (sentence = CLAIM) => placedOf(sentence).placed?.lines.length ?? 0;
const badge = () => placedOf(CLAIM).placed?.badge !== undefined;

describe('nothing is drawn over text that is', () => {
  it.each([
    [
      'cut off by a line clamp',
      `<p style="${FONT};display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden;width:200px">Filler words that take the whole of this line up. ${CLAIM}</p><p style="${FONT}">Neighbour, which stands below it. And more of it.</p>`,
    ],
    [
      'clipped by a path',
      `<div style="clip-path:inset(0 0 60px 0)"><p style="${FONT};height:60px">Filler</p><p style="${FONT};height:60px">${CLAIM}</p></div>`,
    ],
    [
      'scrolled out of its box',
      `<div style="height:60px;overflow:auto"><p style="${FONT};height:90px">Filler</p><p style="${FONT}">${CLAIM}</p></div>`,
    ],
    [
      'under a fade that lets the pointer through',
      `<style>.fade{position:relative}.fade::after{content:"";position:absolute;inset:0;background:linear-gradient(transparent,#fff 40%);pointer-events:none}</style><div class="fade"><p style="${FONT}">${CLAIM}</p></div>`,
    ],
    [
      'under a pane that lets the pointer through',
      `<div style="position:relative"><p style="${FONT}">${CLAIM}</p><div style="position:absolute;inset:0;background:#fff;pointer-events:none"></div></div>`,
    ],
    [
      'under such a pane at the end of a long story',
      `<div style="position:relative"><p style="${FONT}">${CLAIM}</p>${'<p>More.</p>'.repeat(60)}<div style="position:absolute;inset:0;background:#fff;pointer-events:none"></div></div>`,
    ],
    ['in ink that is all but transparent', `<p style="${FONT};color:rgba(0,0,0,.02)">${CLAIM}</p>`],
    ['all but transparent', `<div style="opacity:.2"><p style="${FONT};opacity:.3">${CLAIM}</p></div>`],
    ['blurred by its publisher', `<div style="filter:blur(6px)"><p style="${FONT}">${CLAIM}</p></div>`],
    [
      'under a picture',
      `<div style="position:relative"><p style="${FONT}">${CLAIM}</p><img alt="" style="position:absolute;inset:0;width:100%;height:100%"></div>`,
    ],
    [
      'under a box with a background',
      `<div style="position:relative"><p style="${FONT}">${CLAIM}</p><div style="position:absolute;inset:0;background:#eee"></div></div>`,
    ],
    [
      'under a dialog',
      `<p style="${FONT}">${CLAIM}</p><div style="position:fixed;inset:0;background:rgb(0 0 0 / 60%)"></div>`,
    ],
    ['transparent', `<p style="${FONT};color:transparent">${CLAIM}</p>`],
    ['in a colour without alpha', `<p style="${FONT};color:rgb(0 0 0 / 0)">${CLAIM}</p>`],
    ['tiny', `<p style="${FONT};font-size:1px">${CLAIM}</p>`],
    ['faded out with what is around it', `<div style="opacity:0"><p style="${FONT}">${CLAIM}</p></div>`],
    ['invisible', `<p style="${FONT}"><span style="visibility:hidden">${CLAIM}</span> Filler text.</p>`],
    ['indented off the page', `<p style="${FONT};text-indent:-9999px;white-space:nowrap">${CLAIM}</p>`],
  ])('%s', (_, html) => {
    page(html);
    // Hidden text is not always read as a block; where it is, nothing may be placed.
    const text = document.body.textContent ?? '';
    expect(text).toContain(CLAIM);
    let count = 0;
    try {
      count = lines();
    } catch (error) {
      expect(String(error)).toContain('not on the page');
    }
    expect(count).toBe(0);
  });

  it.each([
    ['black text', `<p style="${FONT};color:#000">${CLAIM}</p>`],
    [
      'a picture in its letters',
      `<p style="${FONT};color:transparent;background:linear-gradient(red,blue);background-clip:text;-webkit-background-clip:text">${CLAIM}</p>`,
    ],
    ['passed over by the pointer', `<p style="${FONT};pointer-events:none">${CLAIM}</p>`],
    [
      'under a link stretched over all of a teaser',
      `<div style="position:relative"><p style="${FONT}">${CLAIM}</p><a href="#x" style="position:absolute;inset:0"></a></div>`,
    ],
    [
      'under what is transparent itself',
      `<div style="position:relative"><p style="${FONT}">${CLAIM}</p><div style="position:absolute;inset:0;background:#eee;opacity:0"></div></div>`,
    ],
    ['half transparent', `<p style="${FONT};color:rgb(0 0 0 / 50%)">${CLAIM}</p>`],
    [
      'positioned out of a box that would clip it',
      `<div style="height:10px;overflow:hidden"><p style="${FONT};position:absolute;top:100px">${CLAIM}</p></div>`,
    ],
  ])('but over text with %s', (_, html) => {
    page(html);
    expect(lines()).toBeGreaterThan(0);
    expect(badge()).toBe(true);
  });
});

describe('partly hidden', () => {
  it('lines that are seen keep theirs, the badge waits for its end', () => {
    page(`<div style="height:30px;overflow:hidden;width:200px"><p style="${FONT}">${CLAIM}</p></div>`);
    expect(lines()).toBe(1);
    expect(badge()).toBe(false);
  });

  it('an ellipsis ends the line at the box', () => {
    page(
      `<p style="${FONT};width:200px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${CLAIM}</p>`,
    );
    const { placed } = placedOf(CLAIM);
    expect(placed?.lines[0]?.width).toBeLessThanOrEqual(200);
    expect(placed?.badge).toBeUndefined();
  });

  it('a cover over the last line takes the badge with it', () => {
    page(
      `<div style="position:relative;width:200px"><p style="${FONT}">${CLAIM}</p><div style="position:absolute;inset:24px 0 0;background:#fff"></div></div>`,
    );
    expect(lines()).toBe(1);
    expect(badge()).toBe(false);
  });
});

describe('shadow trees', () => {
  it('text in an open shadow root is found by hit-testing through it', () => {
    page('<div id="x"></div>');
    const root = (document.querySelector('#x') as HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = `<div style="position:relative"><p style="${FONT}">${CLAIM}</p><i></i></div>`;
    expect(badge()).toBe(true);
    (root.querySelector('i') as HTMLElement).style.cssText = 'position:absolute;inset:0;background:#fff';
    expect(lines()).toBe(0);
  });

  it('slotted text belongs to the box around its slot', () => {
    page(`<div id="x">${CLAIM}</div>`);
    const root = (document.querySelector('#x') as HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = `<section style="${FONT};overflow:hidden;height:40px"><slot></slot></section>`;
    expect(badge()).toBe(true);
    (root.querySelector('section') as HTMLElement).style.cssText = `${FONT};overflow:hidden;height:0`;
    expect(lines()).toBe(0);
  });

  it('a cover outside the shadow root covers too', () => {
    page(
      '<div id="x" style="position:relative;z-index:0"></div><div style="position:fixed;inset:0;background:#fff"></div>',
    );
    const root = (document.querySelector('#x') as HTMLElement).attachShadow({ mode: 'open' });
    root.innerHTML = `<p style="${FONT}">${CLAIM}</p>`;
    expect(lines()).toBe(0);
  });
});

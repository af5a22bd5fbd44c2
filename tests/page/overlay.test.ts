import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overlay } from '../../lib/page/overlay/overlay';
import { CLAIM, hostElement as host, type Marking, marks, startMarking } from './marking';
import { countMutations, page, painted, until } from './support';

let marking: Marking;
let overlay: Overlay;
beforeEach(() => {
  marking = startMarking();
  overlay = marking.overlay;
});
afterEach(() => marking.end());

const drawn = () => marking.drawn();
const lines = () => marking.lines();
const show: Marking['show'] = (html, count) => marking.show(html, count);
const error: Marking['error'] = (mark) => marking.error(mark);

describe('the host', () => {
  it('is not made while there is nothing to show', async () => {
    page(`<p>${CLAIM}</p>`);
    overlay.show([]);
    await painted();
    expect(host()).toBeNull();
  });

  it('is one element, last in the body, with a closed root and no size', async () => {
    await show(`<p>${CLAIM}</p>`);
    expect(document.body.lastElementChild).toBe(host());
    expect(document.querySelectorAll('factmark-overlay')).toHaveLength(1);
    expect(host()?.shadowRoot).toBeNull();
    expect(host()?.getBoundingClientRect().width).toBe(0);
  });

  it('comes back when the page removes it, and goes with its signal', async () => {
    await show(`<p>${CLAIM}</p>`);
    host()?.remove();
    await until(() => host() !== null, 'the host again');
    marking.end();
    expect(host()).toBeNull();
  });

  it('leaves every node of the page as it was', async () => {
    page(`<article><h1>Title of this story</h1><p>Before. ${CLAIM} <b>After</b>.</p></article>`);
    const before = document.body.innerHTML;
    const mutations = countMutations();
    overlay.show(marks());
    await until(() => drawn().length === 1, 'a badge');
    scrollTo(0, 50);
    await painted();
    expect(mutations()).toBe(0);
    marking.end();
    expect(document.body.innerHTML).toBe(before);
  });

  it('moves nothing: no layout shift, no scrollable overflow', async () => {
    page(`<p>${CLAIM}</p><p>Next</p>`);
    const boxes = () =>
      [...document.querySelectorAll('p')].map((p) => JSON.stringify(p.getBoundingClientRect()));
    const before = [boxes(), document.documentElement.scrollHeight, document.documentElement.scrollWidth];
    overlay.show(marks());
    await until(() => drawn().length === 1, 'a badge');
    expect([boxes(), document.documentElement.scrollHeight, document.documentElement.scrollWidth]).toEqual(
      before,
    );
  });
});

describe('alignment', () => {
  const FILL = '<p>Filler text.</p>'.repeat(40);
  const cases: [string, string, (() => void) | undefined][] = [
    ['static text', `<p>Before. ${CLAIM} After.</p>`, undefined],
    ['text over several lines', `<p style="width:150px">${CLAIM}</p>`, undefined],
    ['a scrolled document', `<p>${CLAIM}</p>${FILL}`, () => scrollTo(0, 30)],
    [
      'content that grows above',
      `<div id="x"></div><p>${CLAIM}</p>`,
      () => ((document.querySelector('#x') as HTMLElement).style.height = '80px'),
    ],
    [
      'a narrower page',
      `<div id="x"><p>${CLAIM}</p></div>`,
      () => ((document.querySelector('#x') as HTMLElement).style.width = '160px'),
    ],
    [
      'larger text',
      `<p id="x">${CLAIM}</p>`,
      () => ((document.querySelector('#x') as HTMLElement).style.fontSize = '30px'),
    ],
    [
      'a nested scroller',
      `<div id="x" style="height:120px;overflow:auto"><p>One</p><p>Two</p><p>${CLAIM}</p>${FILL}</div>`,
      () => document.querySelector('#x')?.scrollTo(0, 40),
    ],
    [
      'sticky text',
      `<div style="height:2000px"><p style="position:sticky;top:10px">${CLAIM}</p></div>`,
      () => scrollTo(0, 300),
    ],
    [
      'fixed text',
      `<p style="position:fixed;top:200px;left:40px">${CLAIM}</p><div style="height:2000px"></div>`,
      () => scrollTo(0, 300),
    ],
    [
      'a body with margin and position',
      `<p>${CLAIM}</p>`,
      () => (document.body.style.cssText = 'position:relative;margin:40px'),
    ],
    ['right to left', `<div dir="rtl"><p>${CLAIM}</p></div>`, undefined],
    ['columns', `<div style="columns:3;width:600px">${FILL}<p>${CLAIM}</p></div>`, undefined],
  ];

  it.each(cases)('%s', async (_, html, change) => {
    const [mark] = await show(html);
    if (!mark) throw new Error('no mark');
    change?.();
    await until(() => error(mark) <= 1, `alignment (off by ${error(mark)} px)`);
  });

  it('takes marks away from text that is hidden or gone, and brings them back', async () => {
    const [mark] = await show(`<div id="x"><p>${CLAIM}</p></div>`);
    const box = document.querySelector('#x') as HTMLElement;
    box.style.visibility = 'hidden';
    dispatchEvent(new Event('resize'));
    await until(() => drawn().length === 0, 'no badge on hidden text');
    box.style.visibility = '';
    dispatchEvent(new Event('resize'));
    await until(() => drawn().length === 1, 'the badge again');
    mark?.block.container.remove();
    await until(() => drawn().length === 0, 'no badge for removed text');
  });

  it('draws nothing over text that something else covers, but under a link stretched over a teaser', async () => {
    await show(
      `<div style="position:relative"><p>${CLAIM}</p><a href="#" style="position:absolute;inset:0"></a></div>`,
    );
    page(
      `<div style="position:relative"><p>${CLAIM}</p><div style="position:absolute;inset:0;background:#fff">Paywall</div></div>`,
    );
    overlay.show(marks());
    await painted();
    await painted();
    expect(drawn()).toHaveLength(0);
  });

  it('notices a class that hides text or lays something over it', async () => {
    await show(
      `<style>.off{opacity:0}.cover{position:fixed;inset:0;background:#fff}</style><div id="x"><p>${CLAIM}</p></div><div id="y"></div>`,
    );
    const [x, y] = ['#x', '#y'].map((s) => document.querySelector(s) as HTMLElement);
    for (const [element, name] of [
      [x, 'off'],
      [y, 'cover'],
    ] as const) {
      element?.classList.add(name);
      await until(() => drawn().length === 0, `no badge with ${name}`);
      element?.classList.remove(name);
      await until(() => drawn().length === 1, `the badge again without ${name}`);
    }
  });

  it('draws nothing that could not be used: while a modal dialog is open all else is inert', async () => {
    await show(`<dialog><p>${CLAIM}</p></dialog><p>${CLAIM}</p>`);
    const dialog = document.querySelector('dialog') as HTMLDialogElement;
    dialog.showModal();
    await until(() => drawn().length === 0, 'no badge');
    dialog.close();
    await until(() => drawn().length === 1, 'the badge again');
  });

  it('stays inside a box that cuts text off, and off its neighbours', async () => {
    page(
      `<div style="display:flex;width:500px"><p style="width:180px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;margin:0">${CLAIM}</p><p style="margin:0">Neighbour</p></div>`,
    );
    overlay.show(marks());
    await until(() => lines().length === 1, 'an underline');
    const box = (document.querySelector('p') as HTMLElement).getBoundingClientRect();
    for (const part of [...lines(), ...drawn()])
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(box.right + 1);
  });

  it('follows a block that moves again and again without telling', async () => {
    const [mark] = await show(
      `<div style="height:400px;overflow:hidden"><div id="x"></div><p>${CLAIM}</p></div>`,
    );
    if (!mark) throw new Error('no mark');
    for (const height of ['40px', '90px', '20px']) {
      (document.querySelector('#x') as HTMLElement).style.height = height;
      await until(() => error(mark) <= 1, `alignment at ${height}`);
    }
  });

  it('survives a page that replaces its body', async () => {
    await show(`<p>${CLAIM}</p>`);
    for (let n = 0; n < 3; n++) {
      const body = document.createElement('body');
      body.innerHTML = `<p>${CLAIM}</p>`;
      document.body.replaceWith(body);
      overlay.show(marks());
      await until(() => host() !== null && drawn().length === 1, 'a badge in the new body');
    }
  });

  it('shows anchored marks again after the page removed the host', async () => {
    await show(`<p style="position:sticky;top:0">${CLAIM}</p>`);
    host()?.remove();
    await until(() => host() !== null, 'the host again');
    await until(() => (drawn()[0]?.getBoundingClientRect().width ?? 0) > 0, 'a visible badge');
  });

  it('draws nothing over text that a line clamp cuts off', async () => {
    page(
      `<p style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden;width:200px">Filler words that take more than the first line here. ${CLAIM}</p><p>Something that stands below it.</p>`,
    );
    overlay.show(marks());
    await painted();
    await painted();
    expect(drawn()).toHaveLength(0);
  });
});

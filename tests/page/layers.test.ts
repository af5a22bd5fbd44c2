import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { CLAIM, hostElement, type Marking, marks, startMarking } from './marking';
import { page, painted, until, untilKept } from './support';

const P = `<p>They say: ${CLAIM} So they say.</p>`;
const FILL = '<p>Words of no importance.</p>'.repeat(40);
let marking: Marking;
beforeEach(() => {
  marking = startMarking();
});
afterEach(() => marking.end());

const $ = <T extends Element = HTMLElement>(selector: string) => document.querySelector(selector) as T;
const dialog = (selector = 'dialog') => $<HTMLDialogElement>(selector);
/** Marks what is there now, as a session does after a page has changed. */
const again = () => marking.overlay.show(marks());
/** Blocks whose badge can be used, by the id of their box. */
const inUse = () => {
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-box]')];
  return marking
    .usable()
    .map((badge) => {
      const { left, top } = badge.getBoundingClientRect();
      const holds = boxes.filter((b) => {
        const r = b.getBoundingClientRect();
        return left >= r.left - 20 && left <= r.right + 20 && top >= r.top - 20 && top <= r.bottom + 20;
      });
      return holds.at(-1)?.dataset.box;
    })
    .sort()
    .join(' ');
};
const onlyUsable = (boxes: string) =>
  untilKept(
    () => inUse() === boxes,
    () => `badges in “${boxes}” alone: they are in “${inUse()}”`,
  );

describe('modal dialogs', () => {
  it('are marked inside, where the host moves while one is open, and the page again afterwards', async () => {
    page(`<div data-box="page">${P}</div><dialog data-box="dialog">${P}</dialog>${FILL}`);
    again();
    await onlyUsable('page');
    dialog().showModal();
    again();
    await onlyUsable('dialog');
    expect(hostElement()?.parentElement).toBe(dialog());
    dialog().close();
    await onlyUsable('page');
    expect(hostElement()?.parentElement).toBe(document.body);
  });

  it('may scroll', async () => {
    page(`<dialog data-box="dialog" style="height:200px">${FILL}${P}${FILL}</dialog>`);
    dialog().showModal();
    again();
    await until(() => marking.overlay.step(true), 'a mark to go to');
    dialog().scrollBy(0, 20);
    await onlyUsable('dialog');
    dialog().scrollTo(0, 0);
    await onlyUsable('');
  });

  it('may be nested: the uppermost counts', async () => {
    page(`<div data-box="page">${P}</div>
      <dialog id="a" style="margin-top:200px"><div data-box="a">${P}</div>
      <dialog id="b" style="margin-top:400px" data-box="b">${P}</dialog></dialog>`);
    dialog('#a').showModal();
    again();
    await onlyUsable('a');
    dialog('#b').showModal();
    again();
    await onlyUsable('b');
    dialog('#b').close();
    await onlyUsable('a');
    dialog('#a').close();
    await onlyUsable('page');
  });

  it('may be in a shadow root', async () => {
    page(`<div data-box="page">${P}</div><section></section>`);
    const root = $('section').attachShadow({ mode: 'open' });
    root.innerHTML = `<dialog>${P}</dialog>`;
    const inner = root.querySelector('dialog') as HTMLDialogElement;
    inner.showModal();
    again();
    await untilKept(() => marking.usable().length === 1, 'a badge');
    expect(inner.contains(marking.overlay.host().element)).toBe(true);
    inner.close();
    await onlyUsable('page');
  });

  it('may render themselves again and throw the host out', async () => {
    page(`<dialog data-box="dialog">${P}</dialog>`);
    dialog().showModal();
    again();
    await onlyUsable('dialog');
    for (let n = 0; n < 3; n++) {
      dialog().innerHTML = P;
      again();
      await onlyUsable('dialog');
      expect(dialog().lastElementChild).toBe(hostElement());
    }
  });

  it('may leave the page while open, with the host in them', async () => {
    page(`<div data-box="page">${P}</div><dialog data-box="dialog">${P}</dialog>`);
    dialog().showModal();
    again();
    await onlyUsable('dialog');
    dialog().remove();
    await onlyUsable('page');
  });
});

describe('the top layer', () => {
  it('shows marks in a popover of the page, and none on text under one', async () => {
    page(`<div data-box="page">${P}</div>
      <div popover="manual" id="x" data-box="popover" style="inset:0 auto auto 0;margin:0;width:900px;height:400px;background:#fff">${P}</div>`);
    again();
    await onlyUsable('page');
    $('#x').showPopover();
    again();
    await onlyUsable('popover');
    $('#x').hidePopover();
    await onlyUsable('page');
  });

  it('shows marks above content in fullscreen, and none on what it covers', async () => {
    page(`<div data-box="page">${P}</div><div id="x" data-box="full" style="background:#fff">${P}</div>`);
    again();
    await onlyUsable('full page');
    const gesture = commands as unknown as { click(x: number, y: number): Promise<void> };
    const entered = new Promise((done) => {
      $('#x').addEventListener(
        'click',
        () =>
          $('#x')
            .requestFullscreen()
            .then(() => done(true), done),
        { once: true },
      );
    });
    const r = $('#x').getBoundingClientRect();
    const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    await gesture.click(frame.left + r.left + 5, frame.top + r.top + 3);
    expect(await entered).toBe(true);
    await onlyUsable('full');
    await document.exitFullscreen();
    await onlyUsable('full page');
  });
});

describe('stacking', () => {
  it('shows marks on text that the page lifts above the rest', async () => {
    await marking.show(
      `<div style="position:relative;z-index:5;background:#fff">${P}</div><div style="display:grid"><div style="z-index:7;background:#fff">${P}</div></div>`,
      2,
    );
    await untilKept(() => marking.usable().length === 2, 'two badges');
  });

  it('keeps lifted marks off the bars of the page in every frame of a scroll', async () => {
    await marking.show(
      `<header style="position:sticky;top:0;height:120px;background:#fff;z-index:10">Bar</header>${FILL.slice(0, 300)}<div style="position:relative;z-index:5">${P}</div>${FILL.repeat(3)}`,
    );
    let worst = 0;
    for (let n = 0; n < 40; n++) {
      scrollBy(0, 8);
      await painted();
      const bar = $('header').getBoundingClientRect();
      for (const badge of marking.usable())
        worst = Math.max(worst, bar.bottom - badge.getBoundingClientRect().bottom);
    }
    expect(scrollY).toBeGreaterThan(200);
    expect(worst).toBeLessThanOrEqual(0);
  });
});

describe('what others do to pages', () => {
  it('keeps marks in place under a filter on the document', async () => {
    const [mark] = await marking.show(P);
    document.documentElement.style.filter = 'invert(1)';
    document.documentElement.style.background = '#111';
    await untilKept(
      () => marking.usable().length === 1 && mark !== undefined && marking.error(mark) <= 1,
      'the mark',
    );
    scrollBy(0, 10);
    await untilKept(
      () => marking.usable().length === 1 && mark !== undefined && marking.error(mark) <= 1,
      'the mark',
    );
  });

  it('goes when a translator puts other words in the place of the marked ones', async () => {
    await marking.show(`<p id="x">${CLAIM}</p>`);
    $('#x').innerHTML =
      '<font style="vertical-align: inherit;"><font>Los Estados Unidos tienen un pacto.</font></font>';
    await untilKept(() => marking.drawn().length === 0, 'no badge');
  });

  it('stays when it wraps the words and leaves them as they are', async () => {
    await marking.show(`<p id="x">${CLAIM}</p>`);
    $('#x').innerHTML = `<font><font>${CLAIM}</font></font>`;
    again();
    await untilKept(() => marking.usable().length === 1 && marking.lines().length === 1, 'the mark again');
  });

  it('survives a reader mode that takes the page apart', async () => {
    await marking.show(`<article>${P}</article>${FILL}`);
    document.body.replaceChildren(Object.assign(document.createElement('main'), { innerHTML: P }));
    again();
    await untilKept(() => marking.usable().length === 1, 'the mark again');
    expect(document.querySelectorAll('factmark-overlay')).toHaveLength(1);
  });
});

describe('marks that float', () => {
  it('stand still while nothing happens: showing one is no cause to show it again', async () => {
    await marking.show(`<div style="height:300px;overflow:auto">${P}${FILL}</div>`);
    for (let n = 0; n < 20; n++) {
      await painted();
      expect(marking.usable()).toHaveLength(1);
    }
  });
});

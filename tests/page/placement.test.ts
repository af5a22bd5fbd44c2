import { afterEach, describe, expect, it } from 'vitest';
import { aroundOf } from '../../lib/page/overlay/place/around';
import { place } from '../../lib/page/overlay/place/geometry';
import { linearOf } from '../../lib/page/overlay/place/transform';
import { CLAIM } from '../support/claim';
import { centreOf, endsOf, letterBox, markOf, page, placedOf } from './placement-support';
import { blocksOf } from './support';

const BEFORE = 'Officials said no more.';
const AFTER = 'Jobs grew.';
const STYLE =
  'position:absolute;left:150px;top:200px;width:240px;margin:0;font:16px/1.5 Liberation Sans,sans-serif';

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  scrollTo(0, 0);
});

const paragraph = (style: string, text = `${BEFORE} ${CLAIM} ${AFTER}`) => {
  page(`<p style="${STYLE};${style}">${text}</p>`);
  return document.querySelector('p') as HTMLElement;
};

describe('turned text', () => {
  it.each([
    'rotate(-20deg)',
    'rotate(10deg)',
    'rotate(45deg)',
    'rotate(90deg)',
    'rotate(134deg)',
    'rotate(180deg)',
    'scale(1.4)',
    'scale(0.7, 1.2) rotate(30deg)',
    'skewX(15deg)',
    'rotate(30deg) skewY(10deg)',
  ])('line and badge turn with it: %s', (transform) => {
    const p = paragraph('');
    const [lines, badge] = [endsOf(CLAIM), centreOf(CLAIM)];
    const box = p.getBoundingClientRect();
    p.style.transform = transform;
    const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    const turn = new DOMMatrix().translate(middle.x, middle.y).multiply(new DOMMatrix(transform));
    const turned = (x: number, y: number) => turn.transformPoint({ x: x - middle.x, y: y - middle.y });
    const now = endsOf(CLAIM);
    expect(now).toHaveLength(lines.length);
    for (const [i, { x1, y1, x2, y2 }] of lines.entries()) {
      const [from, to] = [turned(x1, y1 + 2), turned(x2, y2 + 2)];
      const line = now[i] ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
      // Two pixels thick whatever the scale: compared where the line touches the text's lower edge.
      expect(Math.hypot(line.x1 - from.x, line.y1 - from.y)).toBeLessThan(3);
      expect(Math.hypot(line.x2 - to.x, line.y2 - to.y)).toBeLessThan(3);
      expect(
        Math.abs(
          Math.sin(
            Math.atan2(line.y2 - line.y1, line.x2 - line.x1) - Math.atan2(to.y - from.y, to.x - from.x),
          ),
        ),
      ).toBeLessThan(0.01);
    }
    const at = centreOf(CLAIM);
    const wanted = turned(badge.x, badge.y);
    expect(Math.hypot(at.x - wanted.x, at.y - wanted.y)).toBeLessThan(/scale|skew/.test(transform) ? 16 : 1);
  });

  it('CSS zoom, also of the space our own host is in', () => {
    const p = paragraph('');
    const unzoomed = centreOf(CLAIM);
    p.style.zoom = '1.5';
    const dot = letterBox(CLAIM);
    const zoomed = centreOf(CLAIM);
    expect(Math.abs(zoomed.x - (dot.left + dot.right) / 2)).toBeLessThan(10);
    expect(unzoomed.size).toBeLessThanOrEqual(zoomed.size);
    p.style.zoom = '';
    document.body.style.zoom = '2';
    const [block] = blocksOf();
    if (!block) throw new Error('no block');
    const box = block.container.getBoundingClientRect();
    const space = linearOf(document.body);
    const placed = place(markOf(block, CLAIM), aroundOf(block.container), box, space);
    expect(space.a).toBe(2);
    const r = letterBox(CLAIM);
    const line = placed?.lines.at(-1);
    expect(
      box.left +
        2 * ((line?.x ?? 0) + (line?.width ?? 0) * Number(/[\d.]+/.exec(line?.transform ?? '') ?? 1)),
    ).toBeGreaterThan(0);
    expect(
      Math.abs(box.left + 2 * ((placed?.badge?.x ?? 0) + (placed?.badge?.size ?? 0) / 2) - r.right),
    ).toBeLessThan(14);
  });

  it('a turned body: what is returned is in the units of the turned host', () => {
    paragraph('');
    document.body.style.cssText = 'transform:rotate(8deg) scale(.9);position:relative';
    const [block] = blocksOf();
    if (!block) throw new Error('no block');
    const space = linearOf(document.body);
    const box = block.container.getBoundingClientRect();
    const placed = place(markOf(block, CLAIM), aroundOf(block.container), box, space);
    // The host turns as the text does, so nothing is left to turn.
    for (const { transform } of placed?.lines ?? []) {
      const { a, b: skew } = new DOMMatrixReadOnly(transform);
      expect(Math.abs(skew)).toBeLessThan(0.001);
      expect(a).toBeCloseTo(1 / 0.9, 3);
    }
  });
});

describe('writing modes and directions', () => {
  it.each([
    ['vertical-rl', 'en', 'left'],
    ['vertical-lr', 'en', 'left'],
    ['vertical-rl', 'ja', 'right'],
    ['sideways-rl', 'en', 'left'],
    ['sideways-lr', 'en', 'right'],
  ])('%s, %s: the line at the %s of the text, the badge after its last letter', (mode, lang, side) => {
    const p = paragraph(`width:auto;height:240px;writing-mode:${mode}`);
    if (getComputedStyle(p).writingMode !== mode) return expect(mode).toMatch(/^sideways/);
    p.lang = lang;
    const last = endsOf(CLAIM).at(-1);
    const letter = letterBox(CLAIM);
    if (!last) throw new Error('no line');
    expect(Math.abs(last.x1 - last.x2)).toBeLessThan(0.5);
    const edge = side === 'left' ? letter.left : letter.right;
    expect(Math.abs(last.x1 - edge)).toBeLessThan(2.6);
    const badge = centreOf(CLAIM);
    expect(Math.abs(badge.y - (letter.top + letter.bottom) / 2)).toBeLessThan(18);
    expect(Math.abs(badge.x - (letter.left + letter.right) / 2)).toBeLessThan(26);
  });

  it('right to left: after the end is at the left', () => {
    const claim = 'قال المسؤول إن الاتفاق ملزم.';
    paragraph('direction:rtl', claim);
    const dot = letterBox(claim);
    expect(centreOf(claim).x).toBeLessThan(dot.left);
    expect(centreOf(claim).size).toBe(16);
  });

  it('a sentence of the other direction inside: every piece underlined, the badge at its full stop', () => {
    paragraph('direction:rtl', `قال المسؤول. ${CLAIM} ثم انصرف.`);
    const dot = letterBox(CLAIM);
    const badge = centreOf(CLAIM);
    expect(Math.hypot(badge.x - dot.left, badge.y - (dot.top + dot.bottom) / 2)).toBeLessThan(20);
  });
});

describe('lines', () => {
  it('in columns: none reaches into the next one', () => {
    page(
      `<div style="width:400px;columns:2;column-gap:10px;font:16px/1.5 Liberation Sans,sans-serif;height:72px"><p style="margin:0">${BEFORE} ${CLAIM} ${AFTER}</p></div>`,
    );
    for (const { x1, x2 } of endsOf(CLAIM)) expect(x2 - x1).toBeLessThanOrEqual(196);
  });

  it('keep one height over raised figures and stay off pictures and padding', () => {
    paragraph(
      'width:700px',
      `The US has a <sup>2</sup> mutual <img alt="" style="width:60px;height:40px"> defense <b style="padding:0 40px">pact</b> with Israel. After.`,
    );
    const block = blocksOf()[0];
    const sentence = block?.text.slice(0, block.text.indexOf('Israel.') + 7) ?? '';
    const lines = endsOf(sentence);
    expect(new Set(lines.map((l) => l.y1)).size).toBe(1);
    const image = document.querySelector('img')?.getBoundingClientRect();
    for (const { x1, x2 } of lines)
      expect(x2 <= (image?.left ?? 0) + 1 || x1 >= (image?.right ?? 0) - 1).toBe(true);
  });
});

describe('the badge', () => {
  it('has its full size beside the text where a line ends, and stays off floats there', () => {
    paragraph('width:600px', CLAIM);
    expect(centreOf(CLAIM).size).toBe(16);
    expect(centreOf(CLAIM).x).toBeGreaterThan(letterBox(CLAIM).right + 8);
    paragraph(
      'width:400px',
      `<span style="float:right;width:50px;height:90px;background:#ccc"></span>${CLAIM}`,
    );
    const float = document.querySelector('span')?.getBoundingClientRect();
    const { x, size } = centreOf(CLAIM);
    expect(x + size / 2).toBeLessThanOrEqual((float?.left ?? 0) + 1);
  });

  it('stays off code, pictures and notes that follow', () => {
    for (const thing of [
      '<code>x = 1</code>',
      '<sup>[1]</sup>',
      '<img alt="" style="width:30px;height:20px;background:#999">',
      '<button>Go</button>',
    ]) {
      paragraph('width:600px', `${CLAIM}${thing} After it.`);
      const r = document.querySelector('p > *')?.getBoundingClientRect() as DOMRect;
      const { x, y, size } = centreOf(CLAIM);
      const half = size / 2 - 1;
      expect(
        x + half <= r.left || x - half >= r.right || y + half <= r.top + 3 || y - half >= r.bottom - 3,
      ).toBe(true);
    }
  });

  it('can be hit on 24 pixels, but takes nothing from links', () => {
    paragraph('width:600px', CLAIM);
    const free = placedOf(CLAIM).placed?.badge;
    expect((free?.size ?? 0) + 2 * (free?.reach ?? 0)).toBeGreaterThanOrEqual(24);
    paragraph('width:600px', `${CLAIM} <a href="#x">A link</a> follows.`);
    expect(placedOf(CLAIM).placed?.badge?.reach).toBeLessThanOrEqual(1);
  });
});

import { describe, expect, it } from 'vitest';
import { lineRects } from '../../lib/page/dom/ranges';
import { isReadable } from '../../lib/page/read/readable';
import { blocksOf, page } from './support';

const TEXT = 'The US has a mutual defense pact with Israel.';
const readable = () => blocksOf().map((b) => isReadable(b, 0, b.text.length));

describe('what a reader can see', () => {
  it('sees ordinary text, wherever it is scrolled to', () => {
    page(`<p>${TEXT}</p><div style="height:5000px"></div><p>${TEXT}</p>`);
    expect(readable()).toEqual([true, true]);
  });

  it.each([
    ['pushed off the page', 'position:absolute;left:-9999px'],
    ['clipped to a pixel', 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)'],
    ['cut away by clip-path', 'position:absolute;clip-path:inset(50%)'],
    ['invisible', 'visibility:hidden'],
  ])('does not see text %s', (_, style) => {
    page(`<p><span style="${style}">${TEXT}</span></p>`);
    expect(readable()).not.toContain(true);
  });

  it('measures one rectangle a line, across inline elements', () => {
    page(
      '<p style="width:220px;font:16px/24px serif">The <b>United</b> <a href="#">States</a> has a <i>mutual defense</i> pact with Israel, they say.</p>',
    );
    const [block] = blocksOf();
    if (!block) throw new Error('no block');
    const rects = lineRects(block, 0, block.text.length);
    const lines = Math.round((document.querySelector('p')?.offsetHeight ?? 0) / 24);
    expect(rects).toHaveLength(lines);
    for (const [i, rect] of rects.entries())
      if (i > 0) expect(rect.top).toBeGreaterThanOrEqual((rects[i - 1]?.top ?? 0) + 20);
  });
});

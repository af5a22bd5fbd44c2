/** Where a line is marked on which letters of several sizes stand: drop caps, larger words, notes. */
import { describe, expect, it } from 'vitest';
import { CLAIM } from '../support/claim';
import { endsOf, page, placedOf } from './placement-support';
import { blocksOf } from './support';

const paragraph = (style: string, text: string) =>
  page(
    `<p style="position:absolute;left:150px;top:200px;width:240px;margin:0;font:16px/1.5 Liberation Sans,sans-serif;${style}">${text}</p>`,
  );

describe('letters of several sizes', () => {
  it('a drop cap is not underlined at the height of its foot', () => {
    paragraph(
      'width:300px',
      '<span style="float:left;font-size:54px;line-height:1">T</span>he US has a mutual defense pact with Israel. After it.',
    );
    const ys = endsOf(CLAIM).map((l) => l.y1);
    expect(ys.length).toBeGreaterThan(1);
    expect(ys.at(-1)).toBeGreaterThan(ys.at(-2) ?? 0);
  });

  // About as high as two lines: merged with the first of them, both would be marked as one line, or none. Firefox cuts the
  // box of `::first-letter` to the letter, so the line may be some pixels off, but not a line.
  it.each(
    ['1.6em', '2em', '2.1em', '3em'].flatMap((size) =>
      ['normal', '1.4', '2'].map((lineHeight) => [size, lineHeight] as const),
    ),
  )('a drop cap of %s beside lines of %s leaves each line its own mark', (size, lineHeight) => {
    for (const cap of [
      `<style>i { float: left; font-size: ${size} }</style><i>T</i>he`,
      `<style>p::first-letter { float: left; font-size: ${size} }</style>The`,
    ]) {
      paragraph(`line-height:${lineHeight}`, cap + CLAIM.slice(3));
      const lines = endsOf(CLAIM);
      const text = document.querySelector('p')?.lastChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('US'));
      range.setEndAfter(text);
      for (const { left, right, bottom } of range.getClientRects()) {
        const own = lines.filter(({ x1, x2 }) => x1 < right && x2 > left);
        expect(
          own.some(({ y1 }) => Math.abs(y1 - bottom) < 8),
          `${cap}: ${bottom} of ${own.map(({ y1 }) => y1)}`,
        ).toBe(true);
      }
      expect(placedOf(CLAIM).placed, cap).toBeDefined();
    }
  });

  it('a word or a note in a larger or smaller size stays on its line', () => {
    for (const text of [
      '<b style="font-size:2em">The</b> US has a mutual defense pact with Israel.',
      '<b style="font-size:2em">T</b>he US has a mutual defense pact with Israel.',
      'The<sup style="font-size:.6em">1</sup> US has a mutual defense pact with Israel.',
    ]) {
      paragraph('width:700px', text);
      const sentence = blocksOf()[0]?.text ?? '';
      expect(endsOf(sentence), text).toHaveLength(1);
    }
  });
});

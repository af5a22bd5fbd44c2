import { afterEach, expect, it } from 'vitest';
import { aroundOf } from '../../lib/page/overlay/place/around';
import { place } from '../../lib/page/overlay/place/geometry';
import { UPRIGHT } from '../../lib/page/overlay/place/transform';
import { type Block, blocksOf, markOf, page } from './placement-support';

/** Sentences that end in every way sentences do: low and high letters, quotes, brackets, figures. */
const PROSE =
  'Officials said the agency would jog by. “Big yields,” argued Judge Lyng, “hardly help.” Why try again? ' +
  'The party’s pledge (a lengthy one) will stay. It ended in May 1998. Jobs grew by 7%! Ypres fell quickly; ' +
  'nobody knew why. His reply was “yes”. By law they may not pay. All of it fell. Many people agree.';
const LINE_HEIGHTS = [1, 1.15, 1.3, 1.5, 1.8];
const SIZES = [12, 14, 16, 18, 22];
const FONTS = ['Liberation Serif, Times New Roman, serif', 'Liberation Sans, Arial, sans-serif'];

afterEach(() => document.body.removeAttribute('style'));

/** The page's text drawn letter by letter where the page has it, black on white, so that its ink can be counted. */
function inked(blocks: readonly Block[]): ImageData {
  const [width, height] = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (!canvas) throw new Error('no canvas');
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, width, height);
  canvas.fillStyle = '#000';
  const range = document.createRange();
  for (const { container, pieces } of blocks) {
    const style = getComputedStyle(container);
    canvas.font = `${style.fontSize} ${style.fontFamily}`;
    for (const { node } of pieces)
      for (let i = 0; i < node.length; i++) {
        if (!node.data[i]?.trim()) continue;
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const r = range.getBoundingClientRect();
        const { fontBoundingBoxAscent } = canvas.measureText('x');
        canvas.fillText(node.data[i] as string, r.left, r.top + Math.round(fontBoundingBoxAscent));
      }
  }
  return canvas.getImageData(0, 0, width, height);
}

/** Dark pixels in a circle: badges are round or nearly so. */
function inkUnder(image: ImageData, left: number, top: number, size: number): number {
  let ink = 0;
  for (let y = Math.floor(top); y < top + size; y++)
    for (let x = Math.floor(left); x < left + size; x++) {
      const [dx, dy] = [x + 0.5 - left - size / 2, y + 0.5 - top - size / 2];
      if (Math.hypot(dx, dy) > size / 2) continue;
      if ((image.data[(y * image.width + x) * 4] ?? 255) < 128) ink++;
    }
  return ink;
}

it.each(FONTS)('badges hide next to no ink of the page, at any size and leading: %s', (font) => {
  const found: { size: number; ink: number; free: boolean }[] = [];
  for (const size of SIZES) {
    const text = LINE_HEIGHTS.map((h) => `<p style="margin:0;line-height:${h}">${PROSE}</p>`).join('');
    page(
      `<div style="font:${size}px ${font};display:grid;grid-template-columns:1fr 1fr;gap:16px">${text}</div>`,
    );
    const blocks = blocksOf();
    const image = inked(blocks);
    for (const block of blocks)
      for (const sentence of block.text.matchAll(/\S.*?[.!?]["”]?(?=\s+[A-ZJ“]|\s*$)/g)) {
        const box = block.container.getBoundingClientRect();
        const mark = markOf(block, sentence[0]);
        const badge = place(mark, aroundOf(block.container), box, UPRIGHT)?.badge;
        if (!badge) continue;
        const ink = inkUnder(image, box.left + badge.x, box.top + badge.y, badge.size);
        found.push({ size: badge.size, ink, free: badge.free });
      }
  }
  expect(found.length).toBeGreaterThan(250);
  expect(found.every((b) => b.size >= 8 && b.size <= 16)).toBe(true);
  // Where there is room at the end of a line, the whole size is used.
  expect(found.filter((b) => b.free && b.size === 16).length).toBeGreaterThan(10);
  const bare = found.filter((b) => b.ink === 0).length;
  const total = found.reduce((sum, b) => sum + b.ink, 0);
  expect({ share: bare / found.length > 0.9, mean: total / found.length < 0.4, total }).toEqual({
    share: true,
    mean: true,
    total,
  });
});

/** Bars of checks by topic, parted by rating, as an SVG that can be read in light and dark and without colour. */
import type { Rating } from '../../lib/claims/ratings';

interface Part {
  readonly rating: Rating;
  readonly count: number;
}

interface Colours {
  readonly fill: string;
  /** Of the number in it. */
  readonly ink: '#fff' | '#101418';
}

const dark = (fill: string): Colours => ({ fill, ink: '#fff' });
const light = (fill: string): Colours => ({ fill, ink: '#101418' });

/** Of each rating, in light and in dark: the hues of the badges. Neighbours differ in lightness as well. */
const COLOURS: Readonly<Partial<Record<Rating, readonly [inLight: Colours, inDark: Colours]>>> = {
  true: [dark('#1a7f4b'), light('#4cc38a')],
  'mostly-true': [light('#6fbf8f'), dark('#2a7d55')],
  mixed: [dark('#8a6d1f'), light('#d9b650')],
  misleading: [light('#d98a1f'), light('#f0b45c')],
  'mostly-false': [light('#e08a80'), dark('#a8443a')],
  false: [dark('#b3261e'), light('#f2857c')],
  unproven: [dark('#6a5aa8'), light('#b5a6ee')],
  outdated: [light('#a5a5b8'), light('#9a9ab0')],
  context: [dark('#3f6f9f'), light('#8ab8e6')],
};

const WIDTH = 760;
const LEFT = 210;
const ROW = 26;
const BAR = 16;
const LEGEND = 150;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** One row a topic; below them what the fills mean, with the count of all. */
export function drawCounts(
  rows: readonly { readonly title: string; readonly parts: readonly Part[] }[],
  legend: readonly (Part & { readonly name: string })[],
): string {
  const most = Math.max(...rows.map(({ parts }) => parts.reduce((sum, p) => sum + p.count, 0)));
  const unit = (WIDTH - LEFT - 60) / most;
  const bars = rows.map(({ title, parts }, i) => {
    let x = LEFT;
    const y = 12 + i * ROW;
    const rects = parts
      .filter((part) => part.count > 0)
      .map(({ rating, count }) => {
        const at = x;
        x += count * unit;
        const number =
          count * unit > 14
            ? `<text class="n ${rating}" x="${round(at + (count * unit) / 2)}" y="${y + 12}">${count}</text>`
            : '';
        return `<rect class="${rating}" x="${round(at)}" y="${y}" width="${round(count * unit - 2)}" height="${BAR}" rx="2"/>${number}`;
      });
    const all = parts.reduce((sum, part) => sum + part.count, 0);
    return `<text class="t" x="${LEFT - 10}" y="${y + 12}">${escaped(title)}</text>${rects.join('')}<text x="${round(x + 6)}" y="${y + 12}">${all}</text>`;
  });
  const top = 12 + rows.length * ROW + 14;
  const perRow = Math.floor((WIDTH - 20) / LEGEND);
  const keys = legend.map(({ rating, name, count }, i) => {
    const x = 20 + (i % perRow) * LEGEND;
    const y = top + Math.floor(i / perRow) * 22;
    return `<rect class="${rating}" x="${x}" y="${y}" width="12" height="12" rx="2"/><text x="${x + 18}" y="${y + 10}">${escaped(name)}: ${count}</text>`;
  });
  const height = top + Math.ceil(legend.length / perRow) * 22 + 8;
  const colours = (which: 0 | 1) =>
    Object.entries(COLOURS)
      .map(([rating, of]) => `rect.${rating}{fill:${of[which].fill}}.n.${rating}{fill:${of[which].ink}}`)
      .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Checks by topic and rating">
<style>text{font:13px system-ui,sans-serif;fill:#24292f}.t{text-anchor:end}.n{text-anchor:middle;font-size:11px}${colours(0)}@media(prefers-color-scheme:dark){text{fill:#e6edf3}${colours(1)}}</style>
${[...bars, ...keys].join('\n')}
</svg>
`;
}

const round = (n: number): number => Math.round(n * 10) / 10;

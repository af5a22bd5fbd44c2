/** The rows that matter most as a drawing: one strip of bars for each figure and page, the goal as a line. */
import { OURS, type Row } from './rows';

export interface Strip {
  readonly title: string;
  readonly rows: readonly Row[];
}

const FIGURES =
  /^(scrolling: work|idle: pre-paint|typing: work|resizing|burst|heap a|(cold|warm), times|reads|own slice|task time)/;
const COLOURS: Readonly<Record<string, string>> = {
  [OURS]: '#1a6b4a',
  bare: '#999',
  'mark.js': '#b5651d',
  recipe: '#8a3ffc',
};
const WIDTH = 760;
const LEFT = 250;
const BAR = 12;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Bars longer than so many times our own or the goal are cut: what others need must not make ours unreadable. */
const CUT = 3;

/** An SVG document; each row has its own scale. Figures are below zero where the bare page happened to be slower. */
export function chart(strips: readonly Strip[]): string {
  const parts: string[] = [];
  let y = 24;
  const text = (x: number, at: number, words: string, more = '') =>
    parts.push(`<text x="${x}" y="${at}" ${more}>${escaped(words)}</text>`);
  text(10, y, 'Dashed: the goal. Less is better.', 'fill="#c00"');
  y += 20;
  for (const { title, rows } of strips) {
    text(10, y, title, 'font-weight="bold"');
    y += 14;
    for (const row of rows.filter((r) => FIGURES.test(r.figure))) {
      const values = [...row.values].filter(([way]) => way !== 'bare');
      if (values.length === 0) continue;
      const ours = Math.max(row.goal ?? 0, row.values.get(OURS) ?? 0) || Number.POSITIVE_INFINITY;
      const longest = Math.max(row.goal ?? 0, ...values.map(([, value]) => value), 1e-9);
      const most = Math.min(longest, CUT * ours);
      const length = (value: number) => (Math.min(Math.max(0, value), most) / most) * (WIDTH - LEFT - 150);
      const top = y;
      text(10, y + BAR, row.unit ? `${row.figure}, ${row.unit}` : row.figure);
      for (const [way, value] of values) {
        parts.push(
          `<rect x="${LEFT}" y="${y}" width="${Math.max(1, length(value)).toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[way] ?? '#555'}"/>`,
        );
        text(
          LEFT + length(value) + 4,
          y + BAR - 3,
          `${value > most ? '… ' : ''}${Number(value.toPrecision(3))} ${way}`,
          'font-size="10"',
        );
        y += BAR;
      }
      if (row.goal !== undefined) {
        const x = (LEFT + length(row.goal)).toFixed(1);
        parts.push(`<path d="M${x} ${top - 2}V${y}" stroke="#c00" stroke-dasharray="3 2"/>`);
      }
      y += 6;
    }
    y += 16;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}

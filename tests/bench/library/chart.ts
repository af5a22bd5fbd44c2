/** Figures by the size of the library as a drawing: both axes logarithmic, a line for each figure. */

/** The values of a figure by the number of claims. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [claims: number, value: number])[];
}

export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const WIDTH = 360;
const HEIGHT = 240;
const EDGE = { left: 60, right: 40, top: 34, bottom: 34 };
const COLOURS = ['#1a6b4a', '#999', '#b5651d', '#8a3ffc'];

/** An SVG document, a panel beside the other. Values must be above zero. */
export function chart(panels: readonly Panel[]): string {
  const width = panels.length * WIDTH;
  const drawn = panels.map((panel, i) => `<g transform="translate(${i * WIDTH} 0)">${drawPanel(panel)}</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>${drawn.join('')}</svg>\n`;
}

function drawPanel({ title, lines }: Panel): string {
  const all = lines.flatMap(({ points }) => points);
  const x = scale(
    all.map(([claims]) => claims),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const y = scale(
    all.map(([, value]) => value),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const parts = [`<text x="10" y="16" font-weight="bold">${title}</text>`];
  for (const claims of x.ticks)
    parts.push(
      `<text x="${x.at(claims)}" y="${HEIGHT - 14}" text-anchor="middle">${claims.toLocaleString('en')}</text>`,
    );
  for (const value of y.ticks)
    parts.push(
      `<path d="M${EDGE.left} ${y.at(value)}H${WIDTH - EDGE.right}" stroke="#ddd"/>`,
      `<text x="${EDGE.left - 6}" y="${y.at(value) + 4}" text-anchor="end">${value.toLocaleString('en')}</text>`,
    );
  for (const [i, { name, points }] of lines.entries()) {
    const colour = COLOURS[i % COLOURS.length];
    const places = points.map(([claims, value]) => `${x.at(claims).toFixed(1)} ${y.at(value).toFixed(1)}`);
    parts.push(`<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    parts.push(`<text x="${EDGE.left + 8}" y="${EDGE.top + 10 + 13 * i}" fill="${colour}">${name}</text>`);
  }
  return parts.join('');
}

/** A logarithmic scale over whole powers of ten that hold all of `values`, from pixel `from` to `to`. */
function scale(values: readonly number[], from: number, to: number) {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i)),
    at: (value: number) => from + ((Math.log10(value) - least) / (most - least)) * (to - from),
  };
}

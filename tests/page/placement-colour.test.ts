import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import type { Tone } from '../../components/badge';
import css from '../../entrypoints/marks/styles';

const TONES: Tone[] = ['true', 'caution', 'false', 'unknown', 'satire', 'context'];
const SVG = 'http://www.w3.org/2000/svg';

/** A hundred backgrounds: all hues, dark to light, dull and strong, with black, white and greys. */
const GROUNDS = [
  ...Array.from({ length: 10 }, (_, n) => `hsl(0 0% ${n * 11.1}%)`),
  ...Array.from(
    { length: 90 },
    (_, n) => `hsl(${(n % 10) * 36} ${n % 20 < 10 ? 100 : 45}% ${10 + Math.floor(n / 10) * 10}%)`,
  ),
];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
  willReadFrequently: true,
}) as OffscreenCanvasRenderingContext2D;

/** Relative luminance as WCAG 2 has it, of any colour CSS can say. */
function luminance(color: string): number {
  canvas.fillStyle = '#f0f';
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** What a badge and an underline of `tone` are painted in. */
function colours(tone: Tone) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const badge = root.appendChild(document.createElement('button'));
  badge.className = 'badge';
  badge.dataset.tone = tone;
  const plate = badge
    .appendChild(document.createElementNS(SVG, 'svg'))
    .appendChild(document.createElementNS(SVG, 'path'));
  plate.setAttribute('class', 'plate');
  const line = root.appendChild(document.createElement('div'));
  line.className = 'underline';
  line.dataset.tone = tone;
  const found = {
    rim: getComputedStyle(plate).fill,
    body: getComputedStyle(badge).color,
    line: getComputedStyle(line).backgroundColor,
    motion: getComputedStyle(badge.firstElementChild as Element).transitionDuration,
  };
  host.remove();
  return found;
}

/** False in engines that can't be told what their reader prefers: those are looked at as they are. */
let canTell = true;
async function prefer(...features: [string, string][]): Promise<void> {
  const devtools = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
  const named = features.map(([name, value]) => ({ name, value }));
  await devtools.send('Emulation.setEmulatedMedia', { features: named }).catch(() => {
    canTell = false;
  });
}

afterEach(() => prefer());

describe.each<[string, [string, string][]]>([
  ['a light system', [['prefers-color-scheme', 'light']]],
  ['a dark system', [['prefers-color-scheme', 'dark']]],
  [
    'more contrast, light',
    [
      ['prefers-contrast', 'more'],
      ['prefers-color-scheme', 'light'],
    ],
  ],
  [
    'more contrast, dark',
    [
      ['prefers-contrast', 'more'],
      ['prefers-color-scheme', 'dark'],
    ],
  ],
  ['forced colours', [['forced-colors', 'active']]],
])('with %s', (_, features) => {
  it.each(TONES)('rim or body of “%s” stands off by 3:1 from any of a hundred backgrounds', async (tone) => {
    await prefer(...features);
    const { rim, body, line } = colours(tone);
    const worst = Math.min(
      ...GROUNDS.map((ground) => Math.max(contrast(ground, rim), contrast(ground, body))),
    );
    expect(worst).toBeGreaterThanOrEqual(3);
    // The glyph is as the rim: on the body it can be told.
    expect(contrast(rim, body)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(line, body)).toBeLessThan(1.05);
  });
});

it('nothing moves for those who asked for that', async () => {
  await prefer(['prefers-reduced-motion', 'reduce']);
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return expect(canTell).toBe(false);
  expect(Number.parseFloat(colours('false').motion)).toBe(0);
});

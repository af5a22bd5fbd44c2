/** Every colour on every surface it is used on, light and dark, from the style sheet itself (WCAG 1.4.3, 1.4.11). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERDICT_GROUPS } from '../../../lib/store/settings';

const sheet = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../components', name), 'utf8').replace(
    /\/\*.*?\*\//gs,
    '',
  );

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** `#1c1f26` or `rgb(28 31 38 / 7%)`; undefined for anything else. */
function colour(text: string): Colour | undefined {
  const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(text);
  if (hex) return [...hex.slice(1).map((h) => Number.parseInt(h, 16)), 1] as unknown as Colour;
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(text);
  return rgb ? ([...rgb.slice(1, 4).map(Number), Number(rgb[4]) / 100] as unknown as Colour) : undefined;
}

/** Colours named in a piece of the sheet, by token without `--fm-`. */
const tokens = (css: string): Record<string, Colour> =>
  Object.fromEntries(
    [...css.matchAll(/--fm-([\w-]+):\s*([^;]+);/g)].flatMap(([, name, value]) => {
      const known = colour(value ?? '');
      return known ? [[name, known] as const] : [];
    }),
  );

const [plain = '', darkPart = ''] = sheet('theme.css').split('@media');
const light = tokens(plain);
const SCHEMES = { light, dark: { ...light, ...tokens(darkPart) } };

const luminance = ([...rgb]: Colour) => {
  const [r = 0, g = 0, b = 0] = rgb
    .slice(0, 3)
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a: Colour, b: Colour): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
/** `share` of `top` in `under`. */
const mix = (top: Colour, under: Colour, share: number): Colour => [
  top[0] * share + under[0] * (1 - share),
  top[1] * share + under[1] * (1 - share),
  top[2] * share + under[2] * (1 - share),
  1,
];

const TONES = VERDICT_GROUPS.map((tone) => `tone-${tone}`);
const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', ...TONES];
const SURFACES = ['paper', 'surface', 'sunken', 'accent-soft', 'lit'];
/** Text on what is filled with a colour. */
const FILLED = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-marker', 'marker'],
  ...TONES.map((tone) => ['on-tone', tone] as const),
] as const;

describe.each(Object.entries(SCHEMES))('in %s', (_, named) => {
  const of = (name: string): Colour => {
    const known = named[name];
    if (!known) throw new Error(`--fm-${name} is no colour that this test can read`);
    return known;
  };
  const weak = (pairs: readonly (readonly [string, Colour, Colour])[], least: number) =>
    pairs
      .filter(([, a, b]) => ratio(a, b) < least)
      .map(([name, a, b]) => `${name} ${ratio(a, b).toFixed(2)}`);

  it('text stands out from each surface, also under the pointer', () => {
    const under = (surface: string) => mix(of('hover'), of(surface), of('hover')[3]);
    const pairs = TEXT.flatMap((text) => SURFACES.map((s) => [`${text} on ${s}`, of(text), of(s)] as const));
    expect(weak(pairs, 4.5)).toEqual([]);
    const hovered = TEXT.filter((t) => t !== 'ink-3').flatMap((text) =>
      ['paper', 'surface', 'sunken'].map((s) => [`${text} on hovered ${s}`, of(text), under(s)] as const),
    );
    expect(weak(hovered, 4.5)).toEqual([]);
  });

  it('text stands out from a surface that hints at a verdict', () => {
    const pairs = TONES.flatMap((tone) => {
      const tint = mix(of(tone), of('surface'), 0.08);
      return ['ink', 'ink-2', 'ink-3', 'accent', tone].map(
        (t) => [`${t} on tint of ${tone}`, of(t), tint] as const,
      );
    });
    expect(weak(pairs, 4.5)).toEqual([]);
  });

  it('text stands out from what is filled', () =>
    expect(
      weak(
        FILLED.map(([text, fill]) => [`${text} on ${fill}`, of(text), of(fill)]),
        4.5,
      ),
    ).toEqual([]));

  it('edges of controls, focus rings and shapes stand out', () => {
    const pairs = ['edge', 'accent', ...TONES].flatMap((line) =>
      SURFACES.map((s) => [`${line} on ${s}`, of(line), of(s)] as const),
    );
    expect(weak(pairs, 3)).toEqual([]);
  });
});

describe('badges', () => {
  /** As badge.css says; a change there has to be told here. */
  const share = (css: string, black: boolean) =>
    Number(
      new RegExp(`--ink: color-mix\\(in srgb, var\\(--tone\\), #${black ? '000' : 'fff'} (\\d+)%\\)`).exec(
        css,
      )?.[1],
    ) / 100;
  const css = sheet('badge.css');
  const BLACK: Colour = [0, 0, 0, 1];
  const WHITE: Colour = [255, 255, 255, 1];

  it.each(TONES)('%s stands out from its rim, and one of the two from any background', (tone) => {
    for (const [named, rim, end] of [
      [SCHEMES.light, WHITE, BLACK],
      [SCHEMES.dark, BLACK, WHITE],
    ] as const) {
      const body = mix(end, named[tone] ?? rim, share(css, end === BLACK));
      expect(ratio(body, rim)).toBeGreaterThanOrEqual(9);
      for (let grey = 0; grey < 256; grey++) {
        const page: Colour = [grey, grey, grey, 1];
        expect(Math.max(ratio(body, page), ratio(rim, page))).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

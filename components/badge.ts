/**
 * The shape of each rating, as plain data: the page overlay draws it with `createElementNS`, our pages with
 * JSX. Shapes differ by outline first and colour last: round = holds, eight-sided = does not hold, triangle =
 * careful, diamond = nobody knows; a filled shape is a full verdict, an outlined one a partial verdict.
 *
 * Parts carry a class, coloured in `badge.css`: `plate` (a rim that lifts the badge off any background),
 * `body` (filled), `ring` (outlined), `glyph` and `dot` (drawn on a body), `line` and `half` (drawn in a ring).
 */
import type { Rating } from '../lib/claims';
import { say, type WordKey } from '../lib/words';

export { badgeTone, type Tone } from './tones';

export interface BadgeShape {
  readonly tag: 'path' | 'circle' | 'rect';
  readonly attrs: Readonly<Record<string, string>>;
}

export interface BadgeDrawing {
  readonly viewBox: string;
  readonly shapes: readonly BadgeShape[];
}

const WORDS: Readonly<Record<Rating, WordKey>> = {
  true: 'common_rating_true',
  'mostly-true': 'common_rating_mostly_true',
  mixed: 'common_rating_mixed',
  misleading: 'common_rating_misleading',
  'mostly-false': 'common_rating_mostly_false',
  false: 'common_rating_false',
  unproven: 'common_rating_unproven',
  outdated: 'common_rating_outdated',
  satire: 'common_rating_satire',
  context: 'common_rating_context',
  unrated: 'common_rating_unrated',
};

/** The rating in words, for those who don't see the shape. */
export const ratingWord = (rating: Rating): string => say(WORDS[rating]);

const path = (part: string, d: string): BadgeShape => ({ tag: 'path', attrs: { class: part, d } });
const dot = (cx: number, cy: number, r = 1): BadgeShape => ({
  tag: 'circle',
  attrs: { class: 'dot', cx: String(cx), cy: String(cy), r: String(r) },
});
const circle = (part: string, r: string): BadgeShape => ({
  tag: 'circle',
  attrs: { class: part, cx: '8', cy: '8', r },
});
const square = (part: string, at: string, side: string): BadgeShape => ({
  tag: 'rect',
  attrs: { class: part, x: at, y: at, width: side, height: side, rx: '3' },
});

const OCTAGON = 'M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2z';
const OCTAGON_RING = 'M5.5 2.1h5l3.4 3.4v5l-3.4 3.4h-5l-3.4-3.4v-5z';
const TRIANGLE = 'M8 2 14.5 13.6h-13z';
const DIAMOND = 'M8 .9 15.1 8 8 15.1.9 8z';
const MASK = 'M1.9 3.1C4 4 6 3.9 8 2.9c2 1 4 1.1 6.1.2v4.5C14.1 11.6 11.5 14.3 8 15c-3.5-.7-6.1-3.4-6.1-7.4z';
const TICK = 'M4.9 8.3 7.1 10.5 11.2 6';
const CROSS = 'M5.5 5.5 10.5 10.5M10.5 5.5 5.5 10.5';

const SHAPES: Readonly<Record<Rating, readonly BadgeShape[]>> = {
  true: [circle('plate', '6.6'), circle('body', '6.6'), path('glyph', TICK)],
  'mostly-true': [circle('plate', '6.6'), circle('ring', '5.9'), path('line', TICK)],
  mixed: [circle('plate', '6.6'), circle('ring', '5.9'), path('half', 'M8 2.1a5.9 5.9 0 0 0 0 11.8z')],
  misleading: [path('plate', TRIANGLE), path('body', TRIANGLE), path('glyph', 'M8 6.1v3.2'), dot(8, 11.5)],
  'mostly-false': [path('plate', OCTAGON), path('ring', OCTAGON_RING), path('line', CROSS)],
  false: [path('plate', OCTAGON), path('body', OCTAGON), path('glyph', CROSS)],
  unproven: [
    path('plate', DIAMOND),
    path('body', DIAMOND),
    path('glyph', 'M6.2 6.3a1.85 1.85 0 1 1 2.8 1.6c-.7.4-1 .8-1 1.4'),
    dot(8, 11.4, 0.95),
  ],
  outdated: [circle('plate', '6.6'), circle('ring', '5.9'), path('line', 'M8 4.7V8.2l2.5 1.5')],
  satire: [
    path('plate', MASK),
    path('body', MASK),
    dot(5.4, 7.2),
    dot(10.6, 7.2),
    path('glyph', 'M5.4 10.3c1.5 1.6 3.7 1.6 5.2 0'),
  ],
  context: [
    square('plate', '1.8', '12.4'),
    square('body', '1.8', '12.4'),
    dot(8, 4.9, 1.05),
    path('glyph', 'M8 7.7v3.8'),
  ],
  unrated: [square('plate', '1.8', '12.4'), square('ring', '2.5', '11'), path('line', 'M5.4 8h5.2')],
};

/** What to draw for a rating, in a 16 × 16 field. */
export const badgeSvg = (rating: Rating): BadgeDrawing => ({ viewBox: '0 0 16 16', shapes: SHAPES[rating] });

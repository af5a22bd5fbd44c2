/** Where letters leave their ink, measured with the page's own fonts on a canvas that is never shown. */

import { doc } from '../../dom/safe';

/** Heights over (`ascent`) and under (`descent`) the baseline in CSS pixels of the unzoomed font. */
export interface Face {
  /** Of the font: a rectangle of text is as high as both together. */
  readonly ascent: number;
  readonly descent: number;
  /** Of the highest and lowest common letters. */
  readonly high: number;
  readonly low: number;
  readonly capital: number;
}

/** How far one character's ink reaches from its origin; all positive outward. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

let canvas: CanvasRenderingContext2D | null | undefined;
let lastFont = '';

function measure(font: string, text: string): TextMetrics | undefined {
  canvas ??= doc.createElement('canvas').getContext('2d');
  if (!canvas) return undefined;
  // What it tells of its font is not what it was told; parsing it again for every letter is dear.
  if (lastFont !== font) canvas.font = lastFont = font;
  return canvas.measureText(text);
}

/** The `font` of a computed style as a canvas wants it. */
export const fontOf = ({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string =>
  `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;

/** The measures of a font whose letters are `fontSize` pixels high. Not kept: the page may load another by that name. */
export function faceOf(font: string, fontSize: number): Face {
  const all = measure(font, 'x');
  const low = measure(font, 'gjpqyQ(;');
  return {
    ascent: all?.fontBoundingBoxAscent ?? 0.9 * fontSize,
    descent: all?.fontBoundingBoxDescent ?? 0.25 * fontSize,
    high: measure(font, 'bdfl(')?.actualBoundingBoxAscent ?? 0.76 * fontSize,
    low: low?.actualBoundingBoxDescent ?? 0.24 * fontSize,
    capital: measure(font, 'H')?.actualBoundingBoxAscent ?? 0.7 * fontSize,
  };
}

/** The ink of one character; `undefined` where it can't be measured. */
export function inkOf(font: string, character: string): Ink | undefined {
  const m = measure(font, character);
  return (
    m && {
      left: -m.actualBoundingBoxLeft,
      right: m.actualBoundingBoxRight,
      up: m.actualBoundingBoxAscent,
      down: m.actualBoundingBoxDescent,
    }
  );
}

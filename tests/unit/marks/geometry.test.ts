/** Where a card goes: never over its sentence while there is room anywhere else, always inside the viewport. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  around,
  type Box,
  isOnTheWay,
  placeBeside,
  type Question,
} from '../../../entrypoints/marks/geometry';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const question = (change: Partial<Question> = {}): Question => ({
  sentence: box(200, 300, 400, 40),
  badge: box(584, 320, 16, 16),
  card: { width: 340, height: 400 },
  viewport: { width: 1280, height: 900 },
  rtl: false,
  vertical: false,
  ...change,
});
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const cardAt = (q: Question) => {
  const { left, top, room } = placeBeside(q);
  return box(left, top, q.card.width, Math.min(q.card.height, room));
};

describe('the place of a card', () => {
  it('stays on its side when the card grows, and leaves it where no room is left', () => {
    const { side, top } = placeBeside(question());
    const grown = question({ card: { width: 340, height: 560 }, side });
    expect(placeBeside(grown)).toMatchObject({ side: 'below', top });
    expect(placeBeside({ ...grown, side: undefined }).side).toBe('right');
    const low = { sentence: box(200, 860, 400, 40), badge: box(584, 880, 16, 16), side };
    expect(placeBeside(question(low)).side).toBe('above');
  });

  it('is below its sentence, and above where it does not fit below', () => {
    expect(cardAt(question()).top).toBe(348);
    const low = question({ sentence: box(200, 700, 400, 40), badge: box(584, 720, 16, 16) });
    expect(cardAt(low).bottom).toBe(692);
  });

  it('is beside it where it fits neither below nor above', () => {
    const tall = question({ sentence: box(20, 300, 400, 300), badge: box(404, 580, 16, 16) });
    expect(cardAt(tall).left).toBe(428);
    expect(cardAt({ ...tall, sentence: box(800, 300, 400, 300), rtl: true }).right).toBe(792);
  });

  it('is beside text that runs down the page', () => {
    const line = { sentence: box(600, 50, 20, 500), badge: box(602, 552, 16, 16), vertical: true };
    expect(cardAt(question(line)).right).toBe(592);
    expect(cardAt(question({ ...line, viewport: { width: 700, height: 2_000 } })).right).toBe(592);
    expect(
      cardAt(question({ ...line, sentence: box(40, 50, 20, 500), badge: box(42, 552, 16, 16) })).left,
    ).toBe(68);
  });

  it('reaches out the way the text came', () => {
    const middle = question({ badge: box(592, 320, 16, 16) });
    expect(cardAt(middle).left).toBeGreaterThan(cardAt({ ...middle, rtl: true }).left);
  });

  it('keeps the badge free where the sentence fills the screen', () => {
    const full = question({ sentence: box(0, 0, 1280, 900), badge: box(400, 500, 16, 16) });
    expect(overlap(cardAt(full), full.badge)).toBe(false);
  });

  it('is inside the viewport, and off the sentence wherever that leaves room for it', () =>
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: 0, max: 1_000 }),
          y: fc.integer({ min: 0, max: 800 }),
          width: fc.integer({ min: 20, max: 900 }),
          height: fc.integer({ min: 12, max: 300 }),
          card: fc.integer({ min: 150, max: 560 }),
          screen: fc.record({
            width: fc.integer({ min: 360, max: 1_600 }),
            height: fc.integer({ min: 240, max: 1_200 }),
          }),
          rtl: fc.boolean(),
          vertical: fc.boolean(),
        }),
        ({ x, y, width, height, card, screen, rtl, vertical }) => {
          const left = Math.min(x, screen.width - 30);
          const top = Math.min(y, screen.height - 20);
          const sentence = box(
            left,
            top,
            Math.min(width, screen.width - left),
            Math.min(height, screen.height - top),
          );
          const q = question({
            sentence,
            badge: box(sentence.right - 16, sentence.bottom - 16, 16, 16),
            card: { width: 340, height: card },
            viewport: screen,
            rtl,
            vertical,
          });
          const at = cardAt(q);
          expect(at.left).toBeGreaterThanOrEqual(8);
          expect(at.top).toBeGreaterThanOrEqual(8);
          expect(at.right).toBeLessThanOrEqual(screen.width - 8);
          expect(at.bottom).toBeLessThanOrEqual(screen.height - 8);
          const rooms = [
            sentence.top - 16,
            screen.height - sentence.bottom - 16,
            ...[sentence.left - 16, screen.width - sentence.right - 16].map((r) =>
              r >= 340 ? screen.height - 16 : 0,
            ),
          ];
          if (Math.max(...rooms) >= 96) expect(overlap(at, sentence)).toBe(false);
        },
      ),
    ));
});

describe('the box around a sentence', () => {
  const screen = { width: 1_000, height: 800 };

  it('holds what can be seen of it', () => {
    expect(around([box(10, 10, 100, 20), box(5, 30, 50, 20), box(0, 900, 1_000, 20)], screen)).toEqual(
      box(5, 10, 105, 40),
    );
    expect(around([box(0, 900, 10, 10)], screen)).toBeUndefined();
  });
});

describe('the way to the card', () => {
  const card = box(300, 400, 340, 400);
  const from = { x: 200, y: 300 };

  it('holds the straight way from where the pointer left to every corner', () => {
    for (const [x, y] of [
      [300, 400],
      [640, 400],
      [300, 800],
      [640, 800],
    ] as const)
      for (const t of [0, 0.25, 0.5, 0.75, 1])
        expect(isOnTheWay({ x: from.x + t * (x - from.x), y: from.y + t * (y - from.y) }, from, card)).toBe(
          true,
        );
  });

  it('does not hold the ways elsewhere', () => {
    for (const at of [
      { x: 200, y: 280 },
      { x: 180, y: 300 },
      { x: 640, y: 300 },
      { x: 200, y: 700 },
    ])
      expect(isOnTheWay(at, from, card), JSON.stringify(at)).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { readingGrade } from '../../../../lib/cli/strict/grade';

it('is the formula of Kincaid: .39 words a sentence + 11.8 syllables a word - 15.59', () => {
  // 6 words, 6 syllables; 3 words, 10 syllables.
  expect(readingGrade('The cat sat on the mat. Citizens consider legislation [2].')).toBeCloseTo(
    0.39 * (9 / 2) + 11.8 * (16 / 9) - 15.59,
    5,
  );
});

it('does not count citations, and has none for no words', () => {
  expect(readingGrade('The cat sat on the mat [1] [2].')).toBe(readingGrade('The cat sat on the mat.'));
  expect(readingGrade('')).toBeNaN();
});

/** What the sentence after one does to it. */
import { describe, expect, it } from 'vitest';
import { answerIn, takenBack } from '../../../lib/match/stance-next';

describe('an answer', () => {
  it.each([
    ['The short answer in law is no.', 'denies'],
    ['The treaty of 1960 says yes, replied the admiral.', 'asserts'],
    ['It is not, whatever they say.', 'denies'],
    ['Yes, since 1953.', 'asserts'],
    ['A: It depends on whom you ask.', undefined],
    ['Does anybody know?', undefined],
  ] as const)('is read in %s', (next, stance) => expect(answerIn(next)).toBe(stance));
});

describe('taking back', () => {
  it.each([
    'Nothing like that exists between the two.',
    'They’re all mistaken.',
    'Show me the text.',
    'All it promised was to consult.',
    'Jordan’s name is not among them.',
    'It isn’t one.',
  ])('is heard in %s', (next) => expect(takenBack(next)).toBe(true));

  it.each(['It was signed in 1951.', 'They signed it in May.', 'Nobody objected.'])(
    'is not heard in %s',
    (next) => expect(takenBack(next)).toBe(false),
  );
});

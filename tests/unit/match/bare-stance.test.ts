/** Floors sit a little under what was reached: they catch a fall. */
import { describe, expect, it } from 'vitest';
import { stanceToward } from '../../../lib/match/bare/stance';
import { readTerms } from '../../../lib/match/segment/terms';
import { toldStances } from '../../support/stances';

const toward = (claim: string, text: string, next = '') => {
  const said = readTerms(claim);
  const held = new Set(said.terms.map((t) => t.hash));
  return stanceToward(
    said.negated,
    readTerms(text).terms.filter((t) => held.has(t.hash)),
    text,
    next,
  ).stance;
};

describe('stanceToward', () => {
  it.each([
    ['The dam failed.', 'The dam at Orr failed on Friday.', '', 'asserts'],
    ['The dam failed.', 'The dam at Orr did not fail.', '', 'denies'],
    ['The dam did not fail.', 'The dam at Orr did not fail.', '', 'asserts'],
    ['The dam did not fail.', 'The dam at Orr failed on Friday.', '', 'denies'],
    ['The dam did not fail.', 'It is a myth that the dam at Orr failed.', '', 'asserts'],
    ['The dam failed.', 'There is no evidence that the dam failed.', '', 'denies'],
    ['The dam failed.', 'The dam failed, and your paper will not tell you.', '', 'asserts'],
    ['The dam failed.', 'Did the dam fail?', '', 'asks'],
    ['The dam failed.', 'Did the dam fail?', 'No, it did not.', 'denies'],
    ['The dam failed.', 'Did you know the dam failed?', '', 'asserts'],
    ['The dam failed.', 'A viral post says that the dam failed.', '', 'mentions'],
    ['The dam failed.', 'The dam failed, they say.', 'That is false.', 'denies'],
    ['The dam failed.', 'Not only the dam failed, the bridge did too.', '', 'asserts'],
  ])('%s | %s %s: %s', (claim, text, next, stance) => expect(toward(claim, text, next)).toBe(stance));

  const pairs = toldStances();
  const share = (of: typeof pairs) => of.filter((t) => t.right).length / of.length;
  it('is right for most pairs it was made with', () => {
    expect(pairs).toHaveLength(240);
    expect(share(pairs.filter((t) => t.seen))).toBeGreaterThan(0.89);
  });
  it('is right for seven in ten of the others, and more where it is sure', () => {
    const others = pairs.filter((t) => !t.seen);
    expect(share(others)).toBeGreaterThan(0.7);
    expect(share(others.filter((t) => t.sure))).toBeGreaterThanOrEqual(0.9);
  });
});

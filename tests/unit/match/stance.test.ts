import { describe, expect, it } from 'vitest';
import { stanceOf } from '../../../lib/match/stance';
import { readWords } from '../../../lib/match/words';

/** Stance toward the word “pact” in `text`. */
const stance = (text: string, next = '') => {
  const words = readWords(text);
  const at = words.findIndex((w) => w.word === 'pact');
  return stanceOf(text, words, at, at + 1, next).stance;
};

describe('stanceOf', () => {
  it.each([
    ['The US has a pact with Israel.', 'asserts'],
    ['The US has no pact with Israel.', 'denies'],
    ['Israel lacks a pact.', 'denies'],
    ['Is there a pact?', 'asks'],
    ['Isn’t there a pact?', 'asks'],
    ['She asked whether a pact exists.', 'asks'],
    ['True or false: there is a pact.', 'asks'],
    ['Posts claiming a pact spread fast.', 'mentions'],
    ['The draft pact runs for ten years.', 'mentions'],
    ['The pact has never been stronger.', 'asserts'],
    ['The pact binds us, and it could not be otherwise.', 'asserts'],
    ['The US ended its pact with Taiwan.', 'denies'],
    ['There is everything short of a pact.', 'denies'],
    ['The notion that a pact exists is widespread.', 'mentions'],
    ['Why the US never signed a pact', 'denies'],
    ['There is not only a pact but an army.', 'asserts'],
    ['Pact or no pact, they have fired.', 'asserts'],
    ['With the pact we are in it whether we like it or not.', 'asserts'],
    ['It is a myth that a pact exists.', 'denies'],
  ])('%s %s', (text, expected) => expect(stance(text)).toBe(expected));

  it('lets the next sentence answer or take back', () => {
    expect(stance('Is there a pact?', 'There is not.')).toBe('denies');
    expect(stance('Is there a pact?', 'Yes, since 1951.')).toBe('asserts');
    expect(stance('Is there a pact?', 'He would not say.')).toBe('asks');
    expect(stance('They call it a pact.', 'It isn’t one.')).toBe('denies');
  });

  it('points at the cue', () => {
    const text = 'There is no pact.';
    const found = stanceOf(text, readWords(text), 3, 4);
    expect(text.slice(found.cue?.start, found.cue?.end)).toBe('no');
  });
});

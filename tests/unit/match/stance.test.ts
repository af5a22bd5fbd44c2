import { describe, expect, it } from 'vitest';
import { ownNegation, stanceOf } from '../../../lib/match/stance';
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

describe('a claim with a negation of its own', () => {
  /** Stance toward the claim that they pay no taxes, of which “pay … taxes” was found. */
  const toward = (text: string) => {
    const words = readWords(text);
    const start = words.findIndex((w) => /^pa(y|id|ying)$/.test(w.word));
    const end = words.findIndex((w) => w.word === 'taxes') + 1;
    const found = stanceOf(text, words, start, end, '', ownNegation(readWords('They pay no taxes.'), true));
    return [found.stance, found.sure];
  };
  it.each([
    ['They pay no taxes.', 'asserts', true],
    ['They don’t pay taxes.', 'asserts', true],
    ['They live here without paying any taxes.', 'asserts', true],
    ['It is a myth that they pay no taxes.', 'denies', true],
    ['Nobody says that they pay no taxes.', 'denies', true],
    ['Do they pay no taxes?', 'asks', true],
    ['They paid billions in taxes.', 'denies', false],
  ])('%s %s', (text, stance, sure) => expect(toward(text)).toEqual([stance, sure]));
});

describe('a claim whose own word judges elsewhere', () => {
  const toward = (text: string, claim: string) => {
    const words = readWords(text);
    const at = words.findIndex((w) => w.word === 'hoax');
    return stanceOf(text, words, Math.max(0, at - 4), at + 1, '', ownNegation(readWords(claim), false))
      .stance;
  };
  it('takes it for the claim in its phrase', () => {
    expect(toward('The landing was a hoax.', 'The Moon landings were a hoax.')).toBe('asserts');
    expect(toward('The landing was a hoax.', 'There was a landing.')).toBe('denies');
    expect(toward('The landing was no hoax.', 'The Moon landings were a hoax.')).toBe('denies');
  });
});

it.each([
  ['They do not get a pact.', 'denies'],
  ['They don’t get any pact.', 'denies'],
  ['They won’t get in the way of the pact.', 'asserts'],
  ['Their standing under the pact has never been higher.', 'asserts'],
  ['They don’t even have a pact.', 'denies'],
])('%s %s', (text, expected) => expect(stance(text)).toBe(expected));

it('takes a verb in the phrase for the claim, and one before it for what it is', () => {
  const text = 'The vaccine does not affect your pact.';
  const words = readWords(text);
  expect(stanceOf(text, words, 4, 7).stance).toBe('denies');
  expect(stanceOf(text, words, 6, 7).stance).toBe('asserts');
});

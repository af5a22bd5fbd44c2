import { describe, expect, it } from 'vitest';
import { compile, compileSets, PatternError } from '../../../lib/match/pattern';

const none = new Map();

describe('compile', () => {
  it.each([
    ['<nowhere>', 'unknown set'],
    ['(a|', 'empty choice'],
    ['(a|b', 'missing'],
    ['a) b', 'stray'],
    ['a & !', 'empty choice'],
    ['! a', 'right after'],
    ['((((((((a))))))))', 'nested'],
    ['', 'empty choice'],
  ])('refuses %s', (source, why) => {
    expect(() => compile(source, none)).toThrow(PatternError);
    expect(() => compile(source, none)).toThrow(why);
  });

  it('reads clauses, and which of them must be absent', () => {
    expect(compile('a & b & !c', none).map((c) => c.absent)).toEqual([false, false, true]);
  });

  it('splits hyphenated words and folds spelling', () => {
    expect(compile('treaty-bound Defence', none)[0]?.sequence).toEqual(
      compile('treaty bound defense', none)[0]?.sequence,
    );
  });

  it('lets a set use only sets before it, and no “&”', () => {
    expect(() => compileSets({ a: ['<b>'], b: ['x'] })).toThrow('unknown set <b>');
    expect(() => compileSets({ a: ['x & y'] })).toThrow('&');
  });
});

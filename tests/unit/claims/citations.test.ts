import { describe, expect, it } from 'vitest';
import { paragraphs, parseCitations } from '../../../lib/claims/citations';

describe('parseCitations', () => {
  it('splits text and citations', () => {
    expect(parseCitations('Rock [1][12]. More')).toEqual([
      { kind: 'text', text: 'Rock ' },
      { kind: 'cite', n: 1, text: '[1]' },
      { kind: 'cite', n: 12, text: '[12]' },
      { kind: 'text', text: '. More' },
    ]);
  });
  it.each(['[0]', '[01]', '[100]', '[x]', '[]', '[-1]', '[1', '1]', '[ 1 ]', '[1.5]', '[¹]', '[٣]'])(
    'leaves “%s” as text',
    (text) => {
      expect(parseCitations(text)).toEqual([{ kind: 'text', text }]);
    },
  );
  it('finds a citation within brackets', () => {
    expect(parseCitations('[[7]]').map((r) => r.text)).toEqual(['[', '[7]', ']']);
  });
  it('leaves markup as text', () => {
    const text = '<img src=x onerror=alert(1)>';
    expect(parseCitations(text)).toEqual([{ kind: 'text', text }]);
  });
  it('makes nothing of nothing', () => expect(parseCitations('')).toEqual([]));
});

describe('paragraphs', () => {
  it('splits at blank lines only', () => {
    expect(paragraphs('\n\none\nstill one\n\n\ntwo\n\n')).toEqual(['one\nstill one', 'two']);
  });
});

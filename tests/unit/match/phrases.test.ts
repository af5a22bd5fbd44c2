/** The phrase table on cases chosen by hand, and the work it does on texts made to wear it out. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/match/fold';
import { buildPhrases } from '../../../lib/match/phrases/build';
import { H } from '../../../lib/match/phrases/layout';
import { openPhrases, type Phrases } from '../../../lib/match/phrases/phrases';
import { checksum } from '../../../lib/match/segment/layout';

const tokens = (text: string) => fold(text).hashes;
const tableOf = (...texts: string[]) => buildPhrases(texts.map((text) => ({ tokens: tokens(text) })));
const open = (...texts: string[]) => openPhrases(tableOf(...texts));

function found(phrases: Phrases, text: string): (readonly [number, number, number])[] {
  const hashes = tokens(text);
  const all: (readonly [number, number, number])[] = [];
  phrases.scan(hashes, 0, hashes.length, (phrase, start, length) => {
    all.push([phrase, start, length]);
    return false;
  });
  return all.sort();
}

describe('scan', () => {
  it('finds phrases inside others, overlapping, repeated and at both ends', () => {
    const phrases = open('red fox', 'the red fox', 'fox runs', 'red', 'runs');
    expect(found(phrases, 'The red fox runs, the RED fox runs')).toEqual([
      [0, 1, 2],
      [0, 5, 2],
      [1, 0, 3],
      [1, 4, 3],
      [2, 2, 2],
      [2, 6, 2],
      [3, 1, 1],
      [3, 5, 1],
      [4, 3, 1],
      [4, 7, 1],
    ]);
  });

  it('finds a number by any of its anchors', () => {
    const phrases = openPhrases(
      buildPhrases([{ anchors: [tokens('red fox'), tokens('wolf')] }, { tokens: tokens('grey wolf') }]),
    );
    expect(found(phrases, 'a grey wolf and a red fox')).toEqual([
      [0, 2, 1],
      [0, 5, 2],
      [1, 1, 2],
    ]);
    expect(phrases.anchors).toBe(3);
  });

  it('stays within the range it is given', () => {
    const phrases = open('red fox runs');
    const hashes = tokens('red fox runs red fox runs');
    const starts: number[] = [];
    const visit = (_: number, start: number) => {
      starts.push(start);
      return false;
    };
    phrases.scan(hashes, 1, 6, visit);
    phrases.scan(hashes, 0, 2, visit);
    phrases.scan(hashes, 3, 3, visit);
    expect(starts).toEqual([3]);
  });

  it('ends when told to', () => {
    const phrases = open('fox');
    let seen = 0;
    phrases.scan(tokens('fox fox fox'), 0, 3, () => ++seen === 2);
    expect(seen).toBe(2);
  });

  it('has nothing to find in no phrases', () => {
    const phrases = open();
    expect([phrases.size, phrases.anchors, found(phrases, 'the red fox')]).toEqual([0, 0, []]);
  });
});

describe('building', () => {
  it('refuses a phrase without tokens or with too many', () => {
    expect(() => tableOf('')).toThrow('phrase 0 has 0 tokens');
    expect(() => buildPhrases([{ tokens: new Int32Array(70_000) }])).toThrow('70000 tokens');
  });

  it('spreads phrases with words in common over different anchors', () => {
    const animals = 'fox wolf bear deer hare owl crow mole'.split(' ');
    const phrases = open(...animals.map((a) => `of the ${a} ran`));
    const hashes = tokens('of the '.repeat(500));
    expect(phrases.scan(hashes, 0, hashes.length, () => false)).toBe(0);
  });
});

describe('opening', () => {
  const table = tableOf('red fox', 'the red fox', 'wolf');
  /** The table with one word changed; with a checksum that fits again if `sealed`. */
  const broken = (at: number, value: number, sealed = true) => {
    const words = new Int32Array(table.slice(0));
    words[at] = value;
    if (sealed) words[H.checksum] = checksum(words, H.checksum + 1);
    return words.buffer;
  };
  const last = table.byteLength / 4 - 1;

  it.each<[string, ArrayBuffer, string]>([
    ['nothing', new ArrayBuffer(0), 'truncated'],
    ['half of it', table.slice(0, table.byteLength / 2 - 2), 'truncated'],
    ['something else', broken(H.magic, 7), 'FMPH'],
    ['another version', broken(H.version, 7), 'version 7'],
    ['a wrong length', broken(H.bytes, 8), 'truncated'],
    ['damage', broken(last, 7, false), 'checksum'],
    ['too many entries', broken(H.entries, 1 << 30), 'more than its bytes'],
    ['counts that do not add up', broken(H.entries, 3), 'add up'],
    ['a phrase that is not there', broken(H.phrases, 2), 'not there'],
    ['a shorter longest phrase', broken(H.longest, 1), 'impossible shape'],
    ['more singles', broken(H.singles, 2), 'more or fewer'],
  ])('refuses %s', (_, bytes, message) => expect(() => openPhrases(bytes)).toThrow(message));

  it('reads a table inside a larger buffer', () => {
    const larger = new ArrayBuffer(table.byteLength + 24);
    new Uint8Array(larger).set(new Uint8Array(table), 8);
    expect(found(openPhrases(larger, 8, table.byteLength), 'a wolf')).toEqual([[2, 1, 1]]);
    expect(() => openPhrases(larger, 6, table.byteLength)).toThrow('truncated');
    expect(() => openPhrases(larger, 16)).toThrow();
  });
});

describe('work on texts made to wear it out', () => {
  const phrases = open(
    'treaty',
    'treaty treaty',
    'treaty treaty treaty treaty now',
    'mutual defense treaty',
    'no such treaty',
  );
  const work = (text: string) => {
    const hashes = tokens(text);
    return phrases.scan(hashes, 0, hashes.length, () => false);
  };

  it('is a constant for each of 10⁶ repeats of a trigger', () => {
    const few = work('treaty '.repeat(1_000));
    expect(work('treaty '.repeat(1_000_000))).toBeLessThanOrEqual(1_001 * few);
    expect(few).toBeLessThanOrEqual(12 * 1_000);
  });

  it('is next to none for 1 MB without a space, or of lone surrogates', () => {
    expect(work('treaty'.repeat(170_000))).toBe(0);
    expect(work('\ud800'.repeat(1_000_000))).toBe(0);
    expect(work('\udc00 treaty \ud83d'.repeat(1_000))).toBeLessThanOrEqual(12 * 1_000);
  });
});

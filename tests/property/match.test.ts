import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, type Match, type Passage, read } from '../../lib/match/find';
import { fold, foldHashes, foldWord, hashWord } from '../../lib/match/fold';
import type { Library, Way } from '../../lib/match/library';
import { meets } from '../../lib/match/needs';
import { compile, type Node, PatternError, type Sequence } from '../../lib/match/pattern';
import { PLACES } from '../../lib/match/places';
import { search } from '../../lib/match/search';
import { sentences } from '../../lib/match/sentences';
import { spellingsOf } from '../../lib/match/words';
import { starter } from '../unit/match/starter';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('folding', () => {
  it('keeps offsets: each token’s slice folds to the same word and hash', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words: string[] = [];
        const { starts, ends, hashes } = fold(text, words);
        let last = 0;
        for (let i = 0; i < words.length; i++) {
          const start = starts[i] as number;
          const end = ends[i] as number;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(foldWord(text.slice(start, end))).toBe(words[i]);
          expect(hashes[i]).toBe(hashWord(words[i] as string));
          last = end;
        }
      }),
    );
  });
});

describe('folding in a page', () => {
  const tricky = fc
    .array(
      fc.constantFrom(
        ..."aSZ é中かกß½𝒜😀.,٫'’1 2٣\u00ad\ud800\n-",
        "'s ",
        '1,000',
        '3.8bn',
        'U.S.',
        '’s.',
        "s'",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  it('gives the very hashes that the background finds', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, anyText), (text) => {
        expect([...foldHashes(text)]).toEqual([...fold(text).hashes]);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('sentences', () => {
  it('lose no character but white space, and stand in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = sentences(text);
        let last = 0;
        for (const { start, end } of spans) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

const ways: readonly Way[] = starter.ways();

/** A library that takes every way for a candidate everywhere. */
const naive: Library = {
  size: starter.size,
  anchors: 0,
  candidates: () => [...ways],
  mayMatch: () => true,
  ways: () => [...ways],
};

/** Words of one way in reading order, some options and gaps chosen by `pick`. */
function sampleWay(sequence: Sequence, pick: () => number, out: string[]): void {
  for (const node of sequence) sampleNode(node, pick, out);
}

const names = new Map<string, string[]>();
for (const entries of PLACES.values())
  for (const e of entries) names.set(e.code, [...(names.get(e.code) ?? []), e.words.join(' ')]);
const nameOf = (code: string, pick: () => number) => {
  const all = names.get(code) ?? ['Japan'];
  return all[pick() % all.length] as string;
};

function sampleNode(node: Node, pick: () => number, out: string[]): void {
  if (node.kind === 'word') {
    const all = spellingsOf(node.word);
    out.push(all[pick() % all.length] as string);
  } else if (node.kind === 'any' || (node.kind === 'optional' && pick() % 2 === 0))
    sampleWay(node.options[pick() % node.options.length] as Sequence, pick, out);
  else if (node.kind === 'gap')
    for (let i = pick() % 3; i > 0; i--) out.push(['he', 'said', 'no', 'the'][pick() % 4] as string);
  else if (node.kind === 'slot') {
    const fixed: Record<string, string> = {
      money: '$38 billion',
      number: 'fifty',
      year: '1951',
      other: 'Japan',
      any: 'Israel',
    };
    out.push(fixed[node.slot] ?? nameOf(node.slot, pick));
  }
}

const sentence = fc
  .tuple(fc.nat(ways.length - 1), fc.array(fc.nat(9_999), { minLength: 40, maxLength: 40 }), fc.boolean())
  .map(([w, picks, question]) => {
    let i = 0;
    const pick = () => picks[i++ % picks.length] as number;
    const out: string[] = [];
    for (const clause of ways[w]?.pattern ?? []) if (!clause.absent) sampleWay(clause.sequence, pick, out);
    if (pick() % 2 === 0) out.push('with', nameOf('IL', pick), 'and', nameOf('US', pick));
    return `${out.join(' ')}${question ? '?' : '.'}`;
  });
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((s) => s.join(' '));

describe('the index', () => {
  it('finds exactly what trying every way on every sentence finds', () => {
    let matched = 0;
    fc.assert(
      fc.property(text, (t) => {
        const passage: Passage = { text: t };
        const fast = findMatches(starter, passage);
        // Reasons aside: two ways of one claim may find the same words at the same score.
        const key = ({ reasons: _, ...rest }: Match) => rest;
        expect(fast.map(key)).toEqual(findMatches(naive, passage).map(key));
        const page = sentences(t).map((s) => read(t.slice(s.start, s.end)));
        for (const way of ways)
          for (const sentence of page)
            if (!meets(way.needs, sentence.mentions))
              expect(search(way.pattern, sentence, way.claim.parties)).toBe(undefined);
        if (fast.length > 0) {
          matched++;
          expect(starter.mayMatch(fold(t).hashes)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    expect(matched).toBeGreaterThan(8);
  });
});

const piece = fc.constantFrom(
  'a',
  'pact',
  '(',
  ')',
  '[',
  ']',
  '|',
  '&',
  '!',
  '~',
  '..',
  '...',
  '{US}',
  '{any}',
  '{=IL}',
  '{money}',
  '<x>',
  '^',
  '$',
  'b-c',
  '{',
  '<',
);

describe('patterns', () => {
  it('compile or throw PatternError, and search within bounds', () => {
    const page = read(`America ${'a pact b '.repeat(40)} Israel $3 billion c`);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        try {
          const found = search(compile(pieces.join(' '), new Map()), page, ['US', 'IL']);
          if (found) expect(found.end).toBeLessThanOrEqual(page.words.length);
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
    );
  });
});

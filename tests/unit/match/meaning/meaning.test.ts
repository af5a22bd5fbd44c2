import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Aligner } from '../../../../lib/match/meaning/align';
import { checkMeaningWeights, MEANING_FEATURES } from '../../../../lib/match/meaning/features';
import { writeVectors } from '../../../../lib/match/meaning/layout';
import { ClaimMeanings } from '../../../../lib/match/meaning/nearest';
import { MeantCollection } from '../../../../lib/match/meaning/rank';
import { MeaningError, openVectors } from '../../../../lib/match/meaning/vectors';
import { MEANING_WEIGHTS } from '../../../../lib/match/meaning/weights';
import { Background } from '../../../../lib/match/score/background';
import { BACKGROUND } from '../../../../lib/match/score/background-counts';
import { Collection } from '../../../../lib/match/score/collection';
import { WEIGHTS } from '../../../../lib/match/score/weights';
import { buildSegment } from '../../../../lib/match/segment/build';
import { openSegment } from '../../../../lib/match/segment/segment';
import { readTerms } from '../../../../lib/match/segment/terms';

const hashOf = (word: string) => readTerms(word).terms[0]?.hash as number;
const hashesOf = (text: string) => readTerms(text).terms.map(({ hash }) => hash);

/** Two directions: beasts and food; “goat” and “ram” are near each other. */
const WORDS: Record<string, [number, number]> = {
  goat: [3, 0.3],
  ram: [2.8, 0.1],
  mayor: [0.5, -2],
  burgomaster: [0.4, -1.8],
  cheese: [-1, 3],
  cheddar: [-0.8, 2.9],
};
const bytes = () =>
  writeVectors(
    Float64Array.of(0.05, 0.02),
    new Map(Object.entries(WORDS).map(([word, vector]) => [hashOf(word), Float64Array.from(vector)])),
  );
const vectors = openVectors(bytes());

describe('vectors', () => {
  it('knows its terms and how alike they are', () => {
    expect(vectors.terms).toBe(6);
    const goat = vectors.find(hashOf('goat'));
    expect(vectors.find(hashOf('teapot'))).toBe(-1);
    expect(vectors.likeness(goat, goat)).toBeCloseTo(1, 5);
    expect(vectors.likeness(goat, vectors.find(hashOf('ram')))).toBeGreaterThan(0.95);
    expect(vectors.likeness(goat, vectors.find(hashOf('cheese')))).toBeLessThan(0);
  });
  it('says nothing of a text without known terms', () => {
    expect([...vectors.meaning(hashesOf('teapot'))]).toEqual([0, 0]);
    expect([...vectors.meaning([])]).toEqual([0, 0]);
  });
  it('says the same of a text whatever the order and number of its words', () => {
    expect(vectors.meaning(hashesOf('goat mayor goat'))).toEqual(vectors.meaning(hashesOf('mayor goat')));
  });
  it.each([
    ['another file', (b: Uint8Array) => b.fill(65, 0, 4), 'does not begin with FMWV'],
    ['another version', (b: Uint8Array) => b.fill(9, 4, 5), 'of version 9'],
    ['other counts', (b: Uint8Array) => b.fill(7, 16, 17), 'do not add up'],
    ['no dimensions', (b: Uint8Array) => b.fill(0, 20, 24), 'of 0 dimensions'],
    ['a flipped bit', (b: Uint8Array) => b.fill((b[60] as number) ^ 1, 60, 61), 'checksum'],
  ])('refuses %s', (_, damage, message) => {
    const buffer = bytes();
    damage(new Uint8Array(buffer));
    expect(() => openVectors(buffer)).toThrow(MeaningError);
    expect(() => openVectors(buffer)).toThrow(message);
  });
  it('refuses part of a file', () => {
    expect(() => openVectors(bytes().slice(0, -4))).toThrow('truncated');
    expect(() => openVectors(new ArrayBuffer(0))).toThrow('truncated');
  });
});

describe('align', () => {
  const aligned = (text: string, ...fields: string[]) =>
    new Aligner(vectors, hashesOf(text), () => 4).align(fields.map(hashesOf));
  it('counts the same words whole, like words by their likeness, others not', () => {
    expect(aligned('goat mayor', 'goat mayor').fields).toEqual([{ covers: 1, covered: 1 }]);
    expect(aligned('ram burgomaster', 'goat mayor').covers).toBeGreaterThan(0.9);
    expect(aligned('goat', 'teapot').fields).toEqual([{ covers: 0, covered: 0 }]);
    expect(aligned('teapot', 'teapot goat').fields).toEqual([{ covers: 1, covered: 0.5 }]);
  });
  it('covers with all fields what each covers in part', () => {
    const { covers, fields } = aligned('goat teapot', 'goat', 'teapot', '');
    expect(covers).toBe(1);
    expect(fields.map((field) => field.covers)).toEqual([0.5, 0.5, 0]);
  });
  it('gives nothing to an empty side', () => {
    expect(aligned('', 'goat').fields).toEqual([{ covers: 0, covered: 0 }]);
    expect(aligned('goat', '').fields).toEqual([{ covers: 0, covered: 0 }]);
    expect(aligned('goat')).toEqual({ covers: 0, fields: [] });
  });
});

describe('nearest', () => {
  const claims = new ClaimMeanings(vectors, [
    [hashesOf('goat mayor'), hashesOf('goat'), []],
    [hashesOf('cheese'), [], []],
    [[], [], []],
  ]);
  it('puts the nearest first, and as many as asked', () => {
    const nearness = claims.nearness(vectors.meaning(hashesOf('ram')));
    expect(claims.nearest(nearness, 5)[0]).toBe(0);
    expect(claims.nearest(nearness, 5)).toEqual([0]);
    expect(claims.nearest(nearness, 1)).toEqual([0]);
    expect(claims.nearest(nearness, 0)).toEqual([]);
  });
});

describe('rank by words and meaning', () => {
  const parts = [
    [
      { id: 'goat', claim: 'A goat was elected mayor.', title: 'Goat mayor' },
      { id: 'empty', claim: '', title: '' },
    ],
    [
      { id: 'moon', claim: 'The moon is made of cheese.', title: '' },
      { id: 'tea', claim: 'Teapots are green.', title: '' },
    ],
  ];
  const collection = new Collection(
    parts.map((claims) => openSegment(buildSegment(claims))),
    Background.read(BACKGROUND),
  );
  const meant = new MeantCollection(collection, vectors);
  const ids = (text: string, k = 4) =>
    meant.rank(WEIGHTS, MEANING_WEIGHTS, text, k).map(({ at }) => collection.idOf(at));
  it('finds a claim that shares no word with the text, in any segment', () => {
    expect(ids('ram as burgomaster')[0]).toBe('goat');
    expect(ids('cheddar')[0]).toBe('moon');
  });
  it('still finds what shares words only', () => expect(ids('green teapots')[0]).toBe('tea'));
  it('gives each claim once, and as many as asked', () => {
    const found = ids('ram goat mayor cheese teapots');
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain('empty');
    expect(ids('goat cheddar teapots', 2)).toHaveLength(2);
  });
});

describe('what has been learnt', () => {
  it('is for these features', () => {
    expect(MEANING_WEIGHTS).toHaveLength(MEANING_FEATURES.length);
    expect(() => checkMeaningWeights(['words'], [1])).toThrow(RangeError);
  });
  it('is written for the terms that this version reads', () => {
    const file = join(import.meta.dirname, '../../../../lib/cli/data/meaning.bin');
    expect(existsSync(file)).toBe(true);
    const { buffer, byteOffset, byteLength } = readFileSync(file);
    const learnt = openVectors(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
    const likeness = (a: string, b: string) =>
      learnt.likeness(learnt.find(hashOf(a)), learnt.find(hashOf(b)));
    for (const word of ['president', 'vaccine', 'dog', 'election', 'died'])
      expect(learnt.find(hashOf(word)), word).toBeGreaterThanOrEqual(0);
    expect(likeness('doctor', 'physician')).toBeGreaterThan(likeness('doctor', 'election'));
    expect(likeness('car', 'automobile')).toBeGreaterThan(likeness('car', 'vaccine'));
    expect(byteLength).toBeLessThanOrEqual(8_000_000);
  });
});

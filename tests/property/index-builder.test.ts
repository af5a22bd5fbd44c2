import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bare, type BuiltIndex, buildIndex, IndexBuilder } from '../../lib/match/bare/build';
import { offMask } from '../../lib/match/bare/mask';
import { openBeside } from '../../lib/match/score/beside';
import { atOnce } from '../../lib/match/segment/build';
import { Rows } from '../../lib/match/segment/collect';
import { isOff } from '../../lib/match/segment/off';
import { orderOf } from '../../lib/match/segment/order';
import { candidatesOver, openSegment, SegmentError } from '../../lib/match/segment/segment';
import { sharersOver } from '../../lib/match/segment/sharers';
import { readTerms } from '../../lib/match/segment/terms';
import { random } from '../bench/claims';

const word = fc.constantFrom(
  ...'the not Paris NATO $3.8 billion 1951 2,019 2019 U. S. é border tariff vaccine 3 % million otter prohibió las l’eau 疫苗'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.array(word, { maxLength: 16 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme' }),
);
const maybe = fc.option(text, { nil: undefined });
const bare = fc.record({
  claim: text,
  title: maybe,
  subtitle: maybe,
  checkedOn: fc.constantFrom(undefined, '2020-01-02', '3 May 2016', 'some day'),
  language: fc.constantFrom(undefined, 'en', 'es', 'de'),
});
const id = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('a', 'ab', '\ue000x', '\uffeex', '\u{10000}x', '\u{1f600}', '\ud7ff', 'é', 'ê'),
);
const claimsOf = (most: number) =>
  fc
    .uniqueArray(fc.tuple(id, bare), { maxLength: most, selector: ([name]) => name })
    .map((all) => all.map(([name, rest]): Bare => ({ id: name, ...rest })));

/** Bytes and checksum of the segment below, as the program wrote it that had an object for each claim. */
const GOLDEN = [296_912, -1_225_226_008];

const same = (a: BuiltIndex, b: BuiltIndex) =>
  Buffer.from(a.segment).equals(Buffer.from(b.segment)) &&
  Buffer.from(a.beside).equals(Buffer.from(b.beside));

describe('an index in the making', () => {
  it('forgets a dropped claim as if it had never been added', () => {
    fc.assert(
      fc.property(claimsOf(30), fc.infiniteStream(fc.boolean()), (claims, drop) => {
        const builder = new IndexBuilder();
        const kept: Bare[] = [];
        for (const claim of claims) {
          const ordinal = builder.add(claim);
          if (drop.next().value) builder.drop(ordinal);
          else kept.push(claim);
        }
        expect(builder.size).toBe(kept.length);
        expect(same(builder.buildAtOnce(), buildIndex(kept))).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('gives the same bytes in any order of claims, with pauses and without', async () => {
    await fc.assert(
      fc.asyncProperty(claimsOf(30), async (claims) => {
        const builder = new IndexBuilder();
        for (const claim of claims.toReversed()) builder.add(claim);
        let pauses = 0;
        const built = await builder.build(async () => {
          pauses++;
        });
        expect(pauses).toBeGreaterThan(0);
        expect(same(built, buildIndex(claims))).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('puts ids in the order of strings, whatever their characters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 40 }), (ids) => {
        const rows = new Rows();
        for (const id of ids)
          rows.add({ id, language: 'en', said: { terms: [], negated: false }, title: [] });
        const order = atOnce(orderOf(rows, 0));
        expect(Array.from(order, (row) => ids[row])).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
      }),
      { numRuns: 300 },
    );
  });

  it('writes what version 2 of the format always was', () => {
    const next = random(4);
    const some = (n: number) =>
      Array.from({ length: n }, () => `Word${Math.floor(900 * next() ** 3)}`).join(' ');
    const claims = Array.from({ length: 6_000 }, (_, i) => ({
      id: `c-${i % 7}-${i}`,
      claim: `${some(4 + (i % 9))} ${1950 + (i % 80)}`,
      title: some(i % 6),
    }));
    const { segment } = buildIndex(claims);

    expect([...new Int32Array(segment, 8, 2)]).toEqual(GOLDEN);
  });

  it('keeps day, title and publisher by each claim', () => {
    const days = fc.constantFrom(undefined, '2020-01-02', '1969-12-31');
    const publisher = fc.option(fc.integer({ min: 0, max: 65_534 }), { nil: undefined });
    const row = fc.tuple(fc.integer({ min: 0, max: 20 }), days, publisher);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const builder = new IndexBuilder();
        rows.forEach(([words, checkedOn, publisher], i) => {
          builder.add({
            id: `${i}`,
            claim: 'otter '.repeat(i % 5),
            title: 'moon '.repeat(words),
            checkedOn,
            publisher,
          });
        });
        const { segment, beside } = builder.buildAtOnce();
        const of = openBeside(beside, openSegment(segment));
        openSegment(segment).eachId((id, claim) => {
          const [inTitle, day, publisher] = rows[Number(id)] as (typeof rows)[number];
          expect(of(claim)).toEqual({
            inTitle,
            ...(day === undefined ? {} : { day: Date.parse(day) / 864e5 }),
            ...(publisher === undefined ? {} : { publisher }),
          });
        });
      }),
    );
  });

  it('says so when a claim is dropped twice or was never there, or a publisher has no number', () => {
    const builder = new IndexBuilder();
    const ordinal = builder.add({ id: 'a', claim: 'The moon' });
    builder.drop(ordinal);
    for (const no of [ordinal, 1, -1, Number.NaN]) expect(() => builder.drop(no)).toThrow(RangeError);
    for (const publisher of [-1, 65_535, 0.5])
      expect(() => builder.add({ id: 'b', claim: 'The moon', publisher })).toThrow(RangeError);
    expect(openSegment(builder.buildAtOnce().segment).size).toBe(0);
  });
});

describe('claims that are off', () => {
  const mask = fc.infiniteStream(fc.boolean());
  const question = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

  it('are left out of the answers, which are else the same', () => {
    fc.assert(
      fc.property(claimsOf(60), question, fc.integer({ min: 1, max: 8 }), mask, (claims, query, k, off) => {
        const { segment } = buildIndex(claims);
        const dead = offMask(segment, () => off.next().value as boolean);
        const whole = openSegment(segment);
        const masked = openSegment(segment, dead);
        const isLeft = ({ claim }: { claim: number }) => !dead || !isOff(dead, claim);
        const { terms } = readTerms(query);
        const all = candidatesOver([whole], terms, claims.length + 1);
        expect(candidatesOver([masked], terms, k)).toEqual(all.filter(isLeft).slice(0, k));
        const hashes = [...new Set(terms.map(({ hash }) => hash))];
        const worths = hashes.map((hash) => ({ hash, worth: 500, frequency: whole.documentFrequency(hash) }));
        const rule = { rare: 1 / 4, few: 9, least: 700 };
        const sharing = sharersOver([whole], worths, claims.length + 1, rule);
        expect(sharersOver([masked], worths, k, rule)).toEqual(sharing.filter(isLeft).slice(0, k));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('are left out where the first guess at the best would hold them', () => {
    // Common words in 20,000 claims: a query reads enough postings to begin with a guess (`seed.ts`).
    const claims = Array.from({ length: 20_000 }, (_, i) => ({
      id: `${i}`,
      claim: `otter moon ${i % 400 === 0 ? 'zeppelin' : `filler${i % 50}`} ${'tariff '.repeat(i % 4)}`,
    }));
    const { segment } = buildIndex(claims);
    const isDead = (id: string) => Number(id) % 800 === 0;
    const masked = openSegment(segment, offMask(segment, isDead));
    const { terms } = readTerms('zeppelin otter moon tariff');
    const all = openSegment(segment).candidates(terms, 1_000);
    for (const k of [1, 10, 60]) {
      const left = all.filter(({ claim }) => !isDead(masked.idOf(claim))).slice(0, k);
      expect(masked.candidates(terms, k)).toEqual(left);
    }
  });

  it('are told by id and publisher; no mask if there are none', () => {
    const builder = new IndexBuilder();
    for (let i = 0; i < 50; i++)
      builder.add({ id: `c${i}`, claim: `otter number${i}`, publisher: i % 5 === 4 ? undefined : i % 5 });
    const { segment, beside } = builder.buildAtOnce();
    const off = offMask(segment, (id, publisher) => id === 'c7' || publisher === 3, beside) as Uint8Array;
    openSegment(segment).eachId((id, claim) => {
      const i = Number(id.slice(1));
      expect(isOff(off, claim)).toBe(i === 7 || i % 5 === 3);
    });
    expect(offMask(segment, () => false)).toBeUndefined();
    expect(() => openSegment(segment, off.subarray(1))).toThrow(SegmentError);
  });
});

describe('the table beside a segment', () => {
  const { segment, beside } = buildIndex([
    { id: 'a', claim: 'The moon', title: 'Moon', checkedOn: '2020-01-02' },
  ]);
  const opened = openSegment(segment);

  it('is read without publishers as earlier programs wrote it', () => {
    const before = new ArrayBuffer(5);
    new DataView(before).setInt32(0, 18_263, true);
    new DataView(before).setUint8(4, 1);
    expect(openBeside(before, opened)(0)).toEqual(openBeside(beside, opened)(0));
  });

  it('is refused if it is of another segment, or of another kind', () => {
    const other = beside.slice(0);
    new Uint8Array(other)[3] = 9;
    for (const buffer of [other, beside.slice(1), new ArrayBuffer(0), new ArrayBuffer(10)])
      expect(() => openBeside(buffer, opened)).toThrow(SegmentError);
  });
});

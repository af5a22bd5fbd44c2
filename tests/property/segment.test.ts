import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BareClaim, buildSegment } from '../../lib/match/segment/build';
import { IMPACTS, MOST_REPEATS, MOST_TERMS, SCORE_UNIT, weightOf } from '../../lib/match/segment/impact';
import { checksum, H, HEADER_WORDS, isWide } from '../../lib/match/segment/layout';
import { candidatesOver, openSegment, type Segment, SegmentError } from '../../lib/match/segment/segment';
import { type Rule, sharersOver } from '../../lib/match/segment/sharers';
import { readTerms } from '../../lib/match/segment/terms';

// Words of very different frequency, so that lists are short and long, with blocks and without.
const COMMON = 'border tariff vaccine senate ballot'.split(' ');
const RARE = Array.from({ length: 60 }, (_, i) => `zeppelin${String.fromCharCode(97 + (i % 26))}${i}`);
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...COMMON) },
  { weight: 3, arbitrary: fc.constantFrom(...RARE) },
  { weight: 1, arbitrary: fc.constantFrom('the', 'not', 'Paris', 'NATO', '$3.8 billion', '1951', 'é') },
);
const sentence = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const row = fc.record({ claim: sentence, title: fc.option(sentence, { nil: undefined }) });
const numbered = (all: { claim: string; title: string | undefined }[]): BareClaim[] =>
  all.map((c, i) => ({ id: `claim-${(i * 7919) % 1009}-${i}`, ...c }));
const claimsOf = (most: number) => fc.array(row, { maxLength: most, size: 'max' }).map(numbered);

/** Scores every claim from its text and sorts: no index, no skipping. */
function scan(claims: readonly BareClaim[], query: string, k: number) {
  const read = claims.map(({ id, claim, title }) => {
    const all = [...readTerms(claim).terms, ...readTerms(title ?? '').terms].slice(0, MOST_TERMS);
    return { id, hashes: all.map((t) => t.hash) };
  });
  const wanted = [...new Set(readTerms(query).terms.map((t) => t.hash))];
  const weights = wanted.map((hash) =>
    weightOf(read.filter(({ hashes }) => hashes.includes(hash)).length, claims.length),
  );
  return read
    .map(({ id, hashes }) => {
      let score = 0;
      wanted.forEach((hash, i) => {
        const tf = Math.min(MOST_REPEATS, hashes.filter((h) => h === hash).length);
        score += tf === 0 ? 0 : (weights[i] as number) * (IMPACTS[(tf << 8) | hashes.length] as number);
      });
      return { id, score: score * SCORE_UNIT, length: hashes.length };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.length - b.length || (a.id < b.id ? -1 : 1))
    .slice(0, k)
    .map(({ id, score }) => ({ id, score }));
}

/** What a term is worth in these tests: anything, but the same each time. */
const worthOf = (hash: number) => 100 + ((hash >>> 3) % 900);

/** As `scan`, but only claims that share rare terms as the rule asks. */
function scanSharers(claims: readonly BareClaim[], query: string, k: number, { rare, few, least }: Rule) {
  const held = claims.map(
    ({ claim, title }) =>
      new Set(
        [...readTerms(claim).terms, ...readTerms(title ?? '').terms].slice(0, MOST_TERMS).map((t) => t.hash),
      ),
  );
  const most = Math.max(few, rare * claims.length);
  const isRare = (hash: number) => held.filter((h) => h.has(hash)).length <= most;
  const asked = [...new Set(readTerms(query).terms.map((t) => t.hash))].filter(isRare);
  const enough = new Set(
    claims
      .filter((_, i) => {
        const shared = asked.filter((hash) => held[i]?.has(hash));
        return shared.reduce((sum, hash) => sum + worthOf(hash), 0) >= least;
      })
      .map(({ id }) => id),
  );
  return scan(claims, query, claims.length)
    .filter(({ id }) => enough.has(id))
    .slice(0, k);
}

/** The different terms of a query with their worth. */
function worths(segments: readonly Segment[], terms: readonly { readonly hash: number }[]) {
  const hashes = [...new Set(terms.map(({ hash }) => hash))];
  const frequency = (hash: number) => segments.reduce((n, s) => n + s.documentFrequency(hash), 0);
  return hashes.map((hash) => ({ hash, worth: worthOf(hash), frequency: frequency(hash) }));
}

const askSharers = (segments: readonly Segment[], query: string, k: number, rule: Rule) =>
  sharersOver(segments, worths(segments, readTerms(query).terms), k, rule).map(
    ({ segment, claim, score }) => ({ id: segments[segment]?.idOf(claim), score }),
  );

const ruleFor = fc.record({
  rare: fc.constantFrom(0, 1 / 32, 1 / 4),
  few: fc.constantFrom(2, 9, 64),
  least: fc.integer({ min: 1, max: 3_000 }),
});

const ask = (segments: readonly Segment[], query: string, k: number, least?: number) =>
  candidatesOver(segments, readTerms(query).terms, k, { least }).map(({ segment, claim, score }) => ({
    id: segments[segment]?.idOf(claim),
    score,
  }));

const open = (claims: readonly BareClaim[]) => openSegment(buildSegment(claims));

describe('the segment', () => {
  it('answers what a scan of all claims answers', () => {
    fc.assert(
      fc.property(claimsOf(60), sentence, fc.integer({ min: 1, max: 12 }), (claims, query, k) => {
        expect(ask([open(claims)], query, k)).toEqual(scan(claims, query, k));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('does so when lists have blocks and windows are many', () => {
    const claims = numbered(fc.sample(row, { numRuns: 9_000, seed: 5 }));
    const segment = open(claims);
    expect(segment.sections.blockLasts.length).toBeGreaterThan(50);
    for (const query of fc.sample(sentence, { numRuns: 6, seed: 6 })) {
      const all = scan(claims, query, 40);
      for (const k of [1, 5, 40]) expect(ask([segment], query, k)).toEqual(all.slice(0, k));
      const least = all[20]?.score ?? 0;
      expect(ask([segment], query, 40, least)).toEqual(all.filter(({ score }) => score >= least));
    }
  }, 60_000);

  it('answers which claims share rare words as a scan does, over one segment or several', () => {
    fc.assert(
      fc.property(
        claimsOf(60),
        sentence,
        fc.integer({ min: 1, max: 12 }),
        ruleFor,
        (claims, query, k, rule) => {
          const wanted = scanSharers(claims, query, k, rule);
          expect(askSharers([open(claims)], query, k, rule)).toEqual(wanted);
          const parts = [0, 1, 2].map((part) => open(claims.filter((_, i) => i % 3 === part)));
          expect(askSharers(parts, query, k, rule)).toEqual(wanted);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it('does so when lists are wide and windows are many', () => {
    // Among many claims of nothing, so that the lists of the others are wide and span windows.
    const said = numbered(fc.sample(row, { numRuns: 1_000, seed: 8 }));
    const idle = Array.from({ length: 70_000 }, (_, i) => ({
      id: `idle-${i}`,
      claim: `filler${i % 40} ${'padding '.repeat(i % 16)}`,
    }));
    const segment = open([...said, ...idle]);
    const wide = segment.sections.frequencies.filter((n) => isWide(n, segment.size));
    expect(wide.length).toBeGreaterThan(5);
    expect(segment.sections.windowStarts.at(-1)).toBeDefined();
    const held = segment.size;
    for (const query of fc.sample(sentence, { numRuns: 12, seed: 9 }))
      for (const least of [200, 900, 1_700]) {
        const rule = { rare: 1 / 32, few: 64, least };
        const wanted = scanSharers(said, query, 12, { ...rule, rare: held / 32 / said.length });
        // The scan is of fewer claims, so its scores are others: which claims come is the same.
        const among = new Set(
          scanSharers(said, query, 1_000, { ...rule, rare: held / 32 / said.length }).map(({ id }) => id),
        );
        const got = askSharers([segment], query, 12, rule);
        expect(got).toHaveLength(wanted.length);
        for (const { id } of got) expect(among.has(id as string)).toBe(true);
      }
  }, 60_000);

  it('is the same bytes for the same claims in any order', () => {
    const shuffled = claimsOf(40).chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
    );
    fc.assert(
      fc.property(shuffled, ([claims, other]) => {
        expect(Buffer.from(buildSegment(other)).equals(Buffer.from(buildSegment(claims)))).toBe(true);
      }),
    );
  }, 60_000);

  it('answers over several segments as over one', () => {
    fc.assert(
      fc.property(claimsOf(60), sentence, fc.integer({ min: 1, max: 12 }), (claims, query, k) => {
        const parts = [0, 1, 2].map((part) => open(claims.filter((_, i) => i % 3 === part)));
        expect(ask(parts, query, k)).toEqual(ask([open(claims)], query, k));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('keeps ids and terms through its bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), sentence, sentence), { maxLength: 40 }),
        (rows) => {
          const claims = rows.map(([id, claim, title], i) => ({ id: `${id}${i}`, claim, title }));
          const segment = openSegment(open(claims).buffer.slice(0));
          const byId = new Map(claims.map((c) => [c.id, c]));
          expect(segment.size).toBe(claims.length);
          for (let i = 0; i < segment.size; i++) {
            const claim = byId.get(segment.idOf(i));
            const { length, inClaim, hashes } = segment.claimTerms(i);
            const said = readTerms(claim?.claim ?? '').terms;
            const all = [...said, ...readTerms(claim?.title ?? '').terms];
            expect([...hashes.subarray(0, length)]).toEqual(all.map((t) => t.hash));
            expect(inClaim).toBe(said.length);
            byId.delete(segment.idOf(i));
          }
          expect(byId.size).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  }, 60_000);
});

describe('damaged bytes', () => {
  // Some words in more than 128 claims and in less than a 32nd of all: lists of every kind.
  const rows = fc
    .sample(row, { numRuns: 5_000, seed: 11 })
    .map((r, i) => (i % 35 === 0 ? { ...r, claim: `mitten ${r.claim}` } : r));
  const whole = buildSegment(numbered(rows));
  const queries = fc.sample(sentence, { numRuns: 3, seed: 12 }).map((q) => readTerms(`${q} mittens`).terms);

  /** Opens and uses it: `true` if nothing was wrong, `false` for a SegmentError; anything else is thrown on. */
  function survives(buffer: ArrayBuffer): boolean {
    try {
      const segment = openSegment(buffer);
      for (const terms of queries) {
        for (const { claim } of segment.candidates(terms, 5)) segment.idOf(claim);
        sharersOver([segment], worths([segment], terms), 5, { rare: 1, few: 64, least: 300 });
      }
      for (let i = 0; i < segment.size; i += 7) segment.claimTerms(i);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(SegmentError);
      return false;
    }
  }

  const seal = (buffer: ArrayBuffer) => {
    const words = new Int32Array(buffer);
    words[H.checksum] = checksum(words, H.checksum + 1);
    return buffer;
  };

  it('are told by the checksum', () => {
    expect(openSegment(whole).sections.blockLasts.length).toBeGreaterThan(10);
    expect(survives(whole.slice(0))).toBe(true);
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = new Uint8Array(whole.slice(0));
        bytes[at] = (bytes[at] as number) ^ flip;
        expect(survives(bytes.buffer)).toBe(false);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('never crash or hang, even with a checksum that is right', () => {
    const edits = fc.array(
      fc.tuple(
        fc.oneof(fc.nat(whole.byteLength - 1), fc.nat(HEADER_WORDS * 4 + 40)),
        fc.constantFrom(0, 1, 127, 128, 255, -1),
        fc.nat(255),
      ),
      { minLength: 1, maxLength: 8 },
    );
    let damaged = 0;
    let working = 0;
    fc.assert(
      fc.property(edits, (all) => {
        const bytes = new Uint8Array(whole.slice(0));
        for (const [at, fixed, any] of all) bytes[at] = fixed < 0 ? any : fixed;
        if (survives(seal(bytes.buffer))) working++;
        else damaged++;
      }),
      { numRuns: 4_000 },
    );
    expect(damaged).toBeGreaterThan(500);
    expect(working).toBeGreaterThan(100);
    // Nothing of a failed query lingers in the scratch memory that queries share.
    expect(survives(whole.slice(0))).toBe(true);
    const [terms = []] = queries;
    const fresh = openSegment(whole).candidates(terms, 9);
    expect(new Set(fresh.map(({ claim }) => claim)).size).toBe(fresh.length);
  }, 60_000);

  it('are told when cut short', () => {
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), (length) => {
        expect(survives(whole.slice(0, length))).toBe(false);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

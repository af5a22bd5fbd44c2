import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { FeedError, type Outcome } from '../../../../lib/claims';
import { ReviewSchema } from '../../../../lib/claims/review';
import { inChunks, outcomesOf, record } from './reading';

/** What became of a feed's records, or the error it ended with. */
async function became(feed: string | Uint8Array, size: number): Promise<Outcome[] | string> {
  try {
    return await outcomesOf(inChunks(feed, size), { base: 'https://sky.example/feed' });
  } catch (error) {
    if (error instanceof FeedError) return error.message;
    throw error;
  }
}

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '-',
    '1',
    '5',
    'False',
    'Mostly true',
    '26 May 2015',
    '7.1.2020',
    'https://a.example/x',
    '/x',
    'pt-BR',
  ),
  fc.double(),
  fc.constantFrom(null, true, -1, 5),
);
const names = [
  ...Object.keys(record()),
  '@value',
  '@id',
  '@type',
  '@language',
  'name',
  'alternateName',
  'url',
  'ratingValue',
  'bestRating',
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, 'constructor', 'toString'), tie('any'), { maxKeys: 4 }),
  ),
})).any;

const PATIENCE = 120_000;

it('any value in any field of a record is taken as a valid review or refused, and never throws', {
  timeout: PATIENCE,
}, async () => {
  const change = fc.dictionary(
    fc.constantFrom(...Object.keys(record()), 'publisher', 'creator', 'dateModified', 'sdLicense'),
    value,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const outcomes = await became(JSON.stringify(changes.map((c) => record(c))), 1 << 16);
      expect(Array.isArray(outcomes)).toBe(true);
      for (const outcome of outcomes as Outcome[])
        if (outcome.kind === 'taken') expect(v.is(ReviewSchema, outcome.review)).toBe(true);
        else expect(outcome.message).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

it('the size of chunks changes nothing', { timeout: PATIENCE }, async () => {
  const feed = fc.oneof(
    value.map((any) => JSON.stringify(any)),
    fc
      .array(fc.oneof(value, fc.constant(record())), { maxLength: 5 })
      .map((all) => JSON.stringify({ dataFeedElement: all })),
    fc
      .array(fc.oneof(value, fc.constant(record())), { maxLength: 5 })
      .map((all) => all.map((r) => JSON.stringify(r)).join('\n')),
    fc.string({ unit: fc.constantFrom(...'[]{}",:\\ \n1atrue<>!-é🌔'), maxLength: 60 }),
    fc.constantFrom(`<p><script type="application/ld+json">${JSON.stringify(record())}</script>`, '<!-- -'),
  );
  const bytes = fc.oneof(
    feed.map((text) => new TextEncoder().encode(text)),
    fc.tuple(feed, fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
      const broken = new TextEncoder().encode(text);
      if (broken.length > 0) broken[at % broken.length] = byte;
      return broken;
    }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 40 }), async (given, size) => {
      const whole = await became(given, 1 << 16);
      expect(await became(given, size)).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

it('what JSON.parse reads is read, and what it refuses is refused', { timeout: PATIENCE }, async () => {
  const text = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...'[]{}",:1 e.-'))
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at + 1) % (json.length + 1)),
      ),
  );
  await fc.assert(
    fc.asyncProperty(text, async (json) => {
      let isJson = true;
      try {
        JSON.parse(json);
      } catch {
        isJson = false;
      }
      const outcomes = await became(`[${json}]`, 7);
      const isRead = Array.isArray(outcomes) || outcomes.startsWith('This file holds no');
      // Between brackets, two values with a comma are a list; alone they are none.
      if (isJson) expect(isRead).toBe(true);
      else if (!isReadInList(json)) expect(isRead).toBe(false);
    }),
    { numRuns: 500 },
  );
});

function isReadInList(json: string): boolean {
  try {
    JSON.parse(`[${json}]`);
    return true;
  } catch {
    // Several values at the root are read, too: `[1][2]`.
    return /[\]}"\d\w]\s*[[{"\d]/.test(json);
  }
}

/** A source through any history of updates, going back and removal answers as a plain map would. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Review, reviewId } from '../../lib/claims';
import { openBare } from '../../lib/match/bare/library';
import { findAll } from '../../lib/match/engine';
import { mergeLibraries } from '../../lib/match/library';
import { type Database, openDatabase } from '../../lib/store/database';
import { readReview } from '../../lib/store/editions/reviews';
import { readSources, removeSource, rollBack, sweepLeft } from '../../lib/store/editions/swap';
import { indexesOf } from '../../lib/store/search-index';
import { putFeed, review, testEnv } from '../support/library';

const ID = 'source:feed.json';
const NUMBERS = Array.from({ length: 8 }, (_, n) => n);
/** Claims that no other claim looks like. */
const CLAIMS = [
  'The Karlsberg suspension bridge was sold to a scrap dealer in Brandenburg.',
  'Sunflower oil was banned from every canteen in Ljubljana in March 2021.',
  'The opera house of Valparaiso was built over a submerged volcano.',
  'Nineteen lighthouses along the Murmansk coast were painted pink overnight.',
  'A beekeeper from Antwerp taught parrots to recite the tax code.',
  'Hydrogen buses in Perth explode when they are washed with seawater.',
  'The queen of Tonga signed a secret treaty with a toothpaste maker.',
  'Chess players in Reykjavik must eat herring before each tournament.',
];

/** What a feed says of each number: nothing, or one of a few reviews of its claim. */
const state = fc.array(fc.option(fc.integer({ min: 0, max: 2 }), { freq: 3 }), {
  minLength: NUMBERS.length,
  maxLength: NUMBERS.length,
});
type State = (number | null)[];
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('update' as const), state, afresh: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'back' as const }) },
);

const reviewIn = (n: number, variant: number): Review =>
  review(n, {
    // The second variant is another wording of the claim, so that another index entry must be found.
    claim: variant === 1 ? `It is said: ${CLAIMS[n]}` : (CLAIMS[n] as string),
    verdict: { label: ['False', 'Mixed', 'True'][variant] as string, rating: 'unrated' },
    url: `https://${n % 2 ? 'odd' : 'even'}.example/${n}`,
  });
const reviewsOf = (state: State): Review[] =>
  state.flatMap((variant, n) => (variant === null ? [] : [reviewIn(n, variant)]));

async function answers(db: Database) {
  const sources = await readSources(db);
  const indexes = await indexesOf(db, sources);
  const engine = {
    authored: mergeLibraries([]),
    bare: indexes.length === 0 ? undefined : openBare(indexes),
  };
  const found: Record<number, string | undefined> = {};
  const stored: Record<number, string | undefined> = {};
  for (const n of NUMBERS) {
    const id = reviewId(ID, review(n).id);
    const matches = findAll(engine, { text: CLAIMS[n] as string }, { strictness: 'normal' });
    found[n] = matches.map((m) => m.check).join();
    stored[n] = (await readReview(db, sources, id))?.review.verdict.label;
  }
  const { reviews = 0, publishers = [] } = sources[0]?.current ?? {};
  return { found, stored, reviews, publishers: publishers.map((p) => `${p.key} ${p.reviews}`).sort() };
}

function expected(state: State) {
  const found: Record<number, string> = {};
  const stored: Record<number, string | undefined> = {};
  const publishers = new Map<string, number>();
  for (const n of NUMBERS) {
    const variant = state[n] ?? null;
    found[n] = variant === null ? '' : reviewId(ID, review(n).id);
    stored[n] = variant === null ? undefined : reviewIn(n, variant).verdict.label;
    const key = n % 2 ? 'odd.example' : 'even.example';
    if (variant !== null) publishers.set(key, (publishers.get(key) ?? 0) + 1);
  }
  return {
    found,
    stored,
    reviews: reviewsOf(state).length,
    publishers: [...publishers].map(([key, n]) => `${key} ${n}`).sort(),
  };
}

/** Everything in the database is referred to, and everything referred to is there. */
async function expectTidy(db: Database) {
  const sources = await readSources(db);
  const editions = sources.flatMap((s) => [s.current, ...(s.previous ? [s.previous] : [])]);
  const layers = new Set(editions.flatMap((e) => e.layers.map((l) => l.name)));
  expect(new Set(await db.getAllKeys('segments'))).toEqual(layers);
  expect(new Set(await db.getAllKeys('prints'))).toEqual(layers);
  for (const [layer] of await db.getAllKeys('records')) expect(layers).toContain(layer);
  for (const name of await db.getAllKeys('masks')) expect(editions.map((e) => e.name)).toContain(name);
  expect(await db.getAllKeys('pending')).toEqual([]);
}

it('a feed through any history answers as a map', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 7 }), async (commands) => {
      globalThis.indexedDB = new IDBFactory();
      const db = await openDatabase(() => {});
      const env = testEnv(db);
      let [now, before]: [State | undefined, State | undefined] = [undefined, undefined];
      for (const one of commands) {
        if (one.kind === 'back') {
          if (!before) continue;
          await rollBack(env, ID);
          [now, before] = [before, now];
        } else {
          await putFeed(env, ID, reviewsOf(one.state), { afresh: one.afresh });
          [now, before] = [one.state, now];
        }
        expect(await answers(db)).toEqual(expected(now ?? []));
        await expectTidy(db);
      }
      await sweepLeft(env);
      expect(await answers(db)).toEqual(expected(now ?? []));
      await removeSource(env, ID);
      expect(await answers(db)).toEqual(expected(Array(NUMBERS.length).fill(null)));
      await expectTidy(db);
      db.close();
    }),
    { numRuns: 40 },
  );
});

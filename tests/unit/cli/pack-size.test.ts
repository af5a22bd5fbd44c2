/** What an update costs: with 1 % of the records changed, at most 3 % of all bytes, by counting them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { FactCheck, Review } from '../../../lib/claims';
import { readContent } from '../../../lib/cli/pack/content';
import { difference, type Edition, nextEdition } from '../../../lib/cli/pack/edition';
import { publish } from '../../../lib/cli/pack/publish';
import { manifestBytes } from '../../../lib/cli/pack/published';
import { folder } from '../../support/cli';
import { aReview, jsonLines, manifestIn, skyPack, write } from '../../support/packs';

const ALLIANCES = resolve(import.meta.dirname, '../../../public/starter/alliances');
/** The starter's checks as written. */
const starter = readdirSync(ALLIANCES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(ALLIANCES, name), 'utf8'))
  .sort((a, b) => a.length - b.length);

/** Less of a check, as a short one is: one claim with few ways, two sections. */
function shortened(check: FactCheck): FactCheck {
  const claims = check.claims.slice(0, 1).map((claim) => ({ ...claim, says: claim.says.slice(0, 20) }));
  return { ...check, claims, sections: check.sections.slice(0, 2) };
}
const originals = starter.map((text) => JSON.parse(text) as FactCheck);

/** The same numbers each time, spread over 0 to 1 (mulberry32). */
function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `n` of the numbers below `of`, at random. */
function some(n: number, of: number, random: () => number): Set<number> {
  const chosen = new Set<number>();
  while (chosen.size < n) chosen.add(Math.floor(random() * of));
  return chosen;
}

const checksIn = (n: number, changed: ReadonlySet<number>, shape: (check: FactCheck) => FactCheck) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => {
      const check = shape(originals[i % originals.length] as FactCheck);
      const id = `${check.topic}-check-${i}`;
      const verdict = changed.has(i) ? { label: 'Changed', rating: 'mixed' } : check.verdict;
      const changes = changed.has(i)
        ? [{ on: '2026-02-03', was: check.verdict, why: 'A record was found that says otherwise.' }]
        : undefined;
      return [`alliances/${id}.json`, { ...check, id, verdict, changes, followUps: [] }];
    }),
  );

const reviewsIn = (n: number, changed: ReadonlySet<number>) => ({
  'reviews/all.jsonl': jsonLines(
    Array.from({ length: n }, (_, i): Review => {
      const review = aReview(i, {
        title: `What ${i} people said in the news of that week, and what is known`,
      });
      return { ...review, ...(changed.has(i) ? { title: 'Looked at again' } : {}) } as Review;
    }),
  ),
});

const bytesOf = (edition: Edition) =>
  manifestBytes(edition.manifest).length +
  edition.manifest.layers.flatMap((l) => l.shards).reduce((sum, s) => sum + s.bytes, 0);

/** Bytes of an update (manifest, and shards that `before` does not name) as a share of all bytes. */
function share(before: Edition, after: Edition): number {
  const known = new Set(before.manifest.layers.flatMap((l) => l.shards.map((s) => s.sha256)));
  const shards = after.manifest.layers.flatMap((l) => l.shards).filter((s) => !known.has(s.sha256));
  const fetched = shards.reduce((sum, s) => sum + s.bytes, manifestBytes(after.manifest).length);
  return fetched / bytesOf(after);
}

/** The shares over the edition before, and packed into a folder of its own. */
async function updated(
  filesWith: (changed: ReadonlySet<number>) => Record<string, unknown>,
  n: number,
  seed: number,
) {
  const description = skyPack({
    topics: [{ id: 'alliances', title: 'Alliances', description: 'Who is bound.' }],
  });
  const dir = folder({ 'pack.json': description, ...filesWith(new Set()) });
  const out = folder({});
  const first = nextEdition(await readContent(dir, () => {}), undefined, undefined);
  await publish(out, first, undefined, undefined, () => {});
  write(dir, filesWith(some(n / 100, n, chance(seed))));
  const content = await readContent(dir, () => {});
  const found = await difference(content, out, manifestIn(out), () => {});
  expect([found.damaged, found.entries.length]).toEqual([false, n / 100]);
  const over = nextEdition(content, { manifest: first.manifest, difference: found }, undefined);
  const afresh = nextEdition(content, undefined, undefined);
  return { over: share(first, over), afresh: share(first, afresh) };
}

const whole = (check: FactCheck) => check;

it.each([
  ['100 checks', 100, whole],
  ['100 short checks', 100, shortened],
  ['1,000 short checks', 1_000, shortened],
] as const)(
  'an update of %s costs at most 3 %, over the edition before and afresh',
  { timeout: 60_000 },
  async (_, n, shape) => {
    for (const seed of [1, 2, 3]) {
      const { over, afresh } = await updated((changed) => checksIn(n, changed, shape), n, seed);
      expect(over).toBeLessThanOrEqual(0.03);
      expect(afresh).toBeLessThanOrEqual(0.03);
    }
  },
);

it('an update of 20,000 reviews costs at most 3 %, over the edition before', {
  timeout: 60_000,
}, async () => {
  const { over } = await updated((changed) => reviewsIn(20_000, changed), 20_000, 1);
  expect(over).toBeLessThanOrEqual(0.03);
});

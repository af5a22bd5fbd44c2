/** A share of `npm run soak -- feeds`, which tries a million: the same each time. */
import { describe, expect, it } from 'vitest';
import type { Target } from '../soak/feeds/tally';
import { run } from '../soak/feeds/worker';

const SEED = 9;
const PATIENCE = 120_000;

describe('changed in every way that was thought of', { timeout: PATIENCE }, () => {
  it.each<[string, Target, number]>([
    ['feeds are streamed', 'feed', 3_000],
    ['records, manifests, shards and backups are read', 'parse', 1_200],
    ['feeds are taken into the library', 'feed-store', 300],
    ['editions of packs are taken or refused', 'pack-store', 300],
  ])(
    '%s: nothing crashes, breaks the schema or is lost, and reports add up',
    async (_what, target, records) => {
      const { tally } = await run(target, SEED, 0, records);
      expect(tally.failures).toEqual([]);
      expect(tally.records).toBeGreaterThanOrEqual(records);
      expect(Math.min(tally.taken, tally.refused)).toBeGreaterThan(records / 10);
    },
  );
});

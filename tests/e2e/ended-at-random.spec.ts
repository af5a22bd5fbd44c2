/** A small share of the soak's hour (`tests/soak/lifetime`): a reader's steps by chance, with the background ended meanwhile. */
import { expect, test } from '@playwright/test';
import { live } from '../soak/lifetime/run';

test('twelve steps of a reader whose background is ended at random leave nothing wrong and nothing complained of', async () => {
  test.slow();
  const { signal } = new AbortController();
  const life = await live({ seed: 4, signal, say: () => {} }, { steps: 12 });
  expect(life.failures).toEqual([]);
  expect(life.errors).toEqual([]);
  expect(life.counts.kills).toBeGreaterThan(0);
});

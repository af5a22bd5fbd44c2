/** How much is kept of what a page holds: it may say a claim as often as it likes. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSightings, MOST_MATCHES, type Sighting } from '../../entrypoints/content/sightings';
import type { FoundMatch } from '../../lib/messages/calls';
import type { Block } from '../../lib/page/read/blocks';
import { blocksOf, page, until } from './support';

let life: AbortController;
let shown: readonly Sighting[] = [];
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const found = ({ text }: Block, times = 1): FoundMatch[] =>
  Array.from({ length: times }, (_, n) => ({
    block: 0,
    check: `check ${n}`,
    claim: 'said',
    topic: 'sky',
    phrase: text,
    start: 0,
    end: text.length,
    sentence: text,
    sentenceStart: 0,
    sentenceEnd: text.length,
    score: 1,
    stance: 'asserts',
    stanceSure: true,
    others: [],
    reasons: [],
  }));

it('keeps so many matches of a frame and no more; what leaves makes room', async () => {
  page(`<p>The bridge was sold to a scrap dealer once more.</p>`.repeat(MOST_MATCHES / 2 + 3));
  const blocks = blocksOf();
  const sightings = createSightings(
    (next) => {
      shown = next;
    },
    () => {},
    life.signal,
  );
  const kept = blocks.map((block) => sightings.set(block, found(block, 2)));
  await sightings.settled();
  expect(shown).toHaveLength(MOST_MATCHES);
  expect(kept.filter((is) => !is)).toHaveLength(3);
  // The same answer once more takes the place of the one before.
  const [first, second] = blocks as [Block, Block];
  expect(sightings.set(first, found(first, 2))).toBe(true);
  expect(sightings.set(blocks.at(-1) as Block, found(first))).toBe(false);
  sightings.lose(first);
  expect(sightings.set(second, found(second, 4))).toBe(true);
  expect(sightings.set(blocks.at(-1) as Block, found(first))).toBe(false);
  await sightings.settled();
  expect(shown).toHaveLength(MOST_MATCHES);
});

it('a sentence whose node was split while it was looked at is seen once the page was read again, and told once', async () => {
  page('<p>The bridge was sold to a scrap dealer once more.</p><details><p>It was sold twice.</p></details>');
  const [block, closed] = blocksOf() as [Block, Block];
  expect(closed.text).toContain('twice');
  const text = block.pieces[0]?.node as Text;
  let told = 0;
  const sightings = createSightings(
    (next) => {
      shown = next;
      told++;
    },
    () => {},
    life.signal,
  );
  const rest = text.splitText(10);
  sightings.set(block, found(block));
  sightings.set(closed, found(closed));
  await sightings.settled();
  expect(shown).toEqual([]);
  const before = told;
  // Joined again, its nodes and text are those that were read: no new block comes of it.
  text.data += rest.data;
  rest.remove();
  sightings.readAgain();
  await until(() => shown.length > 0, 'the sentence to be seen');
  expect(shown[0]?.block).toBe(block);
  // What stays out of sight is told to nobody, however often the page is read.
  sightings.readAgain();
  await new Promise((done) => setTimeout(done, 700));
  expect(told).toBe(before + 1);
});

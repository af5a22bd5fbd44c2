/** What is asked of the background about a page; the background of these tests could find something everywhere. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAsker } from '../../entrypoints/content/asker';
import type { PassageMessage } from '../../lib/messages/calls';
import type { Block } from '../../lib/page/read/blocks';
import { blocksOf, page, until } from './support';

const found = vi.hoisted(() => [] as string[]);
vi.mock('../../lib/messages/client', () => ({
  page: {
    candidates: async ({ ends }: { ends: readonly number[] }) => [...ends.keys()],
    find: async ({ passages }: { passages: readonly PassageMessage[] }) => {
      found.push(...passages.map(({ text }) => text));
      return { matches: [], cards: [] };
    },
  },
}));

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  found.length = 0;
});
afterEach(() => life.abort());

const ABOUT = { headline: '', published: '', canonical: '', hasReviews: false };

/** A block whose text, or whose nodes, can't be looked at: as where the engine itself gives up. */
const broken = (block: Block, name: 'text' | 'pieces'): Block =>
  Object.defineProperty({ ...block }, name, {
    get: () => {
      throw new DOMException('no more');
    },
  });

it('asks about all others where one can’t be looked at, and comes to its end', async () => {
  page(
    '<p>The first story of this page has many words.</p><p>The second story of this page has many words.</p><p>The third story of this page has many words.</p><p>The fourth story of this page has many words.</p>',
  );
  const [one, another, third, fourth] = blocksOf() as [Block, Block, Block, Block];
  const answered = vi.fn();
  const failed = vi.fn();
  const done = vi.fn();
  const asker = createAsker({ wants: () => true, answered, done, failed }, () => ABOUT, life.signal);
  asker.ask([broken(one, 'text'), another, broken(third, 'pieces'), fourth]);
  asker.finish();
  await until(() => done.mock.calls.length > 0, 'the end');
  expect(found).toEqual([another.text, fourth.text]);
  expect(failed).not.toHaveBeenCalled();
  expect(answered.mock.calls.flatMap(([blocks]) => blocks)).toContain(fourth);
  expect(asker.words()).toBeGreaterThan(0);
});

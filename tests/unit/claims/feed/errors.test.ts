import { describe, expect, it } from 'vitest';
import { FeedError, type Outcome, streamFeed } from '../../../../lib/claims';
import { inChunks, read, record } from './reading';

const failure = async (
  feed: string | AsyncIterable<Uint8Array>,
  size = 7,
): Promise<[FeedError, Outcome[]]> => {
  const before: Outcome[] = [];
  try {
    for await (const outcomes of streamFeed(typeof feed === 'string' ? inChunks(feed, size) : feed))
      before.push(...outcomes);
  } catch (error) {
    if (error instanceof FeedError) return [error, before];
    throw error;
  }
  throw new Error('it was read to its end');
};

describe('what is not JSON', () => {
  it.each<[string, number, number, number]>([
    ['Not JSON', 0, 1, 1],
    ['[\n  {"a": "he said "no" to us"}\n]', 21, 2, 20],
    ['{"é🌔": "x"\n y}', 16, 2, 2],
    ['[1 2]', 3, 1, 4],
    ['[1,]', 3, 1, 4],
    ['{"a" 1}', 5, 1, 6],
    ['{"a":1,}', 7, 1, 8],
    ['{1:2}', 1, 1, 2],
    ['[1}', 2, 1, 3],
    [']', 0, 1, 1],
    ['["\\u00e9\\n" "x"]', 12, 1, 13],
    ['["a\nb"]', 3, 1, 4],
    ['{"a": tru}', 9, 1, 10],
    // Not begun with a bracket, these are read as they come.
    ['1 {"a": "x" "a long text": 1}', 12, 1, 13],
    ['1\n\n{"a": "x"\n "a long text": 1}', 14, 4, 2],
  ])('%j: the error says where, in chunks of any size', async (feed, byte, line, column) => {
    for (const size of [1, 2, 3, 7, 1 << 16]) {
      const [error] = await failure(feed, size);
      expect(error.at).toEqual({ byte, line, column });
      expect(error.message).toContain(`line ${line}, column ${column} (byte ${byte})`);
      expect(error.message).toMatch(/mend it and try again/);
    }
  });

  it.each(['[{"a": 1', '{"a": "x', '[tru', '["\\'])(
    '%j: the error says that it ends too early',
    async (feed) => {
      const [error] = await failure(feed);
      expect(error.message).toMatch(/ends (in the middle of a value|with \d open)/);
      expect(error.at?.byte).toBe(feed.length);
    },
  );

  it('keeps what stood before it', async () => {
    const [, before] = await failure(`[${JSON.stringify(record())}, oops]`);
    expect(before).toMatchObject([{ kind: 'taken' }]);
  });

  it.each(['', ' \n ', '[]', '[[], {"dataFeedElement": []}]', '\ufeff'])(
    '%j holds no records, and says what to do',
    async (feed) => {
      await expect(read(feed)).rejects.toThrow(/no ClaimReview records. Choose a ClaimReview feed/);
    },
  );
});

describe('bounds', () => {
  const after = record({ url: 'https://sky.example/after' });
  const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  it.each<[string, Record<string, unknown>, string]>([
    ['a field of 1.5 MB', { description: 'x'.repeat(1_500_000) }, 'too-large'],
    ['many fields', Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, i])), 'too-large'],
    ['a long list', { keywords: Array(10_001).fill(1) }, 'too-large'],
    ['objects in one another', { a: nested(40) }, 'too-deep'],
    ['lists in one another', { a: JSON.parse('['.repeat(40) + ']'.repeat(40)) }, 'too-deep'],
  ])('a record with %s is let go, and the next is read', async (_, change, reason) => {
    const { taken, refused } = await read([record(change), { '@type': 'ClaimReview', ...change }, after]);
    expect(refused).toMatchObject([
      { where: '/0', reason },
      { where: '/1', reason },
    ]);
    expect(taken.map((t) => t.where)).toEqual(['/2']);
  });

  it('lists that lie too deep are let go, and it is said where', async () => {
    const { taken, refused } = await read([record(), [[[[[[record()], 1]]]]], after]);
    expect(taken.map((t) => t.where)).toEqual(['/0', '/2']);
    expect(refused.map((r) => [r.where, r.reason])).toEqual([
      ['/1/0/0/0/0/0/0', 'too-deep'],
      ['/1/0/0/0/0/1', 'not-an-object'],
    ]);
  });

  it.each([
    ['text', '"', 'x'],
    ['number', '', '1'],
    ['blank', '', ' '],
  ])('a %s without end ends the reading', async (_, start, fill) => {
    let given = 0;
    const endless = async function* () {
      yield new TextEncoder().encode(`[${JSON.stringify(record())},${start}`);
      for (; given < 1_000; given++) yield new Uint8Array(1 << 16).fill(fill.charCodeAt(0));
    };
    const [error, before] = await failure(endless());
    expect(error.reason).toBe('too-large');
    expect(error.message).toMatch(/longer than 4 MB.*try again/);
    expect(before).toHaveLength(1);
    expect(given).toBeLessThan(80);
  });

  it('brackets without end end the reading', async () => {
    for (const bracket of ['[', '{"a":', '{"item":']) {
      const [error] = await failure(bracket.repeat(1_000));
      expect(error.reason).toBe('too-deep');
    }
  });

  it('more than 2,000,000 records end the reading', { timeout: 120_000 }, async () => {
    const row = new TextEncoder().encode('1,'.repeat(10_000));
    let given = 0;
    const endless = async function* () {
      yield new TextEncoder().encode('[');
      for (; given < 300; given++) yield row;
    };
    let records = 0;
    const reading = async () => {
      for await (const outcomes of streamFeed(endless())) records += outcomes.length;
    };
    await expect(reading()).rejects.toThrow('more than 2,000,000 records. Ask its publisher');
    expect([records, given]).toEqual([2_000_000, 200]);
  });

  it('a line too long is let go, and the next is read', async () => {
    const lines = [record(), { description: 'x'.repeat(5 << 20) }, after].map((r) => JSON.stringify(r));
    const { taken, refused } = await read(lines.join('\n'));
    expect([taken.map((t) => t.where), refused.map((r) => [r.where, r.reason])]).toEqual([
      ['line 1', 'line 3'],
      [['line 2', 'too-large']],
    ]);
  });
});

/** A record to change, and feeds read whole. */
import { type Outcome, type Refused, streamFeed, type Taken } from '../../../../lib/claims';

export type Change = Record<string, unknown>;

export const record = (change: Change = {}): Change => ({
  '@type': 'ClaimReview',
  claimReviewed: 'The moon is made of cheese.',
  url: 'https://sky.example/moon',
  author: { '@type': 'Organization', name: 'Sky Desk' },
  reviewRating: { alternateName: 'False', ratingValue: '1' },
  itemReviewed: { author: { name: 'A Neighbour' } },
  datePublished: '2024-05-01T10:00:00Z',
  inLanguage: 'en-GB',
  headline: 'No, the moon is rock',
  ...change,
});

/** `text` (or bytes) in chunks of `size` bytes. */
export async function* inChunks(text: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export async function outcomesOf(
  chunks: AsyncIterable<Uint8Array>,
  options?: { base?: string },
): Promise<Outcome[]> {
  const all: Outcome[] = [];
  for await (const outcomes of streamFeed(chunks, options)) all.push(...outcomes);
  return all;
}

export interface Read {
  readonly taken: readonly Taken[];
  readonly refused: readonly Refused[];
}

/** A feed given as text or as a value. */
export async function read(feed: unknown, options?: { base?: string }): Promise<Read> {
  const text = typeof feed === 'string' || feed instanceof Uint8Array ? feed : JSON.stringify(feed);
  const all = await outcomesOf(inChunks(text), options);
  return {
    taken: all.filter((o) => o.kind === 'taken'),
    refused: all.filter((o) => o.kind === 'refused'),
  };
}

/** What became of one record, changed. */
export const one = (change: Change, options?: { base?: string }) => read([record(change)], options);
export const review = async (change: Change, options?: { base?: string }) =>
  (await one(change, options)).taken[0]?.review;
export const codes = (taken: Taken | undefined) => taken?.changes.map((c) => `${c.pointer} ${c.code}`);

/** Sources in a database of tests: reviews and checks put in as an update would. */
import { type FactCheck, parseCheck, type Review } from '../../lib/claims';
import type { Database } from '../../lib/store/database';
import { swapIn } from '../../lib/store/editions/swap';
import { EditionWriter } from '../../lib/store/editions/writer';
import { type Env, realEnv } from '../../lib/store/env';
import type { Records, StoredSource } from '../../lib/store/source';
import { aCheck } from './checks';

/** An environment of tests: the real one, with what is given instead. */
export const testEnv = (db: Database, instead: Partial<Env> = {}): Env => ({
  ...realEnv(db, new AbortController().signal),
  pause: async () => {},
  ...instead,
});

/** Nothing special about any record. */
export const plainRecords = (taken: number): Records => ({
  taken,
  changed: 0,
  refused: 0,
  repeated: 0,
  superseded: 0,
  reasons: {},
  first: [],
});

/** A review as a feed gives it; its id is made of its number. */
export const review = (n: number, change: Partial<Review> = {}): Review => ({
  id: `r-${n.toString(36).padStart(14, '0')}`,
  claim: `The Karlsberg suspension bridge number ${n} was sold to a scrap dealer in Brandenburg.`,
  publisher: 'Bridge Desk',
  verdict: { label: 'False', rating: 'false' },
  ...change,
});

/** A check as a pack gives it. */
export function parsedCheck(id: string, change: Record<string, unknown> = {}): FactCheck {
  const parsed = parseCheck(aCheck({ id, ...change }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** Makes `reviews` all that the feed `id` holds, on top of what it held (`afresh`: not). */
export async function putFeed(
  env: Env,
  id: string,
  reviews: readonly Review[],
  { afresh = false } = {},
): Promise<StoredSource> {
  const before = await env.db.get('sources', id);
  const from = afresh ? undefined : before?.current;
  const writer = await EditionWriter.begin({ source: id, from, env });
  for (const one of reviews) await writer.review(one);
  await writer.removeUnseen('all');
  const current = await writer.finish({
    version: '',
    serial: 0,
    updated: '',
    records: plainRecords(reviews.length),
  });
  return swapIn(env, {
    id,
    kind: 'feed',
    title: id.replace(/^source:/, ''),
    added: before?.added ?? env.now().toISOString(),
    schedule: 'never',
    publishersOff: before?.publishersOff ?? [],
    current,
  });
}

/** What version 2 of the database kept becomes what version 3 keeps: a source of one edition with one layer. */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { fnv1a, idParts, type Review } from '../claims';
import { IndexBuilder, isBadgeable } from '../match/bare/build';
import type { Schema } from './database';
import { publisherOf } from './layers/holdings';
import { Names } from './layers/names';
import { LIVE, MOST_LANGUAGES, MOST_PUBLISHERS, PrintsWriter } from './layers/prints';
import { bucketOf } from './layers/records';
import type { PublisherCount, StoredSource } from './source';

/** A source as version 2 had it; before it knew of editions, reviews were filed under the source's own id. */
interface Source2 {
  readonly id: string;
  readonly edition?: string;
  readonly title: string;
  readonly reviews: number;
  readonly refused: number;
  readonly bytes: number;
  readonly added: string;
}

type Upgrade = IDBPTransaction<Schema, ArrayLike<StoreNames<Schema>>, 'versionchange'>;

/** Rewrites sources, reviews and indexes; all within the upgrade's transaction, so that it happens whole or not at all. */
export async function fromVersion2(upgrade: Upgrade): Promise<void> {
  const old = upgrade as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const sources: Source2[] = await old.objectStore('sources').getAll();
  for (const source of sources) {
    const { id, edition = id } = source;
    const range = IDBKeyRange.bound([edition], [edition, []]);
    const stored: { review: Review }[] = await old.objectStore('reviews').getAll(range);
    const layer = layerOf(stored.map((s) => s.review));
    for (const [bucket, lines] of layer.buckets)
      await upgrade.objectStore('records').put(new TextEncoder().encode(lines), [edition, bucket, 0]);
    await upgrade.objectStore('segments').put(layer.segment, edition);
    await upgrade.objectStore('prints').put(layer.prints, edition);
    await upgrade.objectStore('sources').put(sourceOf(source, edition, layer));
  }
  const db = upgrade.db as unknown as IDBPDatabase<unknown>;
  db.deleteObjectStore('reviews');
  db.deleteObjectStore('indexes');
}

type Layer2 = ReturnType<typeof layerOf>;

function layerOf(reviews: readonly Review[]) {
  const publishers = new Names(MOST_PUBLISHERS);
  const languages = new Names(MOST_LANGUAGES);
  const counts = new Map<string, PublisherCount>();
  const byLanguage: Record<string, number> = {};
  let little = 0;
  const rows = new PrintsWriter();
  // Made again: the old one knew no publishers.
  const builder = new IndexBuilder();
  const buckets = new Map<number, string>();
  for (const review of reviews) {
    const [high, low] = idParts(review.id);
    const line = JSON.stringify(review);
    const publisher = publisherOf(review);
    const language = review.language ?? 'und';
    const bucket = bucketOf(high);
    buckets.set(bucket, `${buckets.get(bucket) ?? ''}${line}\n`);
    counts.set(publisher.key, {
      ...publisher,
      reviews: (counts.get(publisher.key)?.reviews ?? 0) + 1,
    });
    byLanguage[language] = (byLanguage[language] ?? 0) + 1;
    const numbered = publishers.number(publisher.key);
    const unmatched = !isBadgeable(review);
    if (unmatched) little++;
    else builder.add({ ...review, publisher: numbered });
    rows.add({
      high,
      low,
      content: fnv1a(line),
      kind: LIVE,
      shard: 0,
      publisher: numbered,
      language: languages.number(language),
      unmatched,
    });
  }
  const named = [...counts.values()];
  const prints = {
    rows: rows.rows(),
    publishers: publishers.list.map((key) => ({ key, name: counts.get(key)?.name ?? key })),
    languages: languages.list,
    shards: [''],
  };
  const segment = { ...builder.buildAtOnce(), publishers: publishers.list };
  return {
    buckets,
    prints,
    segment,
    languages: byLanguage,
    unmatched: little,
    publishers: named.sort((a, b) => b.reviews - a.reviews),
  };
}

function sourceOf(source: Source2, name: string, { languages, publishers, unmatched }: Layer2): StoredSource {
  const { id, title, reviews, refused, bytes, added } = source;
  return {
    id,
    kind: 'feed',
    title,
    added,
    schedule: 'never',
    publishersOff: [],
    current: {
      name,
      version: '',
      serial: 0,
      updated: '',
      installed: added,
      layers: [{ name, reviews, unmatched, bytes }],
      checks: 0,
      reviews,
      unmatched,
      bytes,
      languages,
      publishers,
      records: { taken: reviews, changed: 0, refused, repeated: 0, superseded: 0, reasons: {}, first: [] },
    },
  };
}

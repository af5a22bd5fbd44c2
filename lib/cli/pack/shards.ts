/** Records into shards: by the first bits of the hash of their ids, so that one that changes takes few others with it. */
import { LARGEST_SHARD, type Layer, type Shard, shardText } from '../../claims';
import type { Entry } from './content';
import { sha256 } from './keys';

/** About what one shard takes in the manifest, in bytes. */
const LISTED = 70;
/** The manifest is fetched with each update, so a full layer's list takes at most this part of what it lists. */
const LIST_SHARE = 0.01;
/** At most 2¹¹ shards. */
const MOST_BITS = 11;
/** Whoever fetches a layer of changes fetches all of it, so its shards are few: of about this many bytes. */
const CHANGES_SHARD = 1 << 18;

export interface NewShard extends Shard {
  readonly content: Buffer;
}

export interface NewLayer extends Layer {
  readonly shards: NewShard[];
}

/** A layer of all records: as many shards as may be listed. */
export const fullLayer = (entries: readonly Entry[]): NewLayer => layerOf(entries, listableBits(entries));

/** A layer of what changed since the layers before it. */
export function changesLayer(entries: readonly Entry[]): NewLayer {
  const all = bytesOf(entries);
  let bits = 0;
  while (bits < MOST_BITS && all / 2 ** bits > CHANGES_SHARD) bits++;
  return layerOf(entries, bits);
}

const bytesOf = (entries: readonly Entry[]) => entries.reduce((sum, e) => sum + e.bytes, 0);

/** Number of the shard a record belongs to among 2^bits. */
const bucketOf = ({ hash }: Entry, bits: number): number =>
  bits === 0 ? 0 : hash.readUInt32BE(0) >>> (32 - bits);

function listableBits(entries: readonly Entry[]): number {
  const most = (bytesOf(entries) * LIST_SHARE) / LISTED;
  let bits = 0;
  while (bits < MOST_BITS && new Set(entries.map((e) => bucketOf(e, bits + 1))).size <= most) bits++;
  return bits;
}

function layerOf(entries: readonly Entry[], bits: number): NewLayer {
  const buckets = new Map<number, Entry[]>();
  for (const entry of entries) {
    const bucket = bucketOf(entry, bits);
    const held = buckets.get(bucket);
    if (held === undefined) buckets.set(bucket, [entry]);
    else held.push(entry);
  }
  const shards = [...buckets].sort(([a], [b]) => a - b).map(([, held]) => shardOf(held));
  return { records: entries.length, shards };
}

function shardOf(entries: readonly Entry[]): NewShard {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const content = Buffer.from(shardText(sorted.map((e) => e.line)));
  if (content.length > LARGEST_SHARD) {
    const largest = sorted.reduce((a, b) => (b.bytes > a.bytes ? b : a));
    throw new Error(
      `the shard of “${largest.id}” would have ${content.length} bytes, and readers take ${LARGEST_SHARD}; shorten that check, or publish two packs`,
    );
  }
  return { sha256: sha256(content).toString('base64url'), bytes: content.length, content };
}

/**
 * A published pack: `pack.json` says what it is and lists its shards by content. Layers come oldest first; a record of a
 * later layer stands for those of the same id before it. The signature is over `canonical(manifest without signature)`.
 */
import * as v from 'valibot';
import { day, line, type Parsed, parseWith } from '../check';
import { packEntries } from '../pack';

/** Largest manifest and largest shard that is read, in bytes. */
export const LARGEST_MANIFEST = 4 * 2 ** 20;
export const LARGEST_SHARD = 8 * 2 ** 20;
/** Most layers, and most shards of one. */
export const MOST_LAYERS = 32;
export const MOST_SHARDS = 4_096;
/** Most records of a pack. */
export const MOST_RECORDS = 2_000_000;
/** Most authored checks of a pack: readers hold each when pages are matched. */
export const MOST_CHECKS = 5_000;
/** Most characters of their JSON, all together. */
export const MOST_CHECK_BYTES = 64e6;
/** Most keys that a manifest lists. */
export const MOST_KEYS = 16;
/** Most bytes of all shards of a pack. */
export const MOST_BYTES = 1e9;

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
/** base64url without padding, of so many characters. */
const base64 = (length: number) => v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`)));
/** The same of 32 and 64 bytes in its one spelling, so that a key has one: what the last digit has too many is 0. */
const bytes32 = v.pipe(v.string(), v.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/));
const bytes64 = v.pipe(v.string(), v.regex(/^[\w-]{85}[AQgw]$/));

/** A file of the pack, `shards/<sha256 in hex>.json`, by the SHA-256 (base64url) and the number of its bytes. */
const ShardSchema = v.strictObject({
  sha256: base64(43),
  bytes: v.pipe(count(LARGEST_SHARD), v.minValue(2)),
});

const LayerSchema = v.strictObject({
  records: count(MOST_RECORDS),
  shards: v.pipe(v.array(ShardSchema), v.maxLength(MOST_SHARDS)),
});

/** A verdict that changed from one edition to a later one. `why` is '' if the check does not say. */
const VerdictChangeSchema = v.strictObject({
  check: v.pipe(v.string(), v.maxLength(80)),
  on: v.union([day, v.literal('')]),
  was: line(300),
  now: line(300),
  why: v.pipe(v.string(), v.maxLength(400)),
});

/** Counts editions: a later one has a higher number. */
const serial = v.pipe(count(2 ** 31), v.minValue(1));

/** What a key says of itself (`keys.ts`): which key alone may take its place. */
const KeyStatementSchema = v.strictObject({
  /** Public key, 32 bytes. */
  key: bytes32,
  /** The first edition that says so. */
  serial,
  /** Public key of its spare; a key without one has no successor. */
  spare: v.optional(bytes32),
  /** The key's own signature over `keyText`. */
  value: bytes64,
});

export const ManifestSchema = v.strictObject({
  ...packEntries,
  serial,
  /** First 16 hex digits of a hash of all content. */
  version: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  /** Day of its newest check, or ''. */
  updated: v.union([day, v.literal('')]),
  counts: v.strictObject({ checks: count(MOST_RECORDS), reviews: count(MOST_RECORDS) }),
  /** How many checks and reviews are in each language (BCP 47; `und` if it is not said). */
  languages: v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)), count(MOST_RECORDS)),
  layers: v.pipe(v.array(LayerSchema), v.maxLength(MOST_LAYERS)),
  changes: v.pipe(v.array(VerdictChangeSchema), v.maxLength(500)),
  /** The keys of the pack, one after another; the last signs this edition. */
  keys: v.optional(v.pipe(v.array(KeyStatementSchema), v.minLength(1), v.maxLength(MOST_KEYS))),
  /** Nothing that is signed with this edition's key is to be taken any more. */
  revoked: v.optional(v.literal(true)),
  signature: v.optional(
    v.strictObject({
      algorithm: v.literal('Ed25519'),
      /** Public key, 32 bytes. */
      key: base64(43),
      value: base64(86),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;
export type KeyStatement = v.InferOutput<typeof KeyStatementSchema>;
export type Shard = v.InferOutput<typeof ShardSchema>;
export type Layer = v.InferOutput<typeof LayerSchema>;
export type VerdictChange = v.InferOutput<typeof VerdictChangeSchema>;

/** Parses a published `pack.json`. */
export const parseManifest = (input: unknown): Parsed<Manifest> => parseWith(ManifestSchema, input);

/** Is this JSON a published pack, whole or broken, and no folder's description, feed or other thing? */
export const looksLikeManifest = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'layers' in json && 'serial' in json;

/** The id of the library that ships with the extension; no other pack may have it. */
export const STARTER_ID = 'starter';

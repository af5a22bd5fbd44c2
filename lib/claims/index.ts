/** The room's front door: the nouns of Factmark. */
export type { Claim, FactCheck, Parsed, Problem, Source, Verdict } from './check';
export { parseCheck } from './check';
export type { Note, Outcome, Reason, Refused, Taken } from './feed/outcome';
export { FeedError } from './feed/outcome';
export { type FeedOptions, streamFeed } from './feed/read';
export { Seen, type Sight } from './feed/seen';
export { fnv1a } from './hash';
export { grown, Ids, idParts } from './ids';
export type { Pack, Publisher, Topic } from './pack';
export { parsePack } from './pack';
export { canonical } from './packs/canonical';
export { keysProblem, notSigned } from './packs/keys';
export type { KeyStatement, Layer, Manifest, Shard, VerdictChange } from './packs/manifest';
export {
  LARGEST_MANIFEST,
  LARGEST_SHARD,
  looksLikeManifest,
  MOST_BYTES,
  MOST_CHECK_BYTES,
  MOST_CHECKS,
  MOST_KEYS,
  parseManifest,
  STARTER_ID,
} from './packs/manifest';
export type { PackRecord } from './packs/record';
export { parseRecord, parseReview } from './packs/record';
export { parseShard, recordId, recordLine, shardText } from './packs/shard';
export { keyText, signedText, versionText } from './packs/signed';
export type { Rating } from './ratings';
export { RATINGS } from './ratings';
export type { Review } from './review';
export { reviewId } from './review';

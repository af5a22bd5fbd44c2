/** Records of a pack's shards: a check, a review, the id of one that is gone, or the pack's word sets. */
import * as v from 'valibot';
import { CheckSchema, type Parsed, parseWith } from '../check';
import { SetsSchema } from '../pack';
import { type Review, ReviewSchema } from '../review';

const RecordSchema = v.union([
  v.strictObject({ check: CheckSchema }),
  v.strictObject({ review: ReviewSchema }),
  v.strictObject({ removed: v.pipe(v.string(), v.maxLength(80)) }),
  v.strictObject({ sets: SetsSchema }),
]);

export type PackRecord = v.InferOutput<typeof RecordSchema>;

/** Parses one record of a shard. */
export function parseRecord(input: unknown): Parsed<PackRecord> {
  // One schema is tried, so that a broken check is told by its own fields and not as “none of four”.
  const field = RecordSchema.options.find(
    ({ entries }) =>
      typeof input === 'object' && input !== null && (Object.keys(entries)[0] as string) in input,
  );
  return parseWith(field ?? RecordSchema, input);
}

/** Parses one review as it stands in a library's folder. */
export const parseReview = (input: unknown): Parsed<Review> => parseWith(ReviewSchema, input);

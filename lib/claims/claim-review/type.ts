/** What a record of schema.org says it is. */

/** An object of a feed. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of `@type`, without the vocabulary they are of (`https://schema.org/ClaimReview`, `schema:ClaimReview`). */
export function typesOf(record: Row): string[] {
  const types = [record['@type']].flat(3);
  return types
    .filter((t) => typeof t === 'string')
    .map((t) => /(?<![^/:#])[^/:#]*$/.exec(t.trim())?.[0] ?? '');
}

/** A record without a type is told by its fields. */
export function isClaimReview(record: unknown): boolean {
  if (!isRow(record)) return false;
  const types = typesOf(record);
  if (types.length > 0) return types.includes('ClaimReview');
  const said = record.claimReviewed;
  return said !== undefined && said !== null;
}

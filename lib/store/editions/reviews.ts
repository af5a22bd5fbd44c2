/** Finding a review by its id. */
import type { Review } from '../../claims';
import type { Database } from '../database';
import { layersOf } from '../layers/holdings';
import { findRecord } from '../layers/records';
import type { StoredSource } from '../source';

/** The review with this id in the current edition of one of these sources, with its source. */
export async function readReview(
  db: Database,
  sources: readonly StoredSource[],
  id: string,
): Promise<{ readonly review: Review; readonly source: StoredSource } | undefined> {
  if (!/^r-[0-9a-z]{14}$/.test(id)) return undefined;
  for (const source of sources) {
    const review = await findRecord(db, layersOf(source.current), id);
    if (review) return { review, source };
  }
  return undefined;
}

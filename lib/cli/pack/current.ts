/** What a published pack on disk says now: its current records, held in memory. */
import type { FactCheck, Pack, Review } from '../../claims';
import type { FileProblem } from '../library';
import { readPublished, recordsOf } from './published';

export interface Current {
  readonly checks: FactCheck[];
  readonly sets: Pack['sets'];
  readonly reviews: Review[];
  readonly problems: readonly FileProblem[];
}

/** Reads the published pack in `dir`. */
export async function currentOf(dir: string): Promise<Current> {
  const { manifest, problems: found } = await readPublished(dir);
  const problems = [...found];
  const checks: FactCheck[] = [];
  const reviews: Review[] = [];
  let sets: Pack['sets'] = {};
  if (manifest)
    for await (const { record, current } of recordsOf(dir, manifest, (problem) => problems.push(problem))) {
      if (!current) continue;
      if ('check' in record) checks.push(record.check);
      else if ('review' in record) reviews.push(record.review);
      else if ('sets' in record) sets = record.sets;
    }
  return { checks, sets, reviews, problems };
}

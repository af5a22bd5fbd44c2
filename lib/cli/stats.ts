/** `stats`: counts of a library folder or a published pack, as one JSON object. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FactCheck, Review } from '../claims';
import { readLibrary, STARTER } from './library';
import { isPublished, readPublished, recordsOf } from './pack/published';
import { readReviews, reviewBytes } from './reviews';
import { UsageError } from './usage';

/** Runs the command. `topics` and `sources` are of the checks, all other counts of checks and reviews. */
export async function stats(args: string[]): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-'))
    throw new UsageError('stats takes one folder: stats [PATH]');
  const [dir = STARTER] = args;
  const tally = new Tally();
  if (await isPublished(dir)) await countPublished(dir, tally);
  else await countFolder(dir, tally);
  process.stdout.write(`${JSON.stringify(tally.result())}\n`);
  return tally.problems === 0 ? 0 : 1;
}

async function countFolder(dir: string, tally: Tally): Promise<void> {
  const { pack, checks, problems, bytes } = await readLibrary(dir);
  tally.problems += problems.length;
  tally.bytes = bytes + (await reviewBytes(dir));
  for (const { check } of checks) tally.addCheck(check, pack?.publisher.name);
  for await (const { review, problems } of readReviews(dir)) {
    tally.problems += problems.length;
    if (review) tally.addReview(review);
  }
}

async function countPublished(dir: string, tally: Tally): Promise<void> {
  const { manifest, problems } = await readPublished(dir);
  tally.problems += problems.length;
  tally.bytes = (await stat(join(dir, 'pack.json'))).size;
  if (manifest === undefined) return;
  for (const { shards } of manifest.layers) for (const { bytes } of shards) tally.bytes += bytes;
  for await (const { record, current } of recordsOf(dir, manifest, () => tally.problems++)) {
    if (!current) continue;
    if ('check' in record) tally.addCheck(record.check, manifest.publisher.name);
    else if ('review' in record) tally.addReview(record.review);
  }
}

class Tally {
  bytes = 0;
  problems = 0;
  private checks = 0;
  private reviews = 0;
  private sources = 0;
  private readonly topics = new Map<string, number>();
  private readonly ratings = new Map<string, number>();
  private readonly languages = new Map<string, number>();
  private readonly publishers = new Map<string, number>();

  addCheck(check: FactCheck, publisher = ''): void {
    this.checks++;
    this.sources += check.sources.length;
    more(this.topics, check.topic);
    more(this.ratings, check.verdict.rating);
    more(this.languages, check.language);
    more(this.publishers, publisher);
  }

  addReview({ verdict, language = 'und', publisher }: Review): void {
    this.reviews++;
    more(this.ratings, verdict.rating);
    more(this.languages, language);
    more(this.publishers, publisher);
  }

  result() {
    return {
      checks: this.checks,
      topics: sorted(this.topics),
      ratings: sorted(this.ratings),
      sources: this.sources,
      languages: sorted(this.languages),
      bytes: this.bytes,
      reviews: this.reviews,
      publishers: sorted(this.publishers),
      problems: this.problems,
    };
  }
}

const more = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

/** A feed that the reader chose becomes a source: read, indexed, and installed whole. */
import { type Refusal, type Review, readFeed, reviewId } from '../claims';
import { badgeable, buildIndex } from '../match/bare/build';
import type { Database, StoredSource } from './database';
import { installSource } from './sources';

/** How far it has come. */
export interface Step {
  readonly doing: 'reading' | 'indexing' | 'storing';
  /** Reviews done, and how many there are. */
  readonly done: number;
  readonly of: number;
}

export interface Added {
  readonly source: StoredSource;
  /** Records that say again what another says, and records that a newer one of the same claim replaced. */
  readonly repeated: number;
  readonly superseded: number;
  /** The first refusals, to be shown. */
  readonly refusals: readonly Refusal[];
}

/** Refusals shown of a feed; all are counted. */
const SHOWN = 50;
/** Publishers named of a source. */
const NAMED = 5;

/**
 * Adds the feed `text`, a file called `name`, as a source; one of the same name is replaced. `now` is the time of
 * adding. Nothing changes unless all of it succeeds.
 * @throws Error if the file is no feed, holds no usable review, or can't be stored; the message says what to do.
 */
export async function addSource(
  db: Database,
  name: string,
  text: string,
  now: Date,
  note: (step: Step) => void = () => {},
): Promise<Added> {
  note({ doing: 'reading', done: 0, of: 0 });
  const { reviews, refusals, repeated, superseded } = readFeed(text);
  if (reviews.length === 0) {
    const first = refusals[0];
    throw new Error(
      `None of its ${refusals.length} records could be read. The first: ${first?.where ?? ''} ${first?.message ?? ''}`,
    );
  }
  note({ doing: 'indexing', done: 0, of: reviews.length });
  const id = sourceId(name);
  // Another source may hold the same review: each is known by its own.
  const own = reviews.map((review) => ({ ...review, id: reviewId(id, review.id) }));
  const matched = badgeable(own);
  const index = buildIndex(matched);
  const source: StoredSource = {
    id,
    edition: `${id}@${now.toISOString()}#${crypto.randomUUID()}`,
    title: name.slice(0, 200),
    reviews: own.length,
    unmatched: own.length - matched.length,
    refused: refusals.length,
    publishers: most(reviews).slice(0, NAMED),
    bytes: index.segment.byteLength + index.beside.byteLength,
    added: now.toISOString(),
  };
  try {
    await installSource(db, source, own, index, (done) => note({ doing: 'storing', done, of: own.length }));
  } catch (error) {
    throw new Error(whyNotStored(error), { cause: error });
  }
  return { source, repeated, superseded, refusals: refusals.slice(0, SHOWN) };
}

/** IndexedDB says that the disk is full by aborting the transaction, in words that help no reader. */
function whyNotStored(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError' || name === 'AbortError')
    return 'There was not enough room to store it. Free some disk space, or remove a source, and try again.';
  return `It could not be stored (${error instanceof Error ? error.message : String(error)}). Please try again.`;
}

/** Sources are named by their file; topics of packs never hold a colon. */
const sourceId = (name: string): string => `source:${name.slice(0, 200)}`;

function most(reviews: readonly Review[]): string[] {
  const counts = new Map<string, number>();
  for (const { publisher } of reviews) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([publisher]) => publisher);
}

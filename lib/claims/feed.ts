/**
 * A feed's records, in any of the forms publishers use: a `DataFeed` with its `DataFeedItem`s, an array, a `@graph`, one
 * record alone, or JSON lines. Each record is a review or a refusal with its reason and position.
 */
import { readClaimReview } from './claim-review';
import type { Review } from './review';

/** A record that was not taken: where it stands (JSON pointer from the feed's root, or the line), and why. */
export interface Refusal {
  readonly where: string;
  readonly message: string;
}

export interface FeedRead {
  /** Each review once, in order of the feed. */
  readonly reviews: readonly Review[];
  readonly refusals: readonly Refusal[];
  /** Records that say again what one before them said. */
  readonly repeated: number;
}

/**
 * Reads a whole feed.
 * @throws Error if `text` is neither JSON nor JSON lines, or holds no list of records; the message says what to do.
 */
export function readFeed(text: string): FeedRead {
  const reviews = new Map<string, Review>();
  const refusals: Refusal[] = [];
  let repeated = 0;
  for (const { where, record } of recordsOf(text.replace(/^\ufeff/, ''))) {
    const read = readClaimReview(record);
    if (!read.ok) {
      const problem = read.problems[0];
      refusals.push({ where: where + (problem?.pointer ?? ''), message: problem?.message ?? 'is not valid' });
    } else if (reviews.has(read.value.id)) repeated++;
    else reviews.set(read.value.id, read.value);
  }
  return { reviews: [...reviews.values()], refusals, repeated };
}

interface Located {
  readonly where: string;
  readonly record: unknown;
}

function recordsOf(text: string): Iterable<Located> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return lines(text);
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`This file is not valid JSON (${why}). Ask its publisher, or mend it and try again.`);
  }
  const found = [...inside(json, '', 0)];
  if (found.length === 0)
    throw new Error(
      'This file holds no ClaimReview records. Choose a ClaimReview feed (JSON or JSON lines).',
    );
  return found;
}

/** How deep lists may lie in one another: a feed, its items, a graph. */
const DEEPEST = 6;

function* inside(value: unknown, where: string, depth: number): Generator<Located> {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* inside(item, `${where}/${i}`, depth + 1);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    yield { where, record: value };
    return;
  }
  const { dataFeedElement, item, '@graph': graph } = value as Record<string, unknown>;
  if (dataFeedElement !== undefined) yield* inside(dataFeedElement, `${where}/dataFeedElement`, depth + 1);
  else if (graph !== undefined) yield* inside(graph, `${where}/@graph`, depth + 1);
  else if (item !== undefined) yield* inside(item, `${where}/item`, depth + 1);
  else yield { where, record: value };
}

function* lines(text: string): Generator<Located> {
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() === '') continue;
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch {
      record = undefined;
    }
    yield* inside(record, `line ${number}`, 0);
  }
}

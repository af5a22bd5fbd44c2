/**
 * A feed's records, in any of the forms publishers use: a `DataFeed` with its `DataFeedItem`s, an array, a `@graph`, one
 * record alone, or JSON lines. Each record is a review or a refusal with its reason and position.
 */
import { readRecord } from './claim-review/read';
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
  /** Records that say again what one before them said, word for word. */
  readonly repeated: number;
  /** Records in whose place a newer one of the same address and claim was taken. */
  readonly superseded: number;
}

/**
 * Reads a whole feed.
 * @throws Error if `text` is neither JSON nor JSON lines, or holds no list of records; the message says what to do.
 */
export function readFeed(text: string): FeedRead {
  const reviews = new Map<string, Review>();
  const refusals: Refusal[] = [];
  let repeated = 0;
  let superseded = 0;
  for (const { where, record, refused } of recordsOf(text.replace(/^\ufeff/, ''))) {
    if (refused !== undefined) {
      refusals.push({ where, message: refused });
      continue;
    }
    const read = readRecord(record, where);
    if (read.kind === 'refused') {
      refusals.push({ where: read.where, message: read.message });
      continue;
    }
    const { review: value } = read;
    const before = reviews.get(value.id);
    if (before === undefined) reviews.set(value.id, value);
    else if (isEqual(before, value)) repeated++;
    else {
      superseded++;
      if (dayOf(value) >= dayOf(before)) reviews.set(value.id, value);
    }
  }
  return { reviews: [...reviews.values()], refusals, repeated, superseded };
}

/** Both come out of one schema, so their fields are in one order. */
const isEqual = (a: Review, b: Review): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Sorts as days do; a review without one is older than all that have one. */
const dayOf = ({ checkedOn = '' }: Review): string => checkedOn;

interface Located {
  readonly where: string;
  readonly record?: unknown;
  /** Why it was not even looked at. */
  readonly refused?: string;
}

function recordsOf(text: string): Iterable<Located> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (isLines(text)) return lines(text);
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

/** Is the first line that is not empty an object, and does the next begin one? */
function isLines(text: string): boolean {
  let first: string | undefined;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end === -1 ? undefined : end).trim();
    if (line !== '') {
      if (first !== undefined) return line.startsWith('{');
      if (!line.startsWith('{') || !line.endsWith('}')) return false;
      first = line;
    }
    from = end === -1 ? text.length : end + 1;
  }
  return false;
}

/** How deep lists may lie in one another: a feed, its items, a graph. */
const DEEPEST = 6;

function* inside(value: unknown, where: string, depth: number): Generator<Located> {
  if (depth > DEEPEST) {
    yield { where, refused: `lies too deep: at most ${DEEPEST} lists may hold a record` };
    return;
  }
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

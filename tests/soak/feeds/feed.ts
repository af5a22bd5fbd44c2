/** Feeds read as a stream, as the browser's import and the command line read them. */
import { isDeepStrictEqual } from 'node:util';
import { FeedError, type Outcome, parseReview, streamFeed } from '../../../lib/claims';
import type { Random } from '../random';
import { FEED } from './corpus';
import { wrongReview } from './schema';
import { made, pieces } from './streams';
import { isWorded, type Tally, told } from './tally';

const BASE = 'https://feed.example/claims/feed.json';
const REASONS = new Set(
  'not-json not-an-object not-a-claim-review media-review no-claim no-verdict no-publisher not-valid too-deep too-large'.split(
    ' ',
  ),
);
const CHANGES = new Set(
  'date-unreadable date-ambiguous address-refused language-unreadable cut markup hidden-characters first-of-many label-from-numbers numbers-contradict lost-characters'.split(
    ' ',
  ),
);

interface Read {
  readonly outcomes: readonly Outcome[];
  readonly error?: unknown;
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<Read> {
  const outcomes: Outcome[] = [];
  try {
    for await (const batch of streamFeed(chunks, { base: BASE })) outcomes.push(...batch);
  } catch (error) {
    return { outcomes, error };
  }
  return { outcomes };
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What each record of the corpus is when nothing is wrong with it. */
const plain: Promise<readonly (Outcome | undefined)[]> = Promise.all(
  FEED.map(async (record) => (await read(whole(Buffer.from(JSON.stringify([record]))))).outcomes[0]),
);

export async function tryFeed(chance: Random, tally: Tally): Promise<void> {
  const feed = made(chance, chance.pick([5, 25, 120]));
  const { outcomes, error } = await read(pieces(feed.bytes, chance));
  tally.records += Math.max(outcomes.length, feed.isKnown ? feed.records.length : 0);
  if (error !== undefined) {
    tally.ended++;
    if (!isWorded(error, ['FeedError'])) tally.fail('crashes', told(error));
    if (feed.isKnown) tally.fail('lost', `a feed of sound JSON could not be read: ${told(error)}`);
  }
  for (const outcome of outcomes) judge(outcome, tally);
  if (feed.isKnown && error === undefined) await compare(feed.records, outcomes, tally);
  if (chance.chance(0.05)) {
    const again = await read(whole(feed.bytes));
    // Lines and columns are told where they are known; the byte always is.
    const end = (error: unknown) =>
      error instanceof FeedError ? [error.reason, error.at?.byte] : String(error);
    const said = (read: Read) => [read.outcomes, end(read.error)];
    if (!isDeepStrictEqual(said({ outcomes, error }), said(again)))
      tally.fail('sums', 'pieces of another size are read otherwise');
  }
}

function judge(outcome: Outcome, tally: Tally): void {
  if (outcome.kind === 'refused') {
    tally.refused++;
    if (!REASONS.has(outcome.reason) || outcome.message === '' || typeof outcome.where !== 'string')
      tally.fail('sums', `a refusal without its reason: ${JSON.stringify(outcome)}`);
    return;
  }
  tally.taken++;
  const wrong = wrongReview(outcome.review);
  if (wrong !== '') tally.fail('against', `${wrong}: ${JSON.stringify(outcome.review)}`);
  if (outcome.changes.some(({ code, message }) => !CHANGES.has(code) || message === ''))
    tally.fail('sums', `a change without its reason: ${JSON.stringify(outcome.changes)}`);
  const again = parseReview(JSON.parse(JSON.stringify(outcome.review)));
  if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(outcome.review))
    tally.fail('against', `is not itself when it is read again: ${JSON.stringify([outcome.review, again])}`);
}

/** Each record has one outcome, and what was left as it is became what it becomes alone. */
async function compare(
  records: readonly { readonly source?: number }[],
  outcomes: readonly Outcome[],
  tally: Tally,
): Promise<void> {
  if (records.length !== outcomes.length) {
    tally.fail('sums', `${records.length} records, ${outcomes.length} outcomes`);
    return;
  }
  const alone = await plain;
  for (const [n, { source }] of records.entries()) {
    if (source === undefined) continue;
    const [is, was] = [outcomes[n], alone[source]];
    const same =
      is?.kind === 'taken' && was?.kind === 'taken'
        ? JSON.stringify(is.review) === JSON.stringify(was.review)
        : is?.kind === was?.kind;
    if (!same)
      tally.fail('lost', `record ${n} was ${JSON.stringify(was)} alone and is ${JSON.stringify(is)}`);
  }
}

/** Reads a ClaimReview feed into the edition that is being written, record by record, and counts what became of them. */
import { type Review, Seen, streamFeed } from '../../claims';
import { say } from '../../words';
import type { EditionWriter } from '../editions/writer';
import type { Env } from '../env';
import type { Records } from '../source';

/** Refusals that are kept to be shown; all are counted. */
const SHOWN = 50;
/** Reviews between two pauses: a few milliseconds. */
const BETWEEN = 100;

export interface FeedOptions {
  readonly env: Env;
  /** Address against which those in the feed are read. */
  readonly base?: string | undefined;
  /** Hears how many records were read. */
  readonly note?: (records: number) => void;
}

/** What was read, and the licence of all its records, if they state one and the same. */
export interface FeedRead {
  readonly records: Records;
  readonly licence: string | undefined;
  /** Day of the newest review, or ''. */
  readonly newest: string;
}

/**
 * Gives all reviews of a feed to `writer`; of two with one id it takes the newer.
 * @throws FeedError if it can't be read to its end, or Error if nothing in it could be taken; messages say what to do.
 */
export async function importFeed(
  writer: Pick<EditionWriter, 'review'>,
  chunks: AsyncIterable<Uint8Array>,
  { env, base, note = () => {} }: FeedOptions,
): Promise<FeedRead> {
  const seen = new Seen();
  const licences = new Set<string | undefined>();
  const reasons = new Map<string, number>();
  const first: { where: string; message: string }[] = [];
  const count = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  let [taken, changed, refused, repeated, superseded, all] = [0, 0, 0, 0, 0, 0];
  let newest = '';
  const latest = latestDay(env.now());
  for await (const batch of streamFeed(chunks, base === undefined ? {} : { base })) {
    for (const outcome of batch) {
      if (++all % BETWEEN === 0) {
        await env.pause();
        env.signal.throwIfAborted();
        note(all);
      }
      if (outcome.kind === 'refused') {
        refused++;
        count(outcome.reason);
        if (first.length < SHOWN) first.push({ where: outcome.where, message: outcome.message });
        continue;
      }
      const review = until(latest, outcome.review);
      const notes = outcome.changes.map(({ code }): string => code);
      if (review !== outcome.review) notes.push('date-in-future');
      const met = seen.see(review, all);
      if (met.kind === 'repeated') repeated++;
      else if (met.kind !== 'new') superseded++;
      if (met.kind === 'repeated' || met.kind === 'older') continue;
      if (met.kind === 'new') {
        taken++;
        if (notes.length > 0) changed++;
      }
      notes.forEach(count);
      if (licences.size < 2) licences.add(outcome.licence);
      if ((review.checkedOn ?? '') > newest) newest = review.checkedOn ?? '';
      await writer.review(review);
    }
    await env.step('read');
  }
  note(all);
  if (taken === 0) throw new Error(nothing(all, first[0]));
  const licence = licences.size === 1 ? [...licences][0] : undefined;
  const records = {
    taken,
    changed,
    refused,
    repeated,
    superseded,
    reasons: Object.fromEntries(reasons),
    first,
  };
  return { records, licence, newest };
}

/** The day this was written: a clock that says an earlier one is wrong, and nothing is known of what is in the future. */
const WRITTEN = Date.parse('2026-11-23');

/** A check may be of a zone where it is tomorrow already. Four digits for the year: `9999-12-31` from then on. */
function latestDay(now: Date): string {
  const tomorrow = now.getTime() + 86_400_000;
  return WRITTEN <= tomorrow && tomorrow < Date.parse('9999-12-31')
    ? new Date(tomorrow).toISOString().slice(0, 10)
    : '9999-12-31';
}

/** Without its day, if that is after `day`: nobody can have checked it then, and it would stand before all others for ever. */
function until(day: string, review: Review): Review {
  const { checkedOn, ...undated } = review;
  return checkedOn !== undefined && checkedOn > day ? undated : review;
}

function nothing(all: number, first: { where: string; message: string } | undefined): string {
  if (!first) return say('store_feed_none');
  return say('store_feed_unreadable', all, `${first.where} ${first.message}`);
}

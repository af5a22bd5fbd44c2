/**
 * Reads a feed in any of the forms publishers use, as it comes in, in bounded memory: a `DataFeed` with its
 * `DataFeedItem`s, an array, a `@graph`, an `ItemList`, one record alone, several values one after another, JSON lines,
 * or a page with JSON-LD in it.
 */
import { say } from '../../words';
import { readRecord } from '../claim-review/read';
import { MOST_RECORDS } from '../packs/manifest';
import { formOf } from './form';
import { Lines } from './lines';
import { FeedError, type Outcome } from './outcome';
import { Page } from './page';
import { type Found, Records } from './records';
import { joined, Utf8 } from './utf8';

/** Bytes read at once; what they held is handed out before more is read. */
const SLICE = 1 << 16;

export interface FeedOptions {
  /** The feed's own address: relative addresses in it are resolved against it. */
  readonly base?: string;
}

/**
 * What became of each record of a feed, in its order, in batches. Bytes are UTF-8; broken ones become U+FFFD, which is
 * noted where it stands in a record.
 * @throws FeedError if it can't be read on, or holds no record or more than 2,000,000; records before that have been
 * handed out.
 */
export async function* streamFeed(
  chunks: AsyncIterable<Uint8Array>,
  options: FeedOptions = {},
): AsyncGenerator<readonly Outcome[]> {
  const reader = new FeedReader(options.base);
  let count = 0;
  const counted = (outcomes: readonly Outcome[]): readonly Outcome[] => {
    count += outcomes.length;
    if (count > MOST_RECORDS) throw new FeedError(say('store_feed_many', MOST_RECORDS), 'too-large');
    return outcomes;
  };
  for await (const chunk of chunks)
    for (let from = 0; from < chunk.length; from += SLICE) {
      let error: unknown;
      try {
        reader.write(chunk.subarray(from, from + SLICE));
      } catch (thrown) {
        error = thrown;
      }
      const outcomes = counted(reader.take());
      if (outcomes.length > 0) yield outcomes;
      if (error !== undefined) throw error;
    }
  let error: unknown;
  try {
    reader.end();
  } catch (thrown) {
    error = thrown;
  }
  const outcomes = counted(reader.take());
  if (outcomes.length > 0) yield outcomes;
  if (error !== undefined) throw error;
  if (count === 0) throw new FeedError(say('store_feed_none'));
}

type Reader = Records | Lines | Page;

class FeedReader {
  private readonly utf8 = new Utf8();
  private reader: Reader | undefined;
  /** The beginning, until it tells the form; its length, and how long it was when it last was asked. */
  private held: Uint8Array[] = [];
  private length = 0;
  private asked = 0;
  private isStart = true;
  /** The first byte, if it came alone; undefined once the next was seen. */
  private first: Uint8Array | undefined = new Uint8Array(0);
  private outcomes: Outcome[] = [];

  constructor(private readonly base: string | undefined) {}

  /** What became of the records since it was last asked. */
  take(): readonly Outcome[] {
    const { outcomes } = this;
    this.outcomes = [];
    return outcomes;
  }

  write(bytes: Uint8Array, isLast = false): void {
    if (this.first !== undefined) {
      const start = joined([this.first, bytes], this.first.length + bytes.length);
      this.first = start.length < 2 && !isLast ? start : undefined;
      if (this.first !== undefined) return;
      // UTF-16 and compressed files are told by their first bytes as they stand.
      formOf(start, false);
      this.writeOn(start, isLast);
    } else this.writeOn(bytes, isLast);
  }

  private writeOn(bytes: Uint8Array, isLast: boolean): void {
    const mended = this.withoutMark(this.utf8.mend(bytes, isLast));
    if (this.reader !== undefined) {
      this.reader.write(mended);
      return;
    }
    // The caller may fill its chunk again.
    this.held.push(mended.slice());
    this.length += mended.length;
    // Asked at each doubling, a feed in small chunks is looked through but twice.
    if (!isLast && this.length < 2 * this.asked) return;
    this.asked = this.length;
    const held = joined(this.held, this.length);
    const form = formOf(held, isLast);
    if (form === undefined) return;
    const found = (found: Found) => this.found(found);
    this.reader =
      form === 'page' ? new Page(found) : form === 'lines' ? new Lines(found) : new Records('', found);
    this.held = [];
    this.reader.write(held);
  }

  end(): void {
    this.write(new Uint8Array(0), true);
    this.reader?.end();
  }

  /** `bytes` without the mark that some systems put before UTF-8. */
  private withoutMark(bytes: Uint8Array): Uint8Array {
    if (!this.isStart || bytes.length === 0) return bytes;
    this.isStart = false;
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  }

  private found(found: Found): void {
    this.outcomes.push(
      'reason' in found ? { kind: 'refused', ...found } : readRecord(found.record, found.where, this.base),
    );
  }
}

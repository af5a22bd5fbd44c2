/**
 * What is known of a segment's claims beside their words, in one ArrayBuffer: a head, then for each claim the day of
 * its check, how many of its terms after the claim's are the title's, and the number of its publisher. Little-endian, as
 * `lib/match/segment`. Tables without head and publishers, written by earlier programs, can be read too.
 */
import type { Segment } from '../segment/segment';
import { SegmentError } from '../segment/segment';
import type { Beside } from './collection';

/** Stands for “not known”. */
const NO_DAY = -0x80000000;
const NO_TITLE = 255;
const NO_PUBLISHER = 0xffff;

/** `FMB` and a 2. No table of the first version is as long as one that begins with it. */
const HEAD = 0x02424d46;
const HEAD_BYTES = 4;
/** Bytes a claim, and those before there were publishers. */
const EACH = 7;
const EACH_BEFORE = 5;

/** Most publishers of one table: their numbers are below this. */
export const MOST_PUBLISHERS = NO_PUBLISHER;

/** The table beside a segment of `size` claims, to be filled. */
export class BesideWriter {
  readonly buffer: ArrayBuffer;
  private readonly view: DataView;

  constructor(private readonly size: number) {
    this.buffer = new ArrayBuffer(HEAD_BYTES + size * EACH);
    this.view = new DataView(this.buffer);
    this.view.setUint32(0, HEAD, true);
  }

  /** Writes what is known of a claim, by its number in the segment. */
  put(claim: number, { day = NO_DAY, inTitle = NO_TITLE, publisher = NO_PUBLISHER }: Beside): void {
    const { days, titles, publishers } = placesOf(this.size, HEAD_BYTES);
    this.view.setInt32(days + 4 * claim, day, true);
    this.view.setUint8(titles + claim, Math.min(NO_TITLE, inTitle));
    this.view.setUint16(publishers + 2 * claim, publisher, true);
  }
}

const placesOf = (size: number, head: number) => ({
  days: head,
  titles: head + 4 * size,
  publishers: head + 5 * size,
});

/** Reads what `BesideWriter` wrote. @throws SegmentError if `buffer` is not of this segment. */
export function openBeside(buffer: ArrayBuffer, { size }: Pick<Segment, 'size'>): (claim: number) => Beside {
  const view = new DataView(buffer);
  const before = buffer.byteLength === size * EACH_BEFORE;
  const fits = buffer.byteLength === HEAD_BYTES + size * EACH && view.getUint32(0, true) === HEAD;
  if (!before && !fits)
    throw new SegmentError(
      `the table beside a segment of ${size} claims is ${buffer.byteLength} bytes long: it belongs to another segment; build both again`,
    );
  const { days, titles, publishers } = placesOf(size, before ? 0 : HEAD_BYTES);
  return (claim) => {
    const day = view.getInt32(days + 4 * claim, true);
    const inTitle = view.getUint8(titles + claim);
    const publisher = before ? NO_PUBLISHER : view.getUint16(publishers + 2 * claim, true);
    return {
      ...(day === NO_DAY ? {} : { day }),
      ...(inTitle === NO_TITLE ? {} : { inTitle }),
      ...(publisher === NO_PUBLISHER ? {} : { publisher }),
    };
  };
}

/**
 * What is known of a segment's claims beside their words, in one ArrayBuffer: for each claim the day of its check and
 * how many of its terms after the claim's are the title's. Little-endian, as `lib/match/segment`.
 */
import type { Segment } from '../segment/segment';
import { SegmentError } from '../segment/segment';
import type { Beside } from './collection';

/** Stands for “not known”. */
const NO_DAY = -0x80000000;
const NO_TITLE = 255;
/** Bytes a claim. */
const EACH = 5;

/** Writes what `of` knows of each claim, by id. */
export function buildBeside(segment: Segment, of: (id: string) => Beside | undefined): ArrayBuffer {
  const buffer = new ArrayBuffer(segment.size * EACH);
  const days = new DataView(buffer, 0, segment.size * 4);
  const titles = new Uint8Array(buffer, segment.size * 4);
  for (let claim = 0; claim < segment.size; claim++) {
    const beside = of(segment.idOf(claim));
    days.setInt32(claim * 4, beside?.day ?? NO_DAY, true);
    titles[claim] = Math.min(NO_TITLE, beside?.inTitle ?? NO_TITLE);
  }
  return buffer;
}

/** Reads what `buildBeside` wrote. @throws SegmentError if `buffer` is not of this segment. */
export function openBeside(buffer: ArrayBuffer, segment: Segment): (claim: number) => Beside {
  if (buffer.byteLength !== segment.size * EACH)
    throw new SegmentError(
      `the table beside a segment of ${segment.size} claims is ${buffer.byteLength} bytes long: it belongs to another segment; build both again`,
    );
  const days = new DataView(buffer, 0, segment.size * 4);
  const titles = new Uint8Array(buffer, segment.size * 4);
  return (claim) => {
    const day = days.getInt32(claim * 4, true);
    const inTitle = titles[claim] as number;
    return {
      ...(day === NO_DAY ? {} : { day }),
      ...(inTitle === NO_TITLE ? {} : { inTitle }),
    };
  };
}

/** Masks of claims that are not to be found: bit n of byte n >> 3 stands for claim n of a segment. */
import { openSegment } from '../segment/segment';

/** The claims of the segment in `buffer` of whose id `isOff` says so; undefined if there are none. */
export function offMask(buffer: ArrayBuffer, isOff: (id: string) => boolean): Uint8Array | undefined {
  const segment = openSegment(buffer);
  let mask: Uint8Array | undefined;
  for (let claim = 0; claim < segment.size; claim++) {
    if (!isOff(segment.idOf(claim))) continue;
    mask ??= new Uint8Array(Math.ceil(segment.size / 8));
    mask[claim >> 3] = (mask[claim >> 3] as number) | (1 << (claim & 7));
  }
  return mask;
}

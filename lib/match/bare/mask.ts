/** Which claims of a stored index are to be left out, by their ids or publishers. */
import { openBeside } from '../score/beside';
import { emptyMask, setOff } from '../segment/off';
import { openSegment } from '../segment/segment';

/**
 * The mask for `SourceIndex.off` of the claims of which `isOff` says so; undefined if of none. Give `beside` to have the
 * publishers' numbers told too, as far as they are known. About a microsecond a claim.
 * @throws SegmentError if bytes are not what `IndexBuilder` gave.
 */
export function offMask(
  segment: ArrayBuffer,
  isOff: (id: string, publisher: number | undefined) => boolean,
  beside?: ArrayBuffer,
): Uint8Array | undefined {
  const opened = openSegment(segment);
  const of = beside && openBeside(beside, opened);
  let mask: Uint8Array | undefined;
  opened.eachId((id, claim) => {
    if (!isOff(id, of?.(claim).publisher)) return;
    mask ??= emptyMask(opened.size);
    setOff(mask, claim);
  });
  return mask;
}

/** Claims of a segment that are switched off: bit `n` of the mask, low bits first, is set if claim `n` never is an answer. */
import { SegmentError } from './layout';

/** Bytes of a mask over `size` claims. */
export const maskBytes = (size: number): number => Math.ceil(size / 8);

/** A mask of `size` claims with none of them off. */
export const emptyMask = (size: number): Uint8Array => new Uint8Array(maskBytes(size));

export function setOff(mask: Uint8Array, claim: number): void {
  mask[claim >>> 3] = (mask[claim >>> 3] as number) | (1 << (claim & 7));
}

export const isOff = (mask: Uint8Array, claim: number): boolean =>
  (((mask[claim >>> 3] as number) >>> (claim & 7)) & 1) === 1;

/** @throws SegmentError if the mask is not one of `size` claims. */
export function checkMask(mask: Uint8Array, size: number): void {
  if (mask.length !== maskBytes(size))
    throw new SegmentError(
      `the mask of a segment of ${size} claims is ${mask.length} bytes long: it belongs to another segment; make it again`,
    );
}

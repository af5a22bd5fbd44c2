/** Bare claims of one or several sources, ready to be matched. */
import { Background } from '../score/background';
import { BACKGROUND } from '../score/background-counts';
import { openBeside } from '../score/beside';
import { Collection } from '../score/collection';
import type { Weights } from '../score/model';
import { WEIGHTS } from '../score/weights';
import { openSegment } from '../segment/segment';

export interface BareLibrary {
  readonly collection: Collection;
  readonly weights: Weights;
  /** Which source each segment of the collection is. */
  readonly sources: readonly string[];
}

/** The stored index of a source: a segment, and what is known beside it. */
export interface SourceIndex {
  readonly source: string;
  readonly segment: ArrayBuffer;
  readonly beside: ArrayBuffer;
  /**
   * Claims of the segment that are never found: superseded, or their publisher is switched off (`offMask`). How rare
   * words are, and how many claims there are, is still counted with them.
   */
  readonly off?: Uint8Array | undefined;
  /** The words of its claims, if they are known (`lookup/vocabulary.ts`). */
  readonly words?: ArrayBuffer | undefined;
}

let background: Background | undefined;

/**
 * Opens stored indexes as one library.
 * @throws SegmentError if bytes are not what `IndexBuilder` gave, or a mask is of another segment.
 */
export function openBare(indexes: readonly SourceIndex[]): BareLibrary {
  const segments = indexes.map(({ segment, off }) => openSegment(segment, off));
  const besides = indexes.map(({ beside }, i) =>
    openBeside(beside, segments[i] as (typeof segments)[number]),
  );
  background ??= Background.read(BACKGROUND);
  return {
    collection: new Collection(segments, background, (segment, claim) => besides[segment]?.(claim)),
    weights: WEIGHTS,
    sources: indexes.map(({ source }) => source),
  };
}

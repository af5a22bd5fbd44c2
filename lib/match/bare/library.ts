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
}

let background: Background | undefined;

/**
 * Opens stored indexes as one library.
 * @throws SegmentError if bytes are not what `buildIndex` gave.
 */
export function openBare(indexes: readonly SourceIndex[]): BareLibrary {
  const segments = indexes.map(({ segment }) => openSegment(segment));
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

/** How far the work on a source is. */
export interface Step {
  readonly doing: 'asking' | 'fetching' | 'reading' | 'indexing' | 'storing';
  readonly done: number;
  /** How much there is, 0 if that is not known. */
  readonly of: number;
  readonly unit: 'bytes' | 'reviews' | 'files';
}

/** Hears how far it is. */
export type Note = (step: Step) => void;

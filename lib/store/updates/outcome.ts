/** How the work on a source ended. */
import type { StoredSource } from '../source';

export interface Outcome {
  /** `same`: there is nothing newer than what is installed. */
  readonly kind: 'added' | 'updated' | 'same';
  readonly source: StoredSource;
}

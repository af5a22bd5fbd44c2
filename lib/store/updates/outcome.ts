/** How the work on a source ended. */
import type { StoredSource } from '../source';

export interface Outcome {
  /**
   * `same`: there is nothing newer than what is installed. `revoked`: the publisher has revoked the key; what is installed
   * stays, and nothing signed with it is taken any more.
   */
  readonly kind: 'added' | 'updated' | 'same' | 'revoked';
  readonly source: StoredSource;
}

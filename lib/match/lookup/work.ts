/**
 * How much one search may do, over all its languages and sources, and when others get a turn. Work is counted, not timed:
 * the same search of the same library always does the same.
 */

/** Beginnings of words compared for typing mistakes, for one search; a walk that was begun is ended. */
const MOST_COMPARED = 2_000_000;
/** Postings read at most for one pass over the sources: past it only terms as typed are looked for. */
const MOST_POSTINGS = 600_000;
/** Work between two turns of others: some milliseconds. */
const TURN = 400_000;
/** A beginning of a word is compared letter by letter, and a word is stemmed; a posting is only noted. */
const COMPARED = 8;
const HASHED = 200;

export class Work {
  /** Walks along a vocabulary so far, in search of mistyped words. */
  walks = 0;
  private compared = 0;
  private postings = MOST_POSTINGS;
  private sinceTurn = 0;

  /** May another walk be begun? */
  get mayWalk(): boolean {
    return this.compared < MOST_COMPARED;
  }

  walked(compared: number): void {
    this.walks++;
    this.compared += compared;
    this.sinceTurn += COMPARED * compared;
  }

  hashed(words: number): void {
    this.sinceTurn += HASHED * words;
  }

  /** A pass over all sources begins. */
  pass(): void {
    this.postings = MOST_POSTINGS;
  }

  /** Postings for `share` (0 to 1) of what is still to be read: what a source leaves is there for the next. */
  postingsFor = (share: number): number => Math.floor(this.postings * share);

  /** `postings` of them were read, for a source of so many claims. */
  read(postings: number, claims: number): void {
    this.postings = Math.max(0, this.postings - postings);
    this.sinceTurn += postings + claims;
  }

  /** Is it time for others? Asked between steps; if so, counting starts anew. */
  get isTurn(): boolean {
    if (this.sinceTurn < TURN) return false;
    this.sinceTurn = 0;
    return true;
  }
}

/** Reads one posting list forward, a block at a time, skipping blocks that cannot matter without decoding them. */
import { MOST_REPEATS } from './impact';
import { BLOCK, isWide, type Sections, SegmentError, WINDOW, windowsOf } from './layout';

/** Greater than any claim number. */
export const END = 0x7fffffff;

export class Cursor {
  /** Weight of the term in this query, whole steps. */
  weight = 0;
  /** Claims of the decoded block, with `END` after the last, and how often each repeats the term. */
  readonly claims = new Int32Array(BLOCK + 1);
  readonly repeats = new Uint8Array(BLOCK + 1);
  /** Where in the decoded block the cursor stands. */
  at = 0;

  private sections!: Sections;
  private term = 0;
  /** Current block, counted in the segment's block table; `last` is past the list's end. A short list is one block. */
  private block = 0;
  private first = 0;
  private last = 0;
  private blocked = false;
  private wide = false;
  private decoded = -1;

  /** Sets the cursor before the first posting of a term. */
  open(sections: Sections, term: number, weight: number): void {
    this.sections = sections;
    this.term = term;
    this.weight = weight;
    this.blocked = term < sections.firstBlocks.length - 1;
    this.wide = isWide(sections.frequencies[term] as number, sections.lengths.length);
    this.first = this.blocked ? (sections.firstBlocks[term] as number) : 0;
    this.last = this.blocked ? (sections.firstBlocks[term + 1] as number) : 1;
    this.block = this.first;
    this.decoded = -1;
    // A short list is cheaper to decode than to ask about.
    if (!this.blocked) this.decode();
  }

  /** How many claims the list holds. */
  get frequency(): number {
    return this.sections.frequencies[this.term] as number;
  }

  /** Calls `visit` with each posting, then stands at the start again. Only for a cursor that has not moved. */
  forEach(visit: (claim: number, repeats: number) => void): void {
    const { sections, term, weight } = this;
    let claim = this.seek(0);
    while (claim < END) {
      visit(claim, this.repeats[this.at] as number);
      claim = this.claims[++this.at] as number;
      if (claim === END && this.nextBlock()) claim = this.claims[0] as number;
    }
    this.open(sections, term, weight);
  }

  /** Most that any claim of the list scores by this term. */
  get bound(): number {
    return this.weight * (this.sections.termImpacts[this.term] as number);
  }

  /**
   * Moves to the block that holds the first posting at or after claim `from`, without decoding it, and returns the most
   * that any posting in `from..to-1` may score, 0 if there is none.
   */
  boundWithin(from: number, to: number): number {
    const { blockLasts, blockImpacts } = this.sections;
    if (!this.blocked) {
      while ((this.claims[this.at] as number) < from) this.at++;
      return (this.claims[this.at] as number) < to ? this.bound : 0;
    }
    this.toBlock(from);
    let most = 0;
    for (let b = this.block; b < this.last; b++) {
      most = Math.max(most, blockImpacts[b] as number);
      if ((blockLasts[b] as number) >= to - 1) break;
    }
    return this.weight * most;
  }

  /** Moves to the first posting at or after `claim` and returns its claim; `END` if there is none. Forward only. */
  seek(claim: number): number {
    if (this.blocked) {
      this.toBlock(claim);
      if (this.block >= this.last) return END;
      if (this.decoded !== this.block) this.decode();
    }
    const { claims } = this;
    let at = this.at;
    while ((claims[at] as number) < claim) at++;
    this.at = at;
    return claims[at] as number;
  }

  /** Goes on to the next block, decoded; false at the end of the list. */
  nextBlock(): boolean {
    if (!this.blocked || this.block + 1 >= this.last) {
      this.block = this.last;
      return false;
    }
    this.block++;
    this.decode();
    return true;
  }

  /** Gallops to the first block whose last claim is at or after `claim`. */
  private toBlock(claim: number): void {
    const { blockLasts } = this.sections;
    let low = this.block;
    if (low >= this.last || (blockLasts[low] as number) >= claim) return;
    let step = 1;
    while (low + step < this.last && (blockLasts[low + step] as number) < claim) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.last);
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((blockLasts[middle] as number) < claim) low = middle;
      else high = middle;
    }
    this.block = high;
  }

  /** @throws SegmentError if the bytes are not the postings that the tables promise. */
  private decode(): void {
    if (this.wide) {
      this.decodeWide();
      return;
    }
    const { sections, term, block, first, claims, repeats } = this;
    const { postings, postingStarts, frequencies, blockLasts, blockStarts, lengths } = sections;
    const left = (frequencies[term] as number) - (block - first) * BLOCK;
    const count = left < BLOCK ? left : BLOCK;
    let at = (this.blocked ? blockStarts[block] : postingStarts[term]) as number;
    let claim = block > first ? (blockLasts[block - 1] as number) : -1;
    const size = lengths.length;
    for (let i = 0; i < count; i++) {
      // Past the end of `postings` a byte reads as undefined, which counts as 0: a short number, no loop.
      let value = postings[at++] as number;
      if (value > 127) {
        let byte = postings[at++] as number;
        value = (value & 127) | ((byte & 127) << 7);
        for (let shift = 14; byte > 127; shift += 7) {
          byte = postings[at++] as number;
          value |= (byte & 127) << shift;
        }
      }
      claim += (value >>> 1) + 1;
      let tf = 1;
      if ((value & 1) === 1) tf = (postings[at++] as number) & MOST_REPEATS;
      if (claim >= size) throw new SegmentError('the segment is malformed: a posting past its last claim');
      claims[i] = claim;
      repeats[i] = tf;
    }
    if (at > (postingStarts[term + 1] as number) || (this.blocked && claim !== blockLasts[block]))
      throw new SegmentError('the segment is malformed: a posting list runs past its end');
    claims[count] = END;
    this.at = 0;
    this.decoded = block;
  }

  private decodeWide(): void {
    const { sections, term, block, first, claims, repeats } = this;
    const {
      postings,
      postingWords,
      postingStarts,
      frequencies,
      windowStarts,
      blockLasts,
      blockStarts,
      lengths,
    } = sections;
    const from = (block - first) * BLOCK;
    const to = Math.min(from + BLOCK, frequencies[term] as number);
    const words = (postingStarts[term] as number) >> 1;
    const windows = windowsOf(lengths.length);
    const table = term * (windows + 1);
    let claim = block > first ? (blockLasts[block - 1] as number) : -1;
    let window = Math.floor(Math.max(0, claim) / WINDOW);
    let tf = blockStarts[block] as number;
    for (let i = from; i < to; i++) {
      while (window < windows && (windowStarts[table + window + 1] as number) <= i) window++;
      const word = postingWords[words + i] as number;
      const next = window * WINDOW + (word >> 1);
      if (next <= claim)
        throw new SegmentError('the segment is malformed: a posting list that does not rise');
      claim = next;
      claims[i - from] = claim;
      repeats[i - from] = (word & 1) === 0 ? 1 : (postings[tf++] as number) & MOST_REPEATS;
    }
    if (claim >= lengths.length || claim !== blockLasts[block])
      throw new SegmentError('the segment is malformed: a posting list runs past its end');
    claims[to - from] = END;
    this.at = 0;
    this.decoded = block;
  }
}

/** The best so many of a stream of scored claims: a binary heap with the worst on top. */

export class Top {
  /** Entries kept, in heap order. */
  readonly scores: number[] = [];
  readonly segments: number[] = [];
  readonly claims: number[] = [];

  /** `before` says whether one claim goes before another of the same score. */
  constructor(
    readonly most: number,
    private readonly before: (segmentA: number, claimA: number, segmentB: number, claimB: number) => boolean,
  ) {}

  get full(): boolean {
    return this.scores.length >= this.most;
  }

  /** The score of the worst entry. */
  get least(): number {
    return this.scores[0] as number;
  }

  offer(score: number, segment: number, claim: number): void {
    const n = this.scores.length;
    if (n < this.most) {
      this.rise(n, score, segment, claim);
      return;
    }
    const least = this.scores[0] as number;
    if (score < least || (score === least && !this.goesBefore(score, segment, claim, 0))) return;
    this.sink(score, segment, claim);
  }

  /** Takes all out, best first. */
  drain(): { score: number; segment: number; claim: number }[] {
    const order = this.scores.map((_, i) => i);
    order.sort((a, b) => (this.entryBefore(a, b) ? -1 : 1));
    return order.map((i) => ({
      score: this.scores[i] as number,
      segment: this.segments[i] as number,
      claim: this.claims[i] as number,
    }));
  }

  private goesBefore(score: number, segment: number, claim: number, i: number): boolean {
    const other = this.scores[i] as number;
    if (score !== other) return score > other;
    return this.before(segment, claim, this.segments[i] as number, this.claims[i] as number);
  }

  private entryBefore(a: number, b: number): boolean {
    return this.goesBefore(this.scores[a] as number, this.segments[a] as number, this.claims[a] as number, b);
  }

  private put(i: number, score: number, segment: number, claim: number): void {
    this.scores[i] = score;
    this.segments[i] = segment;
    this.claims[i] = claim;
  }

  private move(from: number, to: number): void {
    this.put(to, this.scores[from] as number, this.segments[from] as number, this.claims[from] as number);
  }

  private rise(hole: number, score: number, segment: number, claim: number): void {
    let i = hole;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.goesBefore(score, segment, claim, parent)) break;
      this.move(parent, i);
      i = parent;
    }
    this.put(i, score, segment, claim);
  }

  private sink(score: number, segment: number, claim: number): void {
    const n = this.scores.length;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= n) break;
      if (child + 1 < n && this.entryBefore(child, child + 1)) child++;
      if (!this.goesBefore(score, segment, claim, child)) break;
      this.move(child, i);
      i = child;
    }
    this.put(i, score, segment, claim);
  }
}

/** What the segment is measured against: BM25 as one would write it first, over a Map of posting lists. */
import type { BareClaim } from '../../lib/match/segment/build';
import { B, K1, TYPICAL_LENGTH } from '../../lib/match/segment/impact';
import { readTerms } from '../../lib/match/segment/terms';

interface List {
  readonly claims: Int32Array;
  readonly repeats: Uint8Array;
}

export class PlainIndex {
  private readonly lists = new Map<number, List>();
  private readonly lengths: Uint16Array;
  private readonly scores: Float64Array;
  private readonly touched: Int32Array;

  constructor(claims: readonly BareClaim[]) {
    this.lengths = new Uint16Array(claims.length);
    this.scores = new Float64Array(claims.length);
    this.touched = new Int32Array(claims.length);
    const growing = new Map<number, { claims: number[]; repeats: number[] }>();
    claims.forEach(({ claim, title }, i) => {
      const terms = [...readTerms(claim).terms, ...readTerms(title ?? '').terms];
      this.lengths[i] = terms.length;
      for (const { hash } of terms) {
        let list = growing.get(hash);
        if (!list) {
          list = { claims: [], repeats: [] };
          growing.set(hash, list);
        }
        if (list.claims.at(-1) === i) list.repeats.push((list.repeats.pop() as number) + 1);
        else {
          list.claims.push(i);
          list.repeats.push(1);
        }
      }
    });
    for (const [hash, { claims, repeats }] of growing)
      this.lists.set(hash, { claims: Int32Array.from(claims), repeats: Uint8Array.from(repeats) });
  }

  candidates(terms: readonly { readonly hash: number }[], k: number): { claim: number; score: number }[] {
    const { scores, touched, lengths } = this;
    let count = 0;
    for (const hash of new Set(terms.map((t) => t.hash))) {
      const list = this.lists.get(hash);
      if (!list) continue;
      const n = list.claims.length;
      const weight = Math.log(1 + (lengths.length - n + 0.5) / (n + 0.5)) * (K1 + 1);
      for (let i = 0; i < n; i++) {
        const claim = list.claims[i] as number;
        const tf = list.repeats[i] as number;
        if (scores[claim] === 0) touched[count++] = claim;
        const norm = K1 * (1 - B + (B * (lengths[claim] as number)) / TYPICAL_LENGTH);
        scores[claim] = (scores[claim] as number) + (weight * tf) / (tf + norm);
      }
    }
    const best: { claim: number; score: number }[] = [];
    for (let i = 0; i < count; i++) {
      const claim = touched[i] as number;
      const score = scores[claim] as number;
      scores[claim] = 0;
      if (best.length === k && score <= (best[k - 1]?.score ?? 0)) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--;
      best.splice(at, 0, { claim, score });
      if (best.length > k) best.pop();
    }
    return best;
  }
}

/** Counts what became of the records of a pack. */
import type { Records } from '../source';

/** Refusals that are kept to be shown; all are counted. */
const SHOWN = 50;

export class Tally {
  private taken = 0;
  private refused = 0;
  private readonly reasons = new Map<string, number>();
  private readonly first: { where: string; message: string }[] = [];

  take(): void {
    this.taken++;
  }

  /** What was taken before turned out not to be usable. */
  takeBack(): void {
    this.taken--;
  }

  refuse(where: string, reason: string, message: string): void {
    this.refused++;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    if (this.first.length < SHOWN) this.first.push({ where, message: message.slice(0, 300) });
  }

  records(): Records {
    return {
      taken: this.taken,
      changed: 0,
      refused: this.refused,
      repeated: 0,
      superseded: 0,
      reasons: Object.fromEntries(this.reasons),
      first: this.first,
    };
  }
}

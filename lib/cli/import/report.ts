/** The report of an import: what became of each record, a line each, and the counts of it all. */
import { join } from 'node:path';
import type { Note, Outcome } from '../../claims';
import { linesOf } from '../collection';
import { TextFile } from './text-file';

/**
 * What became of a record. `repeated`: another says the same word for word. `superseded`: another of the same address and
 * claim is newer.
 */
type Became = 'taken' | 'changed' | 'refused' | 'repeated' | 'superseded';

interface Line {
  readonly where: string;
  outcome: Became;
  readonly id?: string;
  reason?: string;
  message?: string;
  readonly changes?: readonly Note[];
}

export interface Counts {
  records: number;
  outcomes: Record<Became, number>;
  /** Of refusals. */
  reasons: Record<string, number>;
  /** Changes of records that were taken. */
  changes: Record<string, number>;
}

const NEWER = 'is older than another record of the same address and claim, which was taken';

/** Lines are in order of the feed: the n-th (from 0) is the record with ordinal n. */
export class Report {
  private readonly file: TextFile;
  private readonly counts: Counts = {
    records: 0,
    outcomes: { taken: 0, changed: 0, refused: 0, repeated: 0, superseded: 0 },
    reasons: {},
    changes: {},
  };

  /** @param dir a folder of its own. */
  constructor(private readonly dir: string) {
    this.file = new TextFile(join(dir, 'outcomes'));
  }

  /** `as`: for a record that was read, but not taken. */
  add(outcome: Outcome, as?: 'repeated' | 'superseded'): void {
    const line = lineOf(outcome, as);
    this.file.add(JSON.stringify(line));
    this.counts.records++;
    this.count(line, 1);
  }

  /** The whole report, where the records with these ordinals turned out to be superseded; its path and counts. */
  async finish(superseded: ReadonlySet<number>): Promise<{ path: string; counts: Counts }> {
    this.file.flush();
    if (superseded.size === 0) return { path: this.file.path, counts: this.counts };
    const whole = new TextFile(join(this.dir, 'report'));
    for await (const { line, number } of linesOf(this.file.path)) {
      if (!superseded.has(number - 1)) {
        whole.add(line);
        continue;
      }
      const { where, id = '', ...rest } = JSON.parse(line) as Line;
      this.count({ where, ...rest }, -1);
      const now: Line = { where, outcome: 'superseded', id, message: NEWER };
      this.count(now, 1);
      whole.add(JSON.stringify(now));
    }
    whole.flush();
    return { path: whole.path, counts: this.counts };
  }

  private count({ outcome, reason, changes = [] }: Line, by: 1 | -1): void {
    this.counts.outcomes[outcome] += by;
    if (reason !== undefined) bump(this.counts.reasons, reason, by);
    for (const { code } of changes) bump(this.counts.changes, code, by);
  }
}

function lineOf(outcome: Outcome, as: 'repeated' | 'superseded' | undefined): Line {
  const { where } = outcome;
  if (outcome.kind === 'refused')
    return { where, outcome: 'refused', reason: outcome.reason, message: outcome.message };
  const { id } = outcome.review;
  if (as === 'superseded') return { where, outcome: as, id, message: NEWER };
  if (as === 'repeated') return { where, outcome: as, id };
  const { changes } = outcome;
  return changes.length === 0 ? { where, outcome: 'taken', id } : { where, outcome: 'changed', id, changes };
}

function bump(counts: Record<string, number>, key: string, by: number): void {
  const now = (counts[key] ?? 0) + by;
  if (now === 0) delete counts[key];
  else counts[key] = now;
}

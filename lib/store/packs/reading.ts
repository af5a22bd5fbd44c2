/** Gives the records of a pack to the edition that is being written; what can't be used is left out and told. */
import type { FactCheck, PackRecord } from '../../claims';
import { canonical, MOST_CHECK_BYTES, MOST_CHECKS } from '../../claims';
import { PatternError } from '../../match/pattern';
import { type NamedSets, type OrderedSets, orderSets } from '../../match/sets';
import { type Uses, unserved, usesOf } from '../../match/uses';
import { say } from '../../words';
import type { EditionWriter } from '../editions/writer';
import { size } from '../network/error';
import { PackError } from './error';
import type { ReadRecord } from './shard';
import { Tally } from './tally';

/** Checks of the edition before that stay as they are, read one after another. */
export type Staying = () => AsyncIterable<FactCheck>;

/** The word sets of the edition before, with the shard they came in; `stay`: that shard is of this edition, too. */
export interface SetsBefore {
  readonly sets: NamedSets;
  readonly shard: string | undefined;
  readonly stay: boolean;
}

/** The word sets of an edition, and the shard they came in. */
export interface SetsNow {
  readonly sets: NamedSets;
  readonly setsShard?: string;
}

export class PackReading {
  readonly tally = new Tally();
  private read = 0;
  private checksRead = 0;
  /** Characters of their JSON. */
  private checkBytes = 0;
  /** Checks that were given, with the sets they name. */
  private readonly given = new Map<string, Uses>();
  private readonly removed = new Set<string>();
  private sets: NamedSets | undefined;
  private shardOfSets: string | undefined;

  /** `promised`: how many records there may be. */
  constructor(
    private readonly writer: Pick<EditionWriter, 'check' | 'review' | 'remove'>,
    private readonly promised: number,
  ) {}

  /** Takes one record of the shard `shard`. @throws PackError if there are more than were promised. */
  async take(read: ReadRecord, shard: string): Promise<void> {
    if (++this.read > this.promised) throw new PackError(say('store_pack_more_records', this.promised));
    if ('refused' in read) return this.tally.refuse(read.where, read.refused, read.message);
    await this.put(read.record, read.where, shard);
  }

  private async put(record: PackRecord, where: string, shard: string): Promise<void> {
    if ('review' in record) {
      await this.writer.review(record.review, shard);
      this.tally.take();
    } else if ('check' in record) await this.check(record.check, where, shard);
    else if ('removed' in record) {
      this.given.delete(record.removed);
      // There may be a million names of what was never here; none of them is held.
      if (await this.writer.remove(record.removed)) this.removed.add(record.removed);
    } else this.takeSets(record.sets, where, shard);
  }

  private async check(check: FactCheck, where: string, shard: string): Promise<void> {
    // A layer may say again what an earlier one says; more than twice as many is no pack any more.
    if (++this.checksRead > 2 * MOST_CHECKS) throw new PackError(say('store_pack_more_checks', MOST_CHECKS));
    this.checkBytes += JSON.stringify(check).length;
    if (this.checkBytes > 2 * MOST_CHECK_BYTES)
      throw new PackError(say('store_pack_more_bytes', size(MOST_CHECK_BYTES)));
    const ways = usesOf(check);
    if ('refused' in ways) {
      this.tally.refuse(where, 'way-of-saying', ways.refused);
      // What an earlier edition says under this id is not what its publisher says now.
      this.given.delete(check.id);
      this.removed.add(check.id);
      await this.writer.remove(check.id);
      return;
    }
    this.given.set(check.id, ways.uses);
    this.removed.delete(check.id);
    await this.writer.check(check, shard);
    this.tally.take();
  }

  private takeSets(sets: NamedSets, where: string, shard: string): void {
    try {
      this.sets = orderSets(sets).sets;
      this.shardOfSets = shard;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.tally.refuse(where, 'word-sets', say('store_record_sets', error.message));
    }
  }

  /**
   * All was read: leaves out checks whose word sets are not there, given now or `staying` from the edition before.
   * Answers with the sets of this edition: the newest given, else those `before` if they stay.
   */
  async settle(before: SetsBefore, staying: Staying): Promise<SetsNow> {
    const ordered = orderSets(this.sets ?? (before.stay ? before.sets : {}));
    for (const [id, uses] of this.given) await this.leaveOut(id, unserved(uses, ordered), true);
    if (canonical(ordered.sets) !== canonical(before.sets))
      for await (const check of staying()) {
        if (this.given.has(check.id) || this.removed.has(check.id)) continue;
        await this.leaveOut(check.id, whyNot(check, ordered), false);
      }
    const setsShard = this.sets ? this.shardOfSets : before.stay ? before.shard : undefined;
    return { sets: ordered.sets, ...(setsShard !== undefined && { setsShard }) };
  }

  private async leaveOut(id: string, why: string | undefined, wasTaken: boolean): Promise<void> {
    if (why === undefined) return;
    await this.writer.remove(id);
    if (wasTaken) this.tally.takeBack();
    this.tally.refuse(id, 'word-sets', why);
  }
}

function whyNot(check: FactCheck, sets: OrderedSets): string | undefined {
  const ways = usesOf(check);
  return 'refused' in ways ? ways.refused : unserved(ways.uses, sets);
}

/** Builds the stored index of a source of bare claims. */
import { WordCounts } from '../lookup/word-counts';
import { BesideWriter, MOST_PUBLISHERS } from '../score/beside';
import { saysLittle } from '../score/junk';
import { readDay } from '../score/post';
import { atOnce, segmentOf } from '../segment/build';
import { languageOfClaim, Rows } from '../segment/collect';
import { Column } from '../segment/growing';
import { readTerms } from '../segment/terms';

/** A bare claim as a feed tells it; a `Review` of lib/claims fits. */
export interface Bare {
  readonly id: string;
  readonly claim: string;
  readonly title?: string | undefined;
  /** What stands under the title. */
  readonly subtitle?: string | undefined;
  /** Day of the check, in a form that `readDay` reads. */
  readonly checkedOn?: string | undefined;
  /** BCP 47 tag of the language it is in. */
  readonly language?: string | undefined;
}

/** The tables of an index: two as `openBare` opens them, and the words of its claims (`lookup/vocabulary.ts`). */
export interface BuiltIndex {
  readonly segment: ArrayBuffer;
  readonly beside: ArrayBuffer;
  readonly words: ArrayBuffer;
}

/** Stand for “not known” while an index is built. */
const UNKNOWN = -0x80000000;
const MOST_IN_TITLE = 255;

/** Claims written beside before others get a turn. */
const TURN = 10_000;

/**
 * An index in the making. Of its claims it keeps terms and ids alone, in flat arrays: about 200 bytes each at the
 * most, with all that building takes.
 */
export class IndexBuilder {
  private readonly rows = new Rows();
  private readonly days = new Column((length) => new Int32Array(length));
  private readonly inTitles = new Column((length) => new Uint8Array(length));
  private readonly publishers = new Column((length) => new Uint16Array(length));
  private readonly words = new WordCounts();

  /** How many claims it holds. */
  get size(): number {
    return this.rows.size;
  }

  /**
   * Adds a claim, about 50 µs. `publisher`: its publisher's number, 0 to 65,534. The answer is the number to `drop` it
   * by: how many were added before.
   * @throws RangeError for a publisher of another number, or past 2^24 claims.
   */
  add(bare: Bare & { readonly publisher?: number | undefined }): number {
    const { id, claim, title = '', subtitle = '', checkedOn, language: tag, publisher } = bare;
    if (
      publisher !== undefined &&
      !(Number.isInteger(publisher) && publisher >= 0 && publisher < MOST_PUBLISHERS)
    )
      throw new RangeError(`publishers have numbers from 0 to ${MOST_PUBLISHERS - 1}, not ${publisher}`);
    const language = languageOfClaim({ claim, language: tag });
    const hear = (word: string) => this.words.add(word);
    const inTitle = readTerms(title, language, hear).terms;
    // The index knows claim and title; a subtitle is read as the title's end, and where it starts is kept beside.
    const read = subtitle === '' ? inTitle : readTerms(`${title}\n${subtitle}`, language).terms;
    const ordinal = this.rows.add({ id, language, said: readTerms(claim, language, hear), title: read });
    this.days.push((checkedOn === undefined ? undefined : readDay(checkedOn)) ?? UNKNOWN);
    this.inTitles.push(Math.min(MOST_IN_TITLE, inTitle.length));
    this.publishers.push(publisher ?? MOST_PUBLISHERS);
    return ordinal;
  }

  /** Leaves out a claim that was added: a later record took its place. @throws RangeError if it is not there. */
  drop(ordinal: number): void {
    this.rows.drop(ordinal);
  }

  /**
   * Builds the index; the builder is of no use afterwards. `pause` is awaited every few milliseconds, so that whoever
   * else has work in this thread gets a turn.
   */
  async build(pause: () => Promise<void> = async () => {}): Promise<BuiltIndex> {
    const steps = this.steps();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await pause();
    }
  }

  /** Builds it without a pause. */
  buildAtOnce(): BuiltIndex {
    return atOnce(this.steps());
  }

  private *steps(): Generator<void, BuiltIndex> {
    const { buffer, order } = yield* segmentOf(this.rows);
    const beside = new BesideWriter(order.length);
    for (let claim = 0; claim < order.length; claim++) {
      if (claim % TURN === 0) yield;
      const row = order[claim] as number;
      const day = this.days.at(row);
      const publisher = this.publishers.at(row);
      beside.put(claim, {
        day: day === UNKNOWN ? undefined : day,
        inTitle: this.inTitles.at(row),
        publisher: publisher === MOST_PUBLISHERS ? undefined : publisher,
      });
    }
    yield;
    return { segment: buffer, beside: beside.buffer, words: this.words.written() };
  }
}

/** The index of `claims`, whose ids differ, without publishers: what else they hold under that name is no number. */
export function buildIndex(claims: Iterable<Bare>): BuiltIndex {
  const builder = new IndexBuilder();
  for (const claim of claims) builder.add({ ...claim, publisher: undefined });
  return builder.buildAtOnce();
}

/** Does the claim say enough to be told from its topic? Only then may it wear a badge. */
export const isBadgeable = ({ claim, language }: Pick<Bare, 'claim' | 'language'>): boolean =>
  !saysLittle(claim, languageOfClaim({ claim, language }));

export const badgeable = <T extends Bare>(claims: readonly T[]): T[] => claims.filter(isBadgeable);

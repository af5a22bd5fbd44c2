/**
 * Finding checks and reviews of the live library by words. The reviews are found in the indexes that are there anyway; the
 * authored checks, of which there are far fewer, get one of their own, kept in memory while the background lives. Reviews that
 * say too little to be matched (“The”) are in no index, and are not found here either.
 */
import type { FactCheck } from '../../claims';
import { IndexBuilder } from '../../match/bare/build';
import type { SourceIndex } from '../../match/bare/library';
import { type Found, lookingUp, type Shelf } from '../../match/lookup/lookup';
import { Vocabulary } from '../../match/lookup/vocabulary';
import { COMPLETED, EXACT } from '../../match/lookup/wanted';
import { Work } from '../../match/lookup/work';
import { openSegment } from '../../match/segment/segment';

/** A check or review that was found. */
export interface Finding {
  readonly id: string;
  /** The claim of a check that was found, if it was not its question; else ''. */
  readonly claim: string;
  readonly terms: Found['terms'];
}

/** What a finder looks through; a `Live` is it. */
export interface Findable {
  readonly checks: ReadonlyMap<string, { readonly check: FactCheck }>;
  readonly indexes: readonly SourceIndex[];
}

/** Answers with the `most` best, best first. Pages are matched between its steps, and other searches. */
export type Finder = (text: string, most: number) => Promise<Finding[]>;

/** Rows of a check beside its claims, of which it may have fewer: its question with its answer, and all that it says. */
const ANSWERED = 999;
const ALL_OF_IT = 1_000;

/** Checks indexed before others get a turn. */
const TURN = 50;

const finders = new WeakMap<Findable, Promise<Finder>>();

/** The finder of a library, the same for all who ask. Making it takes about half a millisecond a check. */
export function finderOf(live: Findable, pause: () => Promise<void>): Promise<Finder> {
  const known = finders.get(live);
  if (known) return known;
  const making = makeFinder(live, pause);
  finders.set(live, making);
  making.catch(() => finders.delete(live));
  return making;
}

async function makeFinder({ checks, indexes }: Findable, pause: () => Promise<void>): Promise<Finder> {
  const reviews = indexes.flatMap(shelfOf);
  const authored = [await authoredShelf(checks, pause)];
  return async (text, most) => {
    const seen = new Set<string>();
    // One measure of work for all: the checks, of which there are few, come first.
    const work = new Work();
    const found = [
      // A check stands on the shelf with its question, each of its claims, its answer, and all that it says.
      ...(await paused(lookingUp(authored, text, 4 * most, work), pause)).map((one) => ({
        ...one,
        ...rowOf(one.id),
        authored: 1,
      })),
      ...(await paused(lookingUp(reviews, text, most, work), pause)).map((one) => ({
        ...one,
        row: -1,
        authored: 0,
      })),
    ].sort(
      (a, b) =>
        Number(b.full) - Number(a.full) ||
        Number(asTyped(b)) - Number(asTyped(a)) ||
        b.authored - a.authored ||
        b.share - a.share ||
        // Its question says what a check is about better than one of its claims or its answer, and those than all of it.
        placeOf(a.row) - placeOf(b.row),
    );
    const best: Finding[] = [];
    const full = found[0]?.full ?? false;
    const typed = found[0] !== undefined && asTyped(found[0]);
    for (const one of found) {
      // Where some hold the words as they were typed, nobody wants what was corrected into others.
      if (best.length >= most || one.full !== full || (typed && !asTyped(one))) break;
      if (seen.has(one.id)) continue;
      seen.add(one.id);
      const claim = checks.get(one.id)?.check.claims[one.row]?.text ?? '';
      best.push({ id: one.id, claim, terms: one.terms });
    }
    return best;
  };
}

/** Takes the steps of a search, with a pause after each. */
async function paused<T>(steps: Generator<void, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

const placeOf = (row: number): number => (row < 0 ? 0 : row < ANSWERED ? 1 : row - ANSWERED + 2);

/** Nothing had to be corrected to find it. */
const asTyped = ({ share }: Found): boolean => share >= COMPLETED / EXACT;

/** One that can't be opened is reported and left out. */
function shelfOf({ source, segment, off, words }: SourceIndex): Shelf[] {
  try {
    return [{ segment: openSegment(segment, off), ...(words ? { words: new Vocabulary(words) } : {}) }];
  } catch (error) {
    console.warn(`factmark: ${source} can't be searched; update it or add it again. ${String(error)}`);
    return [];
  }
}

async function authoredShelf(checks: Findable['checks'], pause: () => Promise<void>): Promise<Shelf> {
  const builder = new IndexBuilder();
  let n = 0;
  for (const { check } of checks.values()) {
    const { id, question, answer, language, claims, summary, bottomLine } = check;
    builder.add({ id, claim: question, language });
    builder.add({ id: `${id} ${ANSWERED}`, claim: question, title: answer, language });
    claims.forEach(({ text }, i) => {
      builder.add({ id: `${id} ${i}`, claim: text, title: question, language });
    });
    const said = [question, answer, ...claims.map(({ text }) => text)].join('\n');
    builder.add({ id: `${id} ${ALL_OF_IT}`, claim: `${summary}\n${bottomLine}`, title: said, language });
    if (++n % TURN === 0) await pause();
  }
  const { segment, words } = await builder.build(pause);
  return { segment: openSegment(segment), words: new Vocabulary(words) };
}

/** The check that a row of the shelf is of, and which of its claims; -1 for its question. No id holds a space. */
function rowOf(id: string): { id: string; row: number } {
  const [check = '', row] = id.split(' ');
  return { id: check, row: row === undefined ? -1 : Number(row) };
}

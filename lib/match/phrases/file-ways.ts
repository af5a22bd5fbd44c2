/** Files ways of saying under what they need: builds the index that `openWays` opens. */
import { checksum } from '../segment/layout';
import type { AnchorSet, Part } from './anchors';
import { buildPhrases, type Phrase } from './build';
import { spell } from './spellings';
import { bytesBefore, type Counts, H, MAGIC, sectionsOf, VERSION } from './way-layout';

/** A way to be filed: the sets it needs, rarest first, and its mark. */
export interface Filing {
  readonly needs: readonly AnchorSet[];
  readonly mark: boolean;
}

/** Builds the index of `ways`, whose numbers are their places; `fingerprint` tells later what they were made from. */
export function buildWays(ways: Iterable<Filing>, fingerprint: number): ArrayBuffer {
  const sets = new SetNumbers();
  const needs: number[] = [];
  const starts: number[] = [0];
  const marks: boolean[] = [];
  for (const way of ways) {
    for (const set of way.needs) needs.push(sets.numberOf(set));
    starts.push(needs.length);
    marks.push(way.mark);
  }
  const phrases = buildPhrases(sets.phrases);
  const first = marks.map((_, way) =>
    starts[way] === starts[way + 1] ? undefined : needs[starts[way] as number],
  );
  const counts: Counts = {
    ways: marks.length,
    sets: sets.phrases.length,
    listed: first.filter((set) => set !== undefined).length,
    needs: needs.length,
  };
  const before = bytesBefore(counts);
  const buffer = new ArrayBuffer(before + phrases.byteLength);
  const sections = sectionsOf(buffer, counts);
  sections.needStarts.set(starts);
  sections.needs.set(needs);
  marks.forEach((mark, way) => {
    if (mark) sections.marks[way >>> 5] = (sections.marks[way >>> 5] as number) | (1 << (way & 31));
  });
  listByFirst(first, sections.firsts, sections.listed);
  new Uint8Array(buffer).set(new Uint8Array(phrases), before);
  const words = new Int32Array(buffer, 0, before / 4);
  words[H.magic] = MAGIC;
  words[H.version] = VERSION;
  words[H.bytes] = buffer.byteLength;
  words[H.fingerprint] = fingerprint;
  words[H.ways] = counts.ways;
  words[H.sets] = counts.sets;
  words[H.listed] = counts.listed;
  words[H.needs] = counts.needs;
  words[H.checksum] = checksum(words, H.checksum + 1);
  return buffer;
}

function listByFirst(first: readonly (number | undefined)[], firsts: Uint32Array, listed: Uint32Array): void {
  for (const set of first) if (set !== undefined) firsts[set + 1] = (firsts[set + 1] as number) + 1;
  for (let set = 1; set < firsts.length; set++)
    firsts[set] = (firsts[set] as number) + (firsts[set - 1] as number);
  const next = firsts.slice();
  first.forEach((set, way) => {
    if (set === undefined) return;
    listed[next[set] as number] = way;
    next[set] = (next[set] as number) + 1;
  });
}

/** Equal sets have one number. */
class SetNumbers {
  readonly phrases: Phrase[] = [];
  private readonly byContent = new Map<string, number>();
  /** Named sets of a pack are one object wherever they are used; the last few thousand are told by that. */
  private readonly byObject = new Map<AnchorSet, number>();

  numberOf(set: AnchorSet): number {
    const known = this.byObject.get(set);
    if (known !== undefined) return known;
    const content = contentOf(set);
    let number = this.byContent.get(content);
    if (number === undefined) {
      number = this.phrases.length;
      this.byContent.set(content, number);
      this.phrases.push({ anchors: runsOf(set) });
    }
    if (this.byObject.size >= MOST_OBJECTS) this.byObject.clear();
    this.byObject.set(set, number);
    return number;
  }
}

const MOST_OBJECTS = 4_000;

const contentOf = ({ parts }: AnchorSet): string =>
  parts.map(({ lefts, rights }) => [lefts, rights ?? []].map((w) => w.join(' ')).join('+')).join('|');

/** The runs of one or two tokens of which any text with a member of the set holds at least one; each once. */
function runsOf(set: AnchorSet): number[][] {
  const ones = new Set<number>();
  const twos = new Map<number, Set<number>>();
  const addTwo = (first: number, second: number) => {
    const seconds = twos.get(first);
    if (seconds) seconds.add(second);
    else twos.set(first, new Set([second]));
  };
  for (const part of set.parts) addPart(part, ones, addTwo);
  return [
    ...[...ones].map((token) => [token]),
    ...[...twos].flatMap(([first, seconds]) => [...seconds].map((second) => [first, second])),
  ];
}

function addPart({ lefts, rights }: Part, ones: Set<number>, addTwo: (a: number, b: number) => void): void {
  for (const word of [...lefts, ...(rights ?? [])]) {
    const { tokens, initials } = spell(word);
    // Written with dots, either word of a pair is known by its own letters.
    if (initials) addTwo(...initials);
    if (!rights) for (const token of tokens) ones.add(token);
  }
  if (!rights) return;
  const seconds = rights.flatMap((right) => spell(right).tokens);
  for (const left of lefts)
    for (const first of spell(left).tokens) for (const second of seconds) addTwo(first, second);
}

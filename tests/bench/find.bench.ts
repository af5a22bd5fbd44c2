/**
 * Finding a check as a reader types: milliseconds a keystroke (of sentences of twelve words: a word) by size of library,
 * against merely reading what was typed, and (where it fits) against minisearch with half and mistyped words; and the memory that it adds to what pages are matched
 * with. At sizes up to 200 the library is the starter, as authored checks; beyond that bare claims.
 */
import MiniSearch from 'minisearch';
import { buildIndex } from '../../lib/match/bare/build';
import { lookUp } from '../../lib/match/lookup/lookup';
import { Vocabulary } from '../../lib/match/lookup/vocabulary';
import { openSegment } from '../../lib/match/segment/segment';
import { readTerms } from '../../lib/match/segment/terms';
import { finderOf } from '../../lib/store/find/finder';
import { checks as starterChecks } from '../unit/match/starter';
import { corpus, grow, random } from './claims';
import { mean, print, quantile, weighed } from './measure';

const MOST = 20;
/** Claims whose words are typed. */
const TYPED = 25;
const MOST_FOR_MINISEARCH = 10_000;
/** Up to here it is the starter that is searched. */
const STARTER_SIZE = 200;

export async function findBench(sizes: readonly number[]): Promise<void> {
  const data = corpus();
  for (const claims of sizes) {
    if (claims <= STARTER_SIZE) {
      await starter();
      continue;
    }
    const all = grow(data.claims, claims);
    const info = { claims, data: data.name };
    const { segment, words } = buildIndex(all);
    print('find/words of the index', words.byteLength / 1e6, 'MB', info);
    const opened = weighed(() => [{ segment: openSegment(segment), words: new Vocabulary(words) }]);
    print('find/opening', opened.ms, 'ms', info);
    const find = (text: string) => lookUp(opened.result, text, MOST);
    const scratch = weighed(() => find('the first search'));
    print('find/memory besides', scratch.megabytes, 'MB', info);
    const texts = all.filter((_, i) => i % Math.ceil(claims / TYPED) === 0).map(({ claim }) => claim);
    const mini = claims <= MOST_FOR_MINISEARCH ? miniSearch(all, info) : undefined;
    await report(texts, find, mini, info);
  }
}

async function starter(): Promise<void> {
  const checks = new Map(starterChecks.map((check) => [check.id, { check }]));
  const info = { claims: checks.size, data: 'starter' };
  const started = performance.now();
  const find = await finderOf({ checks, indexes: [] }, async () => {});
  print('find/opening', performance.now() - started, 'ms', info);
  const texts = [...checks.values()].map(({ check }) => check.question);
  await report(texts, (text) => find(text, MOST), undefined, info);
}

async function report(
  texts: readonly string[],
  find: (text: string) => unknown,
  mini: ((text: string) => unknown) | undefined,
  info: Record<string, unknown>,
): Promise<void> {
  const kinds = {
    typed: texts.flatMap(keystrokes),
    mistyped: texts.flatMap((t) => keystrokes(mistype(t))),
    sentences: texts.flatMap(wordByWord),
    'mistyped sentences': texts.flatMap((t) => wordByWord(mistype(t))),
  };
  for (const [kind, inputs] of Object.entries(kinds)) {
    const ways = { floor: (t: string) => readTerms(t), find, ...(mini ? { minisearch: mini } : {}) };
    const times = await inTurn(inputs, ways);
    const floor = mean(times.floor as Float64Array);
    for (const [way, mine] of Object.entries(times)) {
      const more = { ...info, words: kind, 'mean ÷ floor': Number((mean(mine) / floor).toPrecision(3)) };
      print(`find/${way}/p50`, quantile(mine, 0.5), 'ms', more);
      print(`find/${way}/p99`, quantile(mine, 0.99), 'ms', more);
    }
  }
}

/** Three words of the text, as they come to be typed, letter by letter. */
function keystrokes(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word.length > 3);
  const three = words.slice(0, 3).join(' ');
  return Array.from({ length: three.length }, (_, i) => three.slice(0, i + 1));
}

/** A sentence of up to twelve words, as it comes to be typed or said, from the fourth word on. */
function wordByWord(text: string): string[] {
  const words = text.split(/\s+/).slice(0, 12);
  return words.flatMap((_, i) => (i < 3 ? [] : words.slice(0, i + 1).join(' ')));
}

/** For each way, its times over the inputs in milliseconds, the better of two rounds, sorted. */
async function inTurn(
  inputs: readonly string[],
  ways: Readonly<Record<string, (text: string) => unknown>>,
): Promise<Record<string, Float64Array>> {
  const times: Record<string, Float64Array> = {};
  for (const name of Object.keys(ways)) times[name] = new Float64Array(inputs.length).fill(Infinity);
  for (let round = 0; round < 2; round++)
    for (const [i, input] of inputs.entries())
      for (const [name, run] of Object.entries(ways)) {
        const started = performance.now();
        await run(input);
        const mine = times[name] as Float64Array;
        mine[i] = Math.min(mine[i] as number, performance.now() - started);
      }
  for (const mine of Object.values(times)) mine.sort();
  return times;
}

/** Swaps two letters in the middle of each longer word. */
function mistype(text: string): string {
  const next = random(text.length);
  return text.replace(/\p{L}{5,}/gu, (word) => {
    const at = 1 + Math.floor(next() * (word.length - 2));
    return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  });
}

function miniSearch(all: readonly { id: string; claim: string; title?: string | undefined }[], info: object) {
  const { megabytes, result, ms } = weighed(() => {
    const index = new MiniSearch({ fields: ['claim', 'title'] });
    index.addAll(all);
    return index;
  });
  print('find/minisearch/memory', megabytes, 'MB', { ...info });
  print('find/minisearch/build', ms / 1e3, 's', { ...info });
  return (text: string) => result.search(text, { prefix: true, fuzzy: 0.2, combineWith: 'AND' });
}

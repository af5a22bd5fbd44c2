/**
 * The index of bare claims by size: build, bytes, load, the candidates of one sentence, and all that a badge takes
 * (reading, candidates, scoring), against plain BM25, flexsearch and minisearch, and against the floor (fold and hash the
 * same tokens).
 */
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { fold } from '../../lib/match/fold';
import { Background } from '../../lib/match/score/background';
import { BACKGROUND } from '../../lib/match/score/background-counts';
import { Collection } from '../../lib/match/score/collection';
import { NARROW, ruleFor, worthsOf } from '../../lib/match/score/gate';
import { repeats } from '../../lib/match/score/repeats';
import { type Cut, withAround } from '../../lib/match/score/text';
import { WEIGHTS } from '../../lib/match/score/weights';
import { type BareClaim, buildSegment } from '../../lib/match/segment/build';
import { openSegment, type Segment } from '../../lib/match/segment/segment';
import { sharersOver } from '../../lib/match/segment/sharers';
import { readTerms } from '../../lib/match/segment/terms';
import { corpus, grow } from './claims';
import { inTurn, mean, print, quantile, timed, weighed } from './measure';
import { PlainIndex } from './plain';

const K = 20;
/** The other libraries take minutes and gigabytes beyond this many claims. */
const MOST_FOR_LIBRARIES = 100_000;

const background = Background.read(BACKGROUND);

export function segmentBench(sizes: readonly number[], librariesUpTo = MOST_FOR_LIBRARIES): void {
  const data = corpus();
  for (const claims of sizes) {
    const all = grow(data.claims, claims);
    const info = { claims, data: data.name };
    const built = weighed(() => buildSegment(all));
    print('segment/build', built.ms / 1e3, 's', info);
    print('segment/bytes', built.result.byteLength / 1e6, 'MB', info);
    load(built.result, info);
    const segment = openSegment(built.result);
    const plain = weighed(() => new PlainIndex(all));
    print('plain/memory', plain.megabytes, 'MB', info);
    const ways: Record<string, (text: string) => unknown> = {
      floor: (text) => fold(text),
      terms: (text) => readTerms(text),
      segment: (text) => segment.candidates(terms.get(text) ?? [], K),
      'segment, with terms': (text) => segment.candidates(readTerms(text).terms, K),
      plain: (text) => plain.result.candidates(terms.get(text) ?? [], K),
    };
    const terms = new Map([...data.tweets, ...data.news].map((text) => [text, readTerms(text).terms]));
    for (const [kind, texts] of [
      ['tweets', data.tweets.slice(0, 500)],
      ['news', data.news.slice(0, 500)],
    ] as const)
      report(kind, inTurn(texts, ways), info);
    page(data.news.slice(0, 1_000), segment, plain.result, info);
    if (claims <= librariesUpTo) libraries(all, data.tweets.slice(0, 60), info);
    else print('flexsearch and minisearch/left out', librariesUpTo, 'claims at most', info);
  }
}

function load(bytes: ArrayBuffer, info: Record<string, unknown>): void {
  let copy = Number.POSITIVE_INFINITY;
  let open = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 7; i++) {
    const copied = timed(() => bytes.slice(0));
    copy = Math.min(copy, copied.ms);
    open = Math.min(open, timed(() => openSegment(copied.result)).ms);
  }
  print('segment/load', open, 'ms', info);
  print('segment/load ÷ copying the bytes', open / copy, 'ratio', info);
}

function report(kind: string, times: Record<string, Float64Array>, info: Record<string, unknown>): void {
  const floor = mean(times.floor as Float64Array);
  const p99 = times.plain && quantile(times.plain, 0.99);
  for (const [way, mine] of Object.entries(times)) {
    const more = { ...info, sentences: kind, 'mean ÷ floor': Number((mean(mine) / floor).toPrecision(3)) };
    print(`${way}/p50`, quantile(mine, 0.5), 'ms', more);
    print(`${way}/p99`, quantile(mine, 0.99), 'ms', {
      ...more,
      ...(p99 && { '÷ plain': Number((quantile(mine, 0.99) / p99).toPrecision(3)) }),
    });
  }
}

/**
 * What a page of sentences takes: each way goes over the whole page by itself, so that none finds the processor's caches
 * full of another's data; the best of some rounds. Then sentence by sentence, in turn with plain BM25.
 */
export function page(
  texts: readonly string[],
  segment: Segment,
  plain: PlainIndex | undefined,
  info: Record<string, unknown>,
): void {
  const collection = new Collection([segment], background);
  const cuts = withAround(texts);
  const candidates = ({ terms }: Cut) => {
    const { worths, total } = worthsOf(collection, terms, 0);
    return sharersOver(collection.segments, worths, 4, ruleFor(collection, total, NARROW));
  };
  const all = ({ text, around }: Cut) =>
    repeats(collection, WEIGHTS, readTerms(text).terms, 'normal', around);
  const whole = inTurn(
    [cuts],
    {
      floor: (page) => page.map(({ text }) => fold(text)),
      terms: (page) => page.map(({ text }) => readTerms(text)),
      'badge, candidates alone': (page) => page.map(candidates),
      'badge, all': (page) => page.map(all),
    },
    7,
  );
  const floor = mean(whole.floor as Float64Array);
  for (const [way, times] of Object.entries(whole))
    print(`page/${way}`, mean(times), 'ms', {
      ...info,
      sentences: cuts.length,
      '÷ floor': mean(times) / floor,
    });
  if (!plain) return;
  const ways = { 'badge, candidates alone': candidates, 'badge, all': all };
  const of = (cut: Cut) => plain.candidates(cut.terms, K);
  report('page of news', inTurn(cuts, { floor: ({ text }) => fold(text), ...ways, plain: of }), info);
}

function libraries(all: readonly BareClaim[], texts: readonly string[], info: Record<string, unknown>): void {
  const text = ({ claim, title }: BareClaim) => `${claim} ${title ?? ''}`;
  const flex = weighed(() => {
    const index = new Index({ tokenize: 'strict' });
    all.forEach((claim, i) => {
      index.add(i, text(claim));
    });
    return index;
  });
  print('flexsearch/build', flex.ms / 1e3, 's', info);
  print('flexsearch/memory', flex.megabytes, 'MB', info);
  const mini = weighed(() => {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(all.map((claim, id) => ({ id, text: text(claim) })));
    return index;
  });
  print('minisearch/build', mini.ms / 1e3, 's', info);
  print('minisearch/memory', mini.megabytes, 'MB', info);
  const times = inTurn(
    texts,
    {
      floor: (query) => fold(query),
      flexsearch: (query) => flex.result.search(query, { limit: K, suggest: true }),
      minisearch: (query) => mini.result.search(query).slice(0, K),
    },
    1,
  );
  report('tweets', times, info);
}

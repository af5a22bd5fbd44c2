/**
 * The index of bare claims by size: build, bytes, load, and the candidates of one sentence, against plain BM25,
 * flexsearch and minisearch, and against the floor (fold and hash the same tokens).
 */
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { fold } from '../../lib/match/fold';
import { type BareClaim, buildSegment } from '../../lib/match/segment/build';
import { openSegment } from '../../lib/match/segment/segment';
import { readTerms } from '../../lib/match/segment/terms';
import { corpus, grow } from './claims';
import { inTurn, mean, print, quantile, timed, weighed } from './measure';
import { PlainIndex } from './plain';

const K = 20;
/** The other libraries take minutes and gigabytes beyond this many claims. */
const MOST_FOR_LIBRARIES = 100_000;

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
    if (claims <= librariesUpTo) libraries(all, data.tweets.slice(0, 60), info);
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
